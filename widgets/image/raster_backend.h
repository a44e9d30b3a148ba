// Draws a pane's image with Qt's raster painting.
#pragma once

#include <QImage>
#include <QWidget>

#include "widgets/image/image_backend.h"
#include "widgets/image/raster_renderer.h"

namespace mrm {

class RasterBackend : public QWidget, public ImageBackend {
 public:
  explicit RasterBackend(QWidget* parent);

  QWidget* widget() override { return this; }
  void setImage(std::shared_ptr<const PixelPyramid> image) override;
  void setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) override;
  void setView(const ViewState& view) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void changed();

  ViewState view_;
  RasterRenderer renderer_;
  QImage frame_;  // kept, so that labels over the image are repainted without drawing it again
  bool frameIsCurrent_ = false;
};

}  // namespace mrm
