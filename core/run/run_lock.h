// One worker per run folder.
#pragma once

#include <string>

#include "core/run/run_folder.h"

namespace mrm {

// Held for the worker's life (flock on `lock`, which also names pid and host). Throws Error naming
// the holder when another worker has it. The kernel frees it when the process dies, however it
// dies.
class RunLock {
 public:
  explicit RunLock(const RunPaths& run);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

  // Whether a live worker on this machine holds the lock.
  static bool isHeld(const RunPaths& run);

 private:
  int fd_ = -1;
};

}  // namespace mrm
