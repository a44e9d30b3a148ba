// The colours of the workbench, by meaning, in a light and a dark set.
#pragma once

#include <QColor>
#include <QPalette>

namespace mrm {

// Colour means something or is absent: accent for action and selection, attention for what wants a
// look, failure for errors and destruction, success for what is finished.
struct Colors {
  bool dark = false;
  QColor window, base, raised;  // behind panels; of lists and fields; of menus and cards
  QColor text, secondaryText, disabledText;
  QColor hairline, controlBorder;  // separators; outlines of what can be clicked
  QColor control, controlHover, controlPressed;
  QColor accent, accentHover, onAccent;  // filled with accent, and text on it
  QColor accentText;                     // accent as a text or line colour
  QColor selection;                      // tint behind selected rows
  QColor attention, attentionTint;       // as text or line; behind a notice
  QColor failure, failureTint;
  QColor success, successTint;
  QColor image;  // behind images: near-black in both, as in a reading room
  QColor onImage;
  // Curves (Okabe and Ito 2008), in the fixed order of the series.
  QColor imageLoss, reportLoss, totalLoss, learningRate, speed;
};

const Colors& lightColors();
const Colors& darkColors();

QPalette paletteOf(const Colors& colors);

// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrast(const QColor& a, const QColor& b);

}  // namespace mrm
