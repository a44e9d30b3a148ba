// The report policy as options: command line, YAML and the panel's fields come from here.
#pragma once

#include <cstdint>
#include <string>

#include "core/options/option.h"
#include "core/text/report_policy.h"

namespace mrm {

struct ReportOptions {
  std::string sections = "findings, impression";
  std::string fallbacks = "unnamed";  // choices, apart by semicolons; empty for none
  std::string blanks = "drop";
  std::string blankWord;
  bool normalizeSpace = true;
  bool dropListNumbers = true;
  std::int64_t minimumWords = 1;

  void declare(OptionSet& options);

  // Throws Error whose `where` is the option's name.
  ReportPolicy policy() const;
  static ReportOptions of(const ReportPolicy& policy);
};

}  // namespace mrm
