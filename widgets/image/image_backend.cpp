#include "widgets/image/image_backend.h"

#include "widgets/image/raster_backend.h"

namespace mrm {

const ImageBackendChoice& imageBackendChoice() {
  static const ImageBackendChoice choice{ImageBackendKind::Raster,
                                         QStringLiteral("VTK is not built")};
  return choice;
}

std::unique_ptr<ImageBackend> makeImageBackend(ImageBackendKind, QWidget* parent) {
  return std::make_unique<RasterBackend>(parent);
}

}  // namespace mrm
