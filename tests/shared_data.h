// Where tests find real data and numeric references; they skip, saying so, where these are absent.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace mrm::testing {

inline std::filesystem::path sharedFolder() {
  const char* folder = std::getenv("MRM_SHARED");
  return folder ? std::filesystem::path(folder) : std::filesystem::path();
}

}  // namespace mrm::testing

// Use at the start of a test: names the path, or skips the test.
#define MRM_SHARED_OR_SKIP(variable, relative)                                      \
  const std::filesystem::path variable = mrm::testing::sharedFolder() / (relative); \
  if (!std::filesystem::exists(variable))                                           \
  GTEST_SKIP() << "real data not here: " << variable.string() << " (set MRM_SHARED)"
