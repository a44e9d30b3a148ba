// The sample project: synthetic chest phantoms with reports, labels and masks. No patient data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "core/base/progress.h"
#include "core/project/project.h"

namespace mrm {

struct SampleOptions {
  std::int64_t patients = 200;
  std::int64_t size = 512;  // shorter side in pixels
  std::uint64_t seed = 1;
};

// Writes the project into `root` (made whole under a temporary name, then renamed) and returns it.
// Deterministic: the same options give the same bytes, but for the catalogue, which holds the time.
// An existing sample with the same options is returned as it is. Throws Stopped when asked to stop.
Project makeSampleProject(const std::filesystem::path& root, const SampleOptions& options,
                          const ProgressSink& progress = {}, std::stop_token stop = {});

}  // namespace mrm
