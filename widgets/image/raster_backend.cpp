#include "widgets/image/raster_backend.h"

#include <QPainter>
#include <cmath>

namespace mrm {

RasterBackend::RasterBackend(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_OpaquePaintEvent);
}

void RasterBackend::changed() {
  frameIsCurrent_ = false;
  update();
}

void RasterBackend::setImage(std::shared_ptr<const PixelPyramid> image) {
  renderer_.setImage(std::move(image));
  changed();
}

void RasterBackend::setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) {
  renderer_.setOverlay(std::move(overlay), opacity);
  changed();
}

void RasterBackend::setView(const ViewState& view) {
  view_ = view;
  changed();
}

void RasterBackend::paintEvent(QPaintEvent*) {
  const QSize size(static_cast<int>(view_.deviceWidth()), static_cast<int>(view_.deviceHeight()));
  if (frame_.size() != size) {
    frame_ = QImage(size, QImage::Format_RGB32);
    frameIsCurrent_ = false;
  }
  if (!frameIsCurrent_) {
    renderer_.render(view_, reinterpret_cast<std::uint32_t*>(frame_.bits()),
                     frame_.bytesPerLine() / 4);
    frameIsCurrent_ = true;
  }
  QPainter painter(this);
  painter.fillRect(rect(), QColor::fromRgb(kPaneBackground));
  // At a fractional ratio the widget's corner may lie between device pixels; the frame goes to a
  // whole one, else it would be resampled.
  const QTransform device = painter.deviceTransform();
  const QPointF corner = device.map(QPointF(0, 0));
  const QPointF whole(std::round(corner.x()), std::round(corner.y()));
  frame_.setDevicePixelRatio(view_.devicePixelRatio());
  painter.drawImage(device.inverted().map(whole), frame_);
}

}  // namespace mrm
