// The few shapes that all controls of the style are made of.
#pragma once

#include <QPainter>

#include "widgets/theme/theme.h"

namespace mrm {

// A line edit with this property is outlined as invalid.
inline constexpr char kInvalid[] = "mrmInvalid";

constexpr double kRadius = 5;

inline void fillRound(QPainter& painter, const QRect& rect, const QColor& fill,
                      const QColor& border = Qt::transparent, double borderWidth = 1,
                      double radius = kRadius) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double inset = border.alpha() ? borderWidth / 2 : 0;
  painter.setPen(border.alpha() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
  painter.setBrush(fill);
  painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
  painter.restore();
}

inline void drawFocus(QPainter& painter, const QRect& rect, bool onAccent) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(onAccent ? themeColors().onAccent : themeColors().accentText, 1.6));
  painter.setBrush(Qt::NoBrush);
  const double inset = onAccent ? 2.5 : 1;
  painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius - 1,
                          kRadius - 1);
  painter.restore();
}

}  // namespace mrm
