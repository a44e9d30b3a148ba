// Draws a pane's image with VTK: an image slice, and a second one for the overlay.
#pragma once

#include "widgets/image/gray_table.h"
#include "widgets/image/image_backend.h"
#include "widgets/image/sampling.h"
#include "widgets/image/vtk_surface.h"

namespace mrm {

// World coordinates are the image's: x to the right, y down, in pixels of the smaller spacing; what
// later stages add to the scene (contours, measures) lives in them.
class VtkBackend : public VtkSurface, public ImageBackend {
 public:
  explicit VtkBackend(QWidget* parent);
  ~VtkBackend() override;

  QWidget* widget() override { return this; }
  void setImage(std::shared_ptr<const PixelPyramid> image) override;
  void setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) override;
  void setView(const ViewState& view) override;

 protected:
  void prepareScene() override;

 private:
  struct Plane;
  void place(Plane& plane, const PlaneSampling& sampling) const;
  void prepareImage();
  void prepareOverlay();
  void prepareCamera();

  ViewState view_;
  std::shared_ptr<const PixelPyramid> image_;
  std::shared_ptr<const OverlayPyramid> overlay_;
  double overlayOpacity_ = 1;
  GrayTable table_;
  std::unique_ptr<Plane> imagePlane_, overlayPlane_;
};

}  // namespace mrm
