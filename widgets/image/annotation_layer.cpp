#include "widgets/image/annotation_layer.h"

#include <QPainter>
#include <QRegion>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace mrm {

namespace {

// The same in light and dark: the pane is near black in both.
const QColor kText(0xe6, 0xe8, 0xea);
const QColor kFaintText(0xa4, 0xab, 0xb3);
const QColor kBackdrop(0x10, 0x12, 0x14, 0xc8);
constexpr int kMargin = 8, kPaddingX = 6, kPaddingY = 2;  // logical pixels

// One of the grid's two sets of lines, in device pixels of the pane.
struct GridLines {
  std::int64_t origin;  // of the image on this axis
  double spacing;
  int count;  // of patches
  int at(int i) const { return static_cast<int>(origin + std::llround(spacing * i)); }
};

}  // namespace

AnnotationLayer::AnnotationLayer(QWidget* pane) : QWidget(pane) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
}

void AnnotationLayer::setView(const ViewState& view, bool hasImage) {
  // Without grid or placeholder nothing here moves with the image.
  const bool moves = hasImage != hasImage_ || (gridColumns_ > 0 && gridRows_ > 0);
  view_ = view;
  hasImage_ = hasImage;
  if (moves) update();
}

void AnnotationLayer::setCaption(const QString& text) {
  if (text == caption_) return;
  caption_ = text;
  update();
}

void AnnotationLayer::setPlaceholder(const QString& text) {
  if (text == placeholder_) return;
  placeholder_ = text;
  update();
}

void AnnotationLayer::setPatchGrid(int columns, int rows) {
  if (columns == gridColumns_ && rows == gridRows_) return;
  gridColumns_ = columns;
  gridRows_ = rows;
  update();
}

QRect AnnotationLayer::lowerEdge() const {
  const int lineHeight = fontMetrics().height() + 2 * kPaddingY + kMargin;
  return {0, height() - lineHeight, width(), lineHeight};
}

void AnnotationLayer::setReadout(const QString& left, const QString& right) {
  if (left == readoutLeft_ && right == readoutRight_) return;
  readoutLeft_ = left;
  readoutRight_ = right;
  if (readoutVisible_) update(lowerEdge());
}

void AnnotationLayer::setReadoutVisible(bool visible) {
  if (visible == readoutVisible_) return;
  readoutVisible_ = visible;
  update(lowerEdge());
}

void AnnotationLayer::paintGrid(QPainter& painter) const {
  const DevicePlacement place = view_.placement();
  const GridLines across{place.originX,
                         static_cast<double>(view_.imageWidth()) * place.scaleX / gridColumns_,
                         gridColumns_};
  const GridLines down{place.originY,
                       static_cast<double>(view_.imageHeight()) * place.scaleY / gridRows_,
                       gridRows_};
  const int thickness = std::max(1, static_cast<int>(std::lround(view_.devicePixelRatio())));
  if (std::min(across.spacing, down.spacing) < 4 * thickness) return;  // a veil, not a grid

  const QRect pane(0, 0, static_cast<int>(view_.deviceWidth()),
                   static_cast<int>(view_.deviceHeight()));
  const QRect image =
      pane & QRect(QPoint(across.at(0), down.at(0)), QPoint(across.at(gridColumns_) + thickness - 1,
                                                            down.at(gridRows_) + thickness - 1));
  // A light line with a dark one beside it shows on black and on white. Regions, so that crossings
  // are not painted twice.
  QRegion light, dark;
  for (int i = 0; i <= gridColumns_; ++i) {
    const QRect line(across.at(i), image.top(), thickness, image.height());
    if (!line.intersects(pane)) continue;
    light += line & image;
    dark += line.translated(thickness, 0) & image;
  }
  for (int i = 0; i <= gridRows_; ++i) {
    const QRect line(image.left(), down.at(i), image.width(), thickness);
    if (!line.intersects(pane)) continue;
    light += line & image;
    dark += line.translated(0, thickness) & image;
  }
  painter.save();
  // To whole device pixels, as the image itself.
  const QTransform device = painter.deviceTransform();
  const QPointF corner = device.map(QPointF(0, 0));
  painter.translate(device.inverted().map(QPointF(std::round(corner.x()), std::round(corner.y()))));
  painter.scale(1 / view_.devicePixelRatio(), 1 / view_.devicePixelRatio());
  for (const QRect& part : dark - light) painter.fillRect(part, QColor(0, 0, 0, 110));
  for (const QRect& part : light) painter.fillRect(part, QColor(255, 255, 255, 130));
  painter.restore();
}

void AnnotationLayer::paintLabel(QPainter& painter, const QString& text, Qt::Alignment place,
                                 int room) const {
  const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, room - 2 * kPaddingX);
  if (shown.isEmpty()) return;
  const QSize size(fontMetrics().horizontalAdvance(shown) + 2 * kPaddingX,
                   fontMetrics().height() + 2 * kPaddingY);
  const QRect box = QStyle::alignedRect(layoutDirection(), place, size,
                                        rect().adjusted(kMargin, kMargin, -kMargin, -kMargin));
  painter.setPen(Qt::NoPen);
  painter.setBrush(kBackdrop);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(kText);
  painter.drawText(box, Qt::AlignCenter, shown);
}

void AnnotationLayer::paintReadout(QPainter& painter) const {
  const int room = width() - 2 * kMargin;
  const auto wide = [this](const QString& text) {
    return text.isEmpty() ? 0 : fontMetrics().horizontalAdvance(text) + 2 * kPaddingX;
  };
  if (!readoutLeft_.isEmpty())
    paintLabel(painter, readoutLeft_, Qt::AlignLeft | Qt::AlignBottom, room);
  if (wide(readoutLeft_) + wide(readoutRight_) + kMargin <= room)
    paintLabel(painter, readoutRight_, Qt::AlignRight | Qt::AlignBottom, room);
}

void AnnotationLayer::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!hasImage_) {
    painter.setPen(kFaintText);
    painter.drawText(rect().adjusted(2 * kMargin, 2 * kMargin, -2 * kMargin, -2 * kMargin),
                     Qt::AlignCenter | Qt::TextWordWrap, placeholder_);
  } else {
    if (gridColumns_ > 0 && gridRows_ > 0) {
      painter.setRenderHint(QPainter::Antialiasing, false);
      paintGrid(painter);
      painter.setRenderHint(QPainter::Antialiasing);
    }
    if (readoutVisible_) paintReadout(painter);
  }
  if (!caption_.isEmpty())
    paintLabel(painter, caption_, Qt::AlignLeft | Qt::AlignTop, width() - 2 * kMargin);
  if (parentWidget()->hasFocus()) {
    painter.setPen(
        QPen(palette().color(QPalette::Highlight), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

}  // namespace mrm
