// What program this is.
#pragma once

class QWidget;

namespace mrm {

void showAbout(QWidget* parent);

}  // namespace mrm
