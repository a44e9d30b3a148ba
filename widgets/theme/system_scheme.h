// Whether the desktop asks for dark windows.
#pragma once

#include <QObject>
#include <functional>

namespace mrm {

// Guess from the palette that the platform gave the application; call before replacing it.
bool platformPaletteIsDark();

// Asks the desktop portal (org.freedesktop.appearance color-scheme) and calls back now and whenever
// it changes, on this thread, as long as `context` lives. Never blocks; silent without a portal.
void followSystemScheme(QObject* context, std::function<void(bool dark)> onScheme);

}  // namespace mrm
