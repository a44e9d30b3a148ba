// provenance.json: from what a run's results came.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/run/run_folder.h"

namespace mrm {

struct Provenance {
  std::string programVersion;   // "0.1.0"
  std::string gitCommit;        // of the program's source; empty when not known
  std::string libtorchVersion;  // "2.11.0+cu130"
  std::string device;           // "CPU, 2 threads, fp32"
  std::string host, hostCpu;    // hostName() and cpuModel() of host.h
  std::filesystem::path dataSet;
  std::string dataSetSha256, vocabularySha256;  // of the table of records and of tokenizer.json
  std::int64_t seed = 0;
  std::vector<std::string> commandLine;  // argv
  Clock::time_point started{};
};

void writeProvenance(const RunPaths& run,
                     const Provenance& provenance);  // atomically; throws Error
Provenance readProvenance(const RunPaths& run);      // throws Error; never trusts a field

}  // namespace mrm
