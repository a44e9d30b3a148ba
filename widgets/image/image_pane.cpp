#include "widgets/image/image_pane.h"

#include <QEvent>
#include <QLocale>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

#include "widgets/image/annotation_layer.h"
#include "widgets/image/image_link.h"

namespace mrm {

namespace {

DisplayWindow wholeRange(const PixelPyramid& image) {
  if (image.bits() == 8) return {127.5, 255};
  const double low = image.minimum(), high = image.maximum();
  return {(low + high) / 2, std::max(high - low, 1.0)};
}

QString number(double value) {
  return QLocale().toString(std::llround(value));
}

}  // namespace

ImagePane::ImagePane(QWidget* parent) : ImagePane(imageBackendChoice().kind, parent) {}

ImagePane::ImagePane(ImageBackendKind backend, QWidget* parent)
    : QWidget(parent),
      backendKind_(backend),
      backend_(makeImageBackend(backend, this)),
      annotations_(new AnnotationLayer(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setContextMenuPolicy(Qt::PreventContextMenu);  // the right button zooms
  setAttribute(Qt::WA_OpaquePaintEvent);
  paneResized();
  updateDescription();
}

ImagePane::~ImagePane() {
  setLink(nullptr);
}

QSize ImagePane::sizeHint() const {
  return {320, 320};
}
QSize ImagePane::minimumSizeHint() const {
  return {64, 64};
}

void ImagePane::setImage(std::shared_ptr<const GrayImage> image, double spacingX, double spacingY) {
  showImage(std::make_shared<PixelPyramid>(std::move(image)), spacingX, spacingY);
}

void ImagePane::setImage(std::shared_ptr<const GrayImage16> image, double spacingX,
                         double spacingY) {
  showImage(std::make_shared<PixelPyramid>(std::move(image)), spacingX, spacingY);
}

void ImagePane::showImage(std::shared_ptr<const PixelPyramid> image, double spacingX,
                          double spacingY) {
  const bool first = !image_;
  const bool sameSize =
      !first && image_->width() == image->width() && image_->height() == image->height();
  const bool sameDepth = !first && image_->bits() == image->bits();
  image_ = std::move(image);
  view_.setImage(image_->width(), image_->height(), spacingX, spacingY);
  view_.setDefaultWindow(wholeRange(*image_));
  if (!sameSize) {
    view_.fit();
    endDrag();  // it was of the other image
  }
  if (!sameSize || !sameDepth) view_.resetWindow();
  backend_->setImage(image_);
  if (first && link_)
    for (const ImagePane* other : link_->panes())
      if (other != this && other->hasImage()) {
        takeView(*other);
        return;
      }
  if (sameSize && sameDepth)
    viewUpdated();
  else
    viewEdited();
}

void ImagePane::clear() {
  image_.reset();
  endDrag();
  backend_->setImage(nullptr);
  setOverlay({});
  viewUpdated();
}

void ImagePane::setPlaceholder(const QString& text) {
  annotations_->setPlaceholder(text);
  placeholder_ = text;
  updateDescription();
}

void ImagePane::setCaption(const QString& text) {
  annotations_->setCaption(text);
  caption_ = text;
  updateDescription();
}

void ImagePane::setPatchGrid(int columns, int rows) {
  annotations_->setPatchGrid(std::max(columns, 0), std::max(rows, 0));
}

void ImagePane::setReadoutVisible(bool visible) {
  annotations_->setReadoutVisible(visible);
}
bool ImagePane::readoutVisible() const {
  return annotations_->readoutVisible();
}

void ImagePane::setOverlay(const QImage& overlay) {
  overlay_.reset();
  if (!overlay.isNull()) {
    const QImage rgba = overlay.convertToFormat(QImage::Format_RGBA8888);
    const std::size_t row = static_cast<std::size_t>(rgba.width()) * 4;
    std::vector<std::uint8_t> bytes(row * static_cast<std::size_t>(rgba.height()));
    for (int y = 0; y < rgba.height(); ++y)
      std::copy_n(rgba.constScanLine(y), row, bytes.data() + row * static_cast<std::size_t>(y));
    overlay_ = std::make_shared<OverlayPyramid>(rgba.width(), rgba.height(), std::move(bytes));
  }
  backend_->setOverlay(overlay_, overlayOpacity_);
  updateDescription();
}

void ImagePane::setOverlayOpacity(double opacity) {
  overlayOpacity_ = std::isfinite(opacity) ? std::clamp(opacity, 0.0, 1.0) : 1;
  backend_->setOverlay(overlay_, overlayOpacity_);
}

void ImagePane::setLink(ImageLink* link) {
  if (link == link_) return;
  if (link_) link_->leave(this);
  link_ = link;
  if (link_) link_->join(this);
}

void ImagePane::takeView(const ImagePane& other) {
  if (!image_ || !other.image_) return;
  view_.setCamera(other.view_.camera());
  view_.setInverted(other.view_.inverted());
  if (other.view_.windowIsDefault()) {
    view_.resetWindow();
  } else if (other.image_->bits() == image_->bits()) {
    view_.setWindow(other.view_.window());
  } else {
    const DisplayWindow& theirs = other.view_.defaultWindow();
    const DisplayWindow& ours = view_.defaultWindow();
    const double scale = ours.width / theirs.width;
    const DisplayWindow& shown = other.view_.window();
    view_.setWindow({ours.centre + (shown.centre - theirs.centre) * scale, shown.width * scale});
  }
  viewUpdated();
}

void ImagePane::viewEdited() {
  viewUpdated();
  if (link_) link_->publish(this);
}

void ImagePane::viewUpdated() {
  backend_->setView(view_);
  annotations_->setView(view_, hasImage());
  updateCursorShape();
  updateReadout();
  updateDescription();
  Q_EMIT viewChanged();
}

void ImagePane::fit() {
  view_.fit();
  viewEdited();
}

void ImagePane::zoomBy(double factor) {
  view_.zoomAround({width() / 2.0, height() / 2.0}, factor);
  viewEdited();
}

void ImagePane::resetWindow() {
  view_.resetWindow();
  viewEdited();
}

void ImagePane::setDisplayWindow(const DisplayWindow& window) {
  view_.setWindow(window);
  viewEdited();
}

void ImagePane::setInverted(bool inverted) {
  if (inverted == view_.inverted()) return;
  view_.setInverted(inverted);
  viewEdited();
}

PixelReadout ImagePane::readoutAt(QPointF position) const {
  PixelReadout readout;
  const ViewPoint image = view_.widgetToImage({position.x(), position.y()});
  if (!image_ || !view_.containsImagePoint(image)) return readout;
  readout.inside = true;
  readout.x = static_cast<int>(image.x);
  readout.y = static_cast<int>(image.y);
  readout.stored = image_->storedValue(readout.x, readout.y);
  readout.shown = view_.displayed(readout.stored);
  return readout;
}

void ImagePane::updateReadout() {
  const PixelReadout readout = cursor_ ? readoutAt(*cursor_) : PixelReadout{};
  if (cursor_ && image_) {
    const DisplayWindow& window = view_.window();
    annotations_->setReadout(
        readout.inside ? tr("x %1  y %2  value %3  shown %4")
                             .arg(number(readout.x), number(readout.y), number(readout.stored),
                                  number(readout.shown))
                       : QString(),
        tr("W %1  L %2  %3%", "window width, window level, zoom in percent")
            .arg(number(window.width), number(window.centre), number(100 * view_.zoom())));
  } else {
    annotations_->setReadout({}, {});
  }
  if (readout == readout_) return;
  readout_ = readout;
  Q_EMIT cursorMoved(readout_);
}

void ImagePane::updateDescription() {
  // A name that somebody else gave stays.
  if (accessibleName() == givenName_) {
    givenName_ = caption_.isEmpty() ? tr("Image") : caption_;
    setAccessibleName(givenName_);
  }
  if (!image_) {
    setAccessibleDescription(placeholder_.isEmpty() ? tr("No image.") : placeholder_);
    return;
  }
  const DisplayWindow& window = view_.window();
  QStringList parts{
      tr("%1 by %2 pixels").arg(number(double(image_->width())), number(double(image_->height()))),
      tr("zoom %1 percent").arg(number(100 * view_.zoom())),
      tr("window %1, level %2").arg(number(window.width), number(window.centre))};
  if (view_.inverted()) parts << tr("inverted");
  if (overlay_) parts << tr("with overlay");
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void ImagePane::paneResized() {
  backend_->widget()->setGeometry(rect());
  annotations_->setGeometry(rect());
  annotations_->raise();
  const double zoom = view_.zoom();
  view_.setPane(width(), height(), devicePixelRatioF());
  backend_->setView(view_);
  annotations_->setView(view_, hasImage());
  updateReadout();
  if (!image_ || view_.zoom() == zoom) return;
  updateDescription();
  Q_EMIT viewChanged();  // a fitted image follows the pane
}

void ImagePane::resizeEvent(QResizeEvent*) {
  paneResized();
}

void ImagePane::focusInEvent(QFocusEvent*) {
  annotations_->update();
}

void ImagePane::focusOutEvent(QFocusEvent*) {
  spaceHeld_ = false;
  updateCursorShape();
  annotations_->update();
}

void ImagePane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
    updateReadout();
    updateDescription();
  }
  QWidget::changeEvent(event);
}

}  // namespace mrm
