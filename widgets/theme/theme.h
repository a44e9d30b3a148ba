// Light and dark: follows the system unless the user chose, and tells those who paint when it
// changes.
#pragma once

#include <QFont>
#include <QObject>

#include "widgets/theme/colors.h"

class QApplication;
class QLabel;

namespace mrm {

enum class ThemeMode { System, Light, Dark };

class Theme : public QObject {
  Q_OBJECT
 public:
  static Theme& instance();

  // Sets style, fonts and palette of the application. Once, before the first widget.
  void install(QApplication& app, ThemeMode mode);

  ThemeMode mode() const { return mode_; }
  void setMode(ThemeMode mode);
  const Colors& colors() const { return *colors_; }

 Q_SIGNALS:
  void changed();  // after the application's palette was replaced

 private:
  Theme() = default;
  void apply();

  ThemeMode mode_ = ThemeMode::System;
  bool systemDark_ = false;
  const Colors* colors_ = &lightColors();
};

inline const Colors& themeColors() {
  return Theme::instance().colors();
}

// All spacing is a multiple of this many device-independent pixels.
constexpr int kGrid = 8;

enum class TextRole { Heading, Title, Body, Secondary, Small, Mono };
QFont fontOf(TextRole role);
// Font and, for Secondary and Small, the quieter colour; follows the theme.
void setTextRole(QLabel* label, TextRole role);
// Of a label on any background.
void setTextColor(QWidget* widget, const QColor& color);

}  // namespace mrm
