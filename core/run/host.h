// The machine on which a worker runs, in words.
#pragma once

#include <string>

namespace mrm {

std::string hostName();  // "node17"; characters that a file name cannot have are replaced
std::string cpuModel();  // "AMD EPYC 7763 64-Core Processor"; empty when not known

}  // namespace mrm
