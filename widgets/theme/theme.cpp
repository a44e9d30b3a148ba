#include "widgets/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QPixmapCache>
#include <QToolTip>

#include "widgets/theme/icons.h"
#include "widgets/theme/system_scheme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {

Theme& Theme::instance() {
  static Theme theme;
  return theme;
}

void Theme::install(QApplication& app, ThemeMode mode) {
  initializeIcons();
  systemDark_ = platformPaletteIsDark();
  mode_ = mode;
  app.setStyle(new WorkbenchStyle);
  apply();
  followSystemScheme(this, [this](bool dark) {
    if (dark == systemDark_) return;
    systemDark_ = dark;
    if (mode_ == ThemeMode::System) apply();
  });
}

void Theme::setMode(ThemeMode mode) {
  if (mode == mode_) return;
  mode_ = mode;
  apply();
}

void Theme::apply() {
  const bool dark = mode_ == ThemeMode::Dark || (mode_ == ThemeMode::System && systemDark_);
  colors_ = dark ? &darkColors() : &lightColors();
  QPixmapCache::clear();
  const QPalette palette = paletteOf(*colors_);
  QApplication::setPalette(palette);
  QToolTip::setPalette(palette);
  Q_EMIT changed();
}

QFont fontOf(TextRole role) {
  QFont font = QApplication::font();
  const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
  switch (role) {
    case TextRole::Title:
      font.setPointSizeF(size * 1.8);
      font.setWeight(QFont::DemiBold);
      break;
    case TextRole::Heading:
      font.setPointSizeF(size * 1.3);
      font.setWeight(QFont::DemiBold);
      break;
    case TextRole::Small:
      font.setPointSizeF(size * 0.9);
      break;
    case TextRole::Mono: {
      QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
      mono.setPointSizeF(size * 0.95);
      return mono;
    }
    case TextRole::Body:
    case TextRole::Secondary:
      break;
  }
  return font;
}

void setTextRole(QLabel* label, TextRole role) {
  label->setFont(fontOf(role));
  if (role != TextRole::Secondary && role != TextRole::Small) return;
  const auto paint = [label] { setTextColor(label, themeColors().secondaryText); };
  paint();
  QObject::connect(&Theme::instance(), &Theme::changed, label, paint);
}

void setTextColor(QWidget* widget, const QColor& color) {
  QPalette palette = widget->palette();
  // Which of the two is used follows the background's role: Text on Base, WindowText on Window.
  palette.setColor(QPalette::WindowText, color);
  palette.setColor(QPalette::Text, color);
  widget->setPalette(palette);
}

}  // namespace mrm
