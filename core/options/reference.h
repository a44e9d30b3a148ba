// The reference documentation of declared options.
#pragma once

#include <string>

#include "core/options/option.h"

namespace mrm {

// Markdown: a heading and a table for each section; headings of level `level`.
std::string markdownReference(const OptionSet& options, int level = 2);

}  // namespace mrm
