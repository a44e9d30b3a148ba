#include "widgets/image/image_backend.h"

#include <QLoggingCategory>

#include "widgets/image/opengl_probe.h"
#include "widgets/image/raster_backend.h"
#include "widgets/image/vtk_backend.h"

namespace mrm {

namespace {

Q_LOGGING_CATEGORY(imageLog, "mrm.image")

}  // namespace

ImageBackendChoice chooseImageBackend(const QByteArray& wish,
                                      const std::function<OpenGlProbe()>& probe) {
  if (wish == "raster") return {ImageBackendKind::Raster, QStringLiteral("MRM_IMAGE_BACKEND")};
  if (!wish.isEmpty() && wish != "vtk")
    qCWarning(imageLog, "MRM_IMAGE_BACKEND is \"%s\"; it can be \"raster\" or \"vtk\"",
              wish.constData());
  const OpenGlProbe found = probe();
  if (wish == "vtk" && !found.usable)
    qCWarning(imageLog, "MRM_IMAGE_BACKEND=vtk is not possible here: %s",
              qUtf8Printable(found.renderer));
  const bool vtk = wish == "vtk" ? found.usable : found.hardware;
  return {vtk ? ImageBackendKind::Vtk : ImageBackendKind::Raster, found.renderer};
}

const ImageBackendChoice& imageBackendChoice() {
  static const ImageBackendChoice choice = [] {
    const ImageBackendChoice chosen =
        chooseImageBackend(qgetenv("MRM_IMAGE_BACKEND").toLower(), probeOpenGl);
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
