// The texts of options in the window's language. Options are declared in core/, which knows no
// translations: translations/option_strings.cpp, made from the declarations, lists their texts for
// the translators.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/options/option.h"

namespace mrm {

class OptionText {
  Q_DECLARE_TR_FUNCTIONS(mrm::OptionText)
 public:
  static QString of(
      const std::string& source);  // a label, help, unit, section title, choice or preset text
  static QString label(const Option& option);

  // Numbers as people type them here ("0,75" in German) and as options hold them ("0.75").
  static QString shown(const Option& option, const std::string& value);
  static std::string typed(const Option& option, const QString& text);

  // Why the text is not valid for the option, in one sentence; empty when it is.
  static QString problem(const Option& option, const QString& text);
};

bool isNumber(const Option& option);

}  // namespace mrm
