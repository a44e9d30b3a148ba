#include "widgets/image/image_backend.h"

#include <gtest/gtest.h>

#include <QGuiApplication>

namespace mrm {
namespace {

const OpenGlProbe kCard{true, true, QStringLiteral("a card")};
const OpenGlProbe kSoftware{true, false, QStringLiteral("llvmpipe")};
const OpenGlProbe kNothing{false, false, QStringLiteral("no OpenGL context")};

ImageBackendKind chosen(const char* wish, const OpenGlProbe& probe) {
  return chooseImageBackend(wish, [&] { return probe; }).kind;
}

TEST(ImageBackend, VtkDrawsWhereAGraphicsCardDoes) {
  EXPECT_EQ(chosen("", kCard), ImageBackendKind::Vtk);
  EXPECT_EQ(chosen("", kSoftware), ImageBackendKind::Raster);
  EXPECT_EQ(chosen("", kNothing), ImageBackendKind::Raster);
}

TEST(ImageBackend, TheVariableDecidesWhereBothArePossible) {
  EXPECT_EQ(chosen("vtk", kSoftware), ImageBackendKind::Vtk);
  EXPECT_EQ(chosen("vtk", kCard), ImageBackendKind::Vtk);
  bool asked = false;
  const auto choice = chooseImageBackend("raster", [&] {
    asked = true;
    return kCard;
  });
  EXPECT_EQ(choice.kind, ImageBackendKind::Raster);
  EXPECT_FALSE(asked) << "a wish for raster painting must not touch the driver";
}

TEST(ImageBackend, TheOffscreenPlatformIsPainted) {
  if (QGuiApplication::platformName() != QLatin1String("offscreen"))
    GTEST_SKIP() << "another platform: " << QGuiApplication::platformName().toStdString();
  EXPECT_FALSE(probeOpenGl().usable);
  EXPECT_EQ(imageBackendChoice().kind, ImageBackendKind::Raster);
}

}  // namespace
}  // namespace mrm
