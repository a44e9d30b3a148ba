#include "widgets/image/image_backend.h"

#include <QLoggingCategory>

#include "widgets/image/opengl_probe.h"
#include "widgets/image/raster_backend.h"
#include "widgets/image/vtk_backend.h"

namespace mrm {

namespace {

Q_LOGGING_CATEGORY(imageLog, "mrm.image")

ImageBackendChoice choose() {
  const QByteArray wish = qgetenv("MRM_IMAGE_BACKEND").toLower();
  if (wish == "raster") return {ImageBackendKind::Raster, QStringLiteral("MRM_IMAGE_BACKEND")};
  if (!wish.isEmpty() && wish != "vtk")
    qCWarning(imageLog, "MRM_IMAGE_BACKEND is \"%s\"; it can be \"raster\" or \"vtk\"",
              wish.constData());
  const OpenGlProbe probe = probeOpenGl();
  if (wish == "vtk" && !probe.usable)
    qCWarning(imageLog, "MRM_IMAGE_BACKEND=vtk is not possible here: %s",
              qUtf8Printable(probe.renderer));
  const bool vtk = wish == "vtk" ? probe.usable : probe.hardware;
  return {vtk ? ImageBackendKind::Vtk : ImageBackendKind::Raster, probe.renderer};
}

}  // namespace

const ImageBackendChoice& imageBackendChoice() {
  static const ImageBackendChoice choice = [] {
    const ImageBackendChoice chosen = choose();
    qCInfo(imageLog, "images are drawn by %s (%s)",
           chosen.kind == ImageBackendKind::Vtk ? "VTK" : "raster painting",
           qUtf8Printable(chosen.reason));
    return chosen;
  }();
  return choice;
}

std::unique_ptr<ImageBackend> makeImageBackend(ImageBackendKind kind, QWidget* parent) {
  if (kind == ImageBackendKind::Vtk) return std::make_unique<VtkBackend>(parent);
  return std::make_unique<RasterBackend>(parent);
}

}  // namespace mrm
