#include "widgets/common/small_label.h"

#include "widgets/theme/theme.h"

namespace mrm {

QLabel* smallLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  setTextRole(label, TextRole::Small);
  return label;
}

}  // namespace mrm
