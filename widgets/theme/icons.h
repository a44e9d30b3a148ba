// Line icons, drawn from SVG in the colours of the theme, sharp at every scale.
#pragma once

#include <QIcon>
#include <QString>

namespace mrm {

enum class IconTone { Text, Secondary, Accent, OnAccent, Attention, Failure, Success, OnImage };

// `name` is a file of resources/icons without its ending. Follows the theme without being set
// again.
QIcon themedIcon(const QString& name, IconTone tone = IconTone::Text);
QPixmap themedPixmap(const QString& name, int size, double scale, IconTone tone = IconTone::Text);

// Makes the compiled-in icons known; Theme::install does it.
void initializeIcons();

}  // namespace mrm
