// Texts that come from core/ in the window's language. core/ knows no translations:
// translations/core_strings.cpp lists its texts for the translators.
#pragma once

#include <QString>
#include <string>

namespace mrm {

// As it is where no translation is known.
QString coreText(const std::string& source);

}  // namespace mrm
