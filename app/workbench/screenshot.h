// A picture of the window when everything is on it.
#pragma once

#include <QString>

namespace mrm {
class MainWindow;
}

// Waits (at most a minute) until the window has settled, writes the picture and quits the program:
// with code 0, or 1 when the file could not be written.
void takeScreenshot(mrm::MainWindow& window, const QString& file);
