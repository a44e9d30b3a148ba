// Which program this is.
#pragma once

#include <string>

namespace mrm {

std::string programVersion();   // "0.1.0"
std::string programCommit();    // of the source that was built; "unknown" outside a checkout
std::string libtorchVersion();  // "2.11.0"

}  // namespace mrm
