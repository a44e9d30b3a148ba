// How long work reports its progress: immutable snapshots to a function that its caller gives.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace mrm {

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known
  std::string activity;    // what is being done, for people: "Decoding images"
};

// Called from the working thread. An empty function means that nobody listens.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace mrm
