// What the readers say about files in memory.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/base/error.h"
#include "core/checkpoint/pytorch_file.h"
#include "tests/checkpoint/tensors.h"
#include "tests/checkpoint/torch_files.h"

namespace mrm::testing {

// The content of the storage "0" of the files below: 0, 1, 2, 3, 4, 5.
inline std::string sixFloats() {
  std::string bytes;
  for (int i = 0; i < 6; ++i) bytes += littleEndian(static_cast<float>(i));
  return bytes;
}

inline const std::string kVector = tensor(storage("FloatStorage", "0", 6), 0, {6}, {1});

inline std::string problemOf(const std::string& file) {
  try {
    readCheckpointFile(inMemory(file));
  } catch (const Error& e) {
    return e.problem();
  }
  return "no error";
}

// Of a file with this object, in both containers, which must say the same.
inline std::string problemOfObject(const std::string& body) {
  const auto zipped = problemOf(torchZip(pickle(body), {{"0", sixFloats()}}));
  // A legacy file holds exactly the storages that are used.
  const bool used = body.find("FloatStorage") != std::string::npos;
  const std::vector<LegacyStorage> none, one{{"0", 6, sixFloats()}};
  EXPECT_EQ(problemOf(torchLegacy(pickle(body), used ? one : none)), zipped);
  return zipped;
}

}  // namespace mrm::testing
