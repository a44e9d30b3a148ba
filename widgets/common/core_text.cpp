#include "widgets/common/core_text.h"

#include <QCoreApplication>

namespace mrm {

QString coreText(const std::string& source) {
  return source.empty() ? QString() : QCoreApplication::translate("Core", source.c_str());
}

}  // namespace mrm
