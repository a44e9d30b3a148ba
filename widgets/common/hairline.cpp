#include "widgets/common/hairline.h"

#include <QPainter>

#include "widgets/theme/theme.h"

namespace mrm {

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
  if (orientation == Qt::Horizontal)
    setFixedHeight(1);
  else
    setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), themeColors().hairline);
}

}  // namespace mrm
