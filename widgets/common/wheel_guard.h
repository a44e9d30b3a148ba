// Choices on a page that scrolls: the wheel moves the page and changes no choice on its way.
#pragma once

class QComboBox;

namespace mrm {

// From now on the wheel changes the choice only while it has the keyboard.
void guardAgainstWheel(QComboBox* combo);

}  // namespace mrm
