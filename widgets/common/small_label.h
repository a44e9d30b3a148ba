// The small grey sentence below or beside a field that explains it.
#pragma once

#include <QLabel>

namespace mrm {

QLabel* smallLabel(const QString& text, QWidget* parent);  // breaks its lines

}  // namespace mrm
