// The VTK backend shows what raster painting shows. Needs a screen with OpenGL 3.2 (Xvfb with Mesa
// will do).
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QPainter>
#include <QTest>
#include <QWindow>

#include "core/image/decode.h"
#include "tests/gui/image/at_scale.h"
#include "tests/gui/image/pane_pictures.h"
#include "tests/shared_data.h"
#include "widgets/image/image_pane.h"
#include "widgets/image/opengl_probe.h"
#include "widgets/image/raster_renderer.h"

namespace mrm {
namespace {

using testing::phantom16;
using testing::phantom8;
using testing::shown;

// Tolerances, in gray levels of 255; no pixel may be off by more, edges included. Image alone: both
// interpolate the same samples with the same weights and differ in where they round. Blending an
// overlay rounds once more.
constexpr int kImageTolerance = 1, kOverlayTolerance = 2;

class VtkBackendTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
      GTEST_SKIP() << "needs a screen (DISPLAY), as under xvfb-run";
    const OpenGlProbe probe = probeOpenGl();
    if (!probe.usable) GTEST_SKIP() << "no OpenGL 3.2: " << probe.renderer.toStdString();
  }
};

void expectSame(const QImage& raster, const QImage& vtk, int tolerance, const char* where) {
  ASSERT_EQ(raster.size(), vtk.size()) << where;
  int largest = 0, differing = 0, painted = 0;
  QPoint at;
  for (int y = 0; y < raster.height(); ++y)
    for (int x = 0; x < raster.width(); ++x) {
      const QRgb p = raster.pixel(x, y), q = vtk.pixel(x, y);
      const int difference = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                       std::abs(qBlue(p) - qBlue(q))});
      painted += p != kPaneBackground;
      differing += difference > tolerance;
      if (difference > largest) {
        largest = difference;
        at = {x, y};
      }
    }
  EXPECT_LE(largest, tolerance) << where << ": " << differing << " pixels, most at " << at.x()
                                << ' ' << at.y();
  EXPECT_GT(painted, 500) << where;  // comparing background with background says nothing
}

struct Panes {
  ImagePane raster{ImageBackendKind::Raster, nullptr}, vtk{ImageBackendKind::Vtk, nullptr};
  explicit Panes(QSize size) {
    both([&](ImagePane& pane) {
      pane.setReadoutVisible(false);
      pane.resize(size);
      pane.show();
      EXPECT_TRUE(QTest::qWaitForWindowExposed(&pane));
    });
  }
  template <class Act>
  void both(Act act) {
    act(raster);
    act(vtk);
  }
  void expectSamePicture(int tolerance, const char* where) {
    expectSame(shown(raster), shown(vtk), tolerance, where);
  }
};

TEST_F(VtkBackendTest, ShowsTheSameAtEveryZoom) {
  Panes panes({421, 367});
  const auto image = phantom16(1301, 1103);
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  // Levels 3 to 0 of the pyramid (odd sizes: the last ones overhang), interpolated, and sharp.
  for (const double zoom : {0.09, 0.21, 0.3, 0.49, 0.7, 1.0, 1.4, 2.2, 3.0, 3.2, 5.0, 9.7, 30.0}) {
    panes.both([&](ImagePane& pane) {
      pane.fit();
      pane.zoomBy(zoom / pane.view().zoom());
    });
    EXPECT_NEAR(panes.vtk.view().zoom(), zoom, 1e-9);
    panes.expectSamePicture(kImageTolerance, qPrintable(QString::number(zoom)));
  }
}

TEST_F(VtkBackendTest, ShowsTheSameAfterPanningToEveryEdge) {
  Panes panes({300, 200});
  const auto image = phantom8(151, 97);
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  for (const Qt::Key edge : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down})
    for (const double zoom : {0.4, 2.0, 7.3}) {
      panes.both([&](ImagePane& pane) {
        pane.fit();
        pane.zoomBy(zoom / pane.view().zoom());
        // Far enough that background shows beside the edge, the image in the middle still.
        for (int i = 0; i < 5; ++i) QTest::keyClick(&pane, edge);
        QTest::keyClick(&pane, edge, Qt::ShiftModifier);
        pane.zoomBy(1.1);
      });
      expectSame(shown(panes.raster), shown(panes.vtk), kImageTolerance, "panned");
    }
}

TEST_F(VtkBackendTest, ShowsTheSameWindowAndInversion) {
  Panes panes({256, 256});
  const auto image = phantom8(128, 128);
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  for (const DisplayWindow window :
       {DisplayWindow{127.5, 255}, {100, 40}, {100.5, 1}, {90, 600}, {-50, 200}})
    for (const bool inverted : {false, true}) {
      panes.both([&](ImagePane& pane) {
        pane.setDisplayWindow(window);
        pane.setInverted(inverted);
      });
      // At a width of one value, a rounding of 1/256 value is one gray level more.
      panes.expectSamePicture(window.width == 1 ? 2 : kImageTolerance, "window");
    }
}

TEST_F(VtkBackendTest, ShowsTheSameProportionsByPixelSpacing) {
  Panes panes({331, 257});
  const auto image = phantom16(120, 75);
  panes.both([&](ImagePane& pane) { pane.setImage(image, 0.14, 0.35); });
  panes.expectSamePicture(kImageTolerance, "fitted");
  panes.both([](ImagePane& pane) { pane.zoomBy(3.3); });
  panes.expectSamePicture(kImageTolerance, "sharp");
}

TEST_F(VtkBackendTest, ShowsTheSameOverlay) {
  Panes panes({300, 300});
  const auto image = phantom8(200, 200);
  QImage mask(200, 200, QImage::Format_ARGB32);
  mask.fill(Qt::transparent);
  QPainter painter(&mask);
  painter.setBrush(QColor(0, 114, 178));
  painter.setPen(Qt::NoPen);
  painter.drawEllipse(30, 40, 90, 120);
  painter.end();
  QImage heat(7, 7, QImage::Format_ARGB32);
  for (int i = 0; i < 49; ++i)
    heat.setPixel(i % 7, i / 7, qRgba(5 * i, 255 - 5 * i, 40, 100 + 3 * i));
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  for (const QImage& overlay : {mask, heat})
    for (const double zoom : {0.4, 1.0, 2.3, 6.0})
      for (const double opacity : {1.0, 0.35}) {
        panes.both([&](ImagePane& pane) {
          pane.setOverlay(overlay);
          pane.setOverlayOpacity(opacity);
          pane.fit();
          pane.zoomBy(zoom / pane.view().zoom());
        });
        panes.expectSamePicture(kOverlayTolerance,
                                qPrintable(QStringLiteral("%1 zoom %2 opacity %3")
                                               .arg(overlay.width())
                                               .arg(zoom)
                                               .arg(opacity)));
      }
}

TEST_F(VtkBackendTest, ShowsTheSameLabelsAndGrid) {
  Panes panes({300, 300});
  const auto image = phantom8(224, 224);
  panes.both([&](ImagePane& pane) {
    pane.setImage(image);
    pane.setPatchGrid(14, 14);
    pane.setCaption(QStringLiteral("Restored"));
  });
  panes.expectSamePicture(kImageTolerance, "labels");
}

TEST_F(VtkBackendTest, ShowsTheSameRadiograph) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr/images");
  std::filesystem::path file;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (file.empty() || entry.path() < file) file = entry.path();
  const auto image = std::make_shared<const GrayImage>(decodeGray(file));
  Panes panes({480, 480});
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  panes.expectSamePicture(kImageTolerance, "fitted");
  panes.both([](ImagePane& pane) { pane.zoomBy(4); });
  panes.expectSamePicture(kImageTolerance, "enlarged");
}

TEST_F(VtkBackendTest, ClearedItShowsThePlaceholderAndThenAnImageAgain) {
  Panes panes({200, 200});
  const auto image = phantom8(64, 64);
  panes.both([&](ImagePane& pane) {
    pane.setImage(image);
    shown(pane);
    pane.clear();
  });
  EXPECT_EQ(shown(panes.vtk), shown(panes.raster));
  EXPECT_EQ(shown(panes.vtk).pixel(100, 100), kPaneBackground);
  panes.both([&](ImagePane& pane) { pane.setImage(image); });
  panes.expectSamePicture(kImageTolerance, "again");
}

// What the screen shows, not what the widget gives when asked: the composed window.
QImage onScreen(QWidget& window) {
  return window.screen()
      ->grabWindow(window.winId())
      .toImage()
      .convertToFormat(QImage::Format_RGB32);
}

TEST_F(VtkBackendTest, TheScreenShowsThePicture) {
  Panes panes({300, 300});
  const auto image = phantom8(100, 100);
  panes.both([&](ImagePane& pane) {
    pane.setImage(image);
    pane.setPatchGrid(4, 4);
  });
  QImage raster = onScreen(panes.raster), vtk = onScreen(panes.vtk);
  const auto arrived = [&] {
    vtk = onScreen(panes.vtk);
    raster = onScreen(panes.raster);
    return vtk.pixelColor(150, 130).red() == raster.pixelColor(150, 130).red() &&
           raster.pixel(150, 130) != kPaneBackground;
  };
  EXPECT_TRUE(QTest::qWaitFor(arrived, 5000));
  expectSame(raster, vtk, kImageTolerance, "screen");
}

TEST_F(VtkBackendTest, SurvivesFloatingAndDockingAgain) {
  // Each move gives the widget another OpenGL context.
  QMainWindow window;
  window.resize(640, 480);
  auto* dock = new QDockWidget;
  auto* pane = new ImagePane(ImageBackendKind::Vtk, nullptr);
  dock->setWidget(pane);
  window.addDockWidget(Qt::LeftDockWidgetArea, dock);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
  const auto image = phantom8(90, 90);
  pane->setImage(image);
  pane->setReadoutVisible(false);
  ImagePane raster(ImageBackendKind::Raster, nullptr);
  raster.setReadoutVisible(false);
  raster.setImage(image);
  raster.show();
  for (int i = 0; i < 4; ++i) {
    dock->setFloating(i % 2 == 0);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(pane->window()));
    QCoreApplication::processEvents();
    pane->zoomBy(1.2);
    raster.resize(pane->size());
    raster.zoomBy(1.2);
    QCoreApplication::processEvents();
    expectSame(shown(raster), shown(*pane), kImageTolerance, "docked");
  }
  // Into another window altogether, hidden, and back.
  QWidget other;
  pane->setParent(&other);
  pane->show();
  other.resize(300, 300);
  other.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&other));
  other.hide();
  other.show();
  raster.resize(pane->size());
  QCoreApplication::processEvents();
  expectSame(shown(raster), shown(*pane), kImageTolerance, "moved");
}

TEST_F(VtkBackendTest, ManyPanesCanComeAndGo) {
  const auto image = phantom16(64, 64);
  QWidget window;
  window.resize(400, 100);
  window.show();
  for (int round = 0; round < 3; ++round) {
    std::vector<std::unique_ptr<ImagePane>> panes;
    for (int i = 0; i < 4; ++i) {
      panes.push_back(std::make_unique<ImagePane>(ImageBackendKind::Vtk, &window));
      panes.back()->setGeometry(100 * i, 0, 100, 100);
      panes.back()->setImage(image);
      panes.back()->show();
    }
    QCoreApplication::processEvents();
    const QImage first = shown(*panes[0]);
    for (const auto& pane : panes) EXPECT_EQ(shown(*pane), first);
    EXPECT_NE(first.pixel(50, 50), kPaneBackground);
  }
}

TEST(VtkBackendAtScale, ShowsTheSameAtOneAndAHalf) {
  testing::expectTestsPassAtScale("VtkBackendTest.Shows*", 1.5);
}

TEST(VtkBackendAtScale, ShowsTheSameAtTwo) {
  testing::expectTestsPassAtScale("VtkBackendTest.Shows*", 2);
}

}  // namespace
}  // namespace mrm
