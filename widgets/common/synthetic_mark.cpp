#include "widgets/common/synthetic_mark.h"

#include <QEvent>
#include <QPainter>

#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {

SyntheticMark::SyntheticMark(QWidget* parent) : QLabel(parent) {
  QFont font = fontOf(TextRole::Small);
  font.setWeight(QFont::DemiBold);
  setFont(font);
  setContentsMargins(kGrid, 2, kGrid, 2);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  retranslate();
  updateColors();
}

void SyntheticMark::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  fillRound(painter, rect(), themeColors().attentionTint, Qt::transparent, 0, 4);
  painter.end();
  QLabel::paintEvent(event);
}

void SyntheticMark::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange &&
      palette().color(QPalette::WindowText) != themeColors().attention)
    updateColors();
}

void SyntheticMark::retranslate() {
  setText(tr("Synthetic"));
  setToolTip(
      tr("Made by the program's sample generator. No patient is behind these images and "
         "reports."));
}

void SyntheticMark::updateColors() {
  setTextColor(this, themeColors().attention);
}

}  // namespace mrm
