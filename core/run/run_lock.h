// One worker per run folder.
#pragma once

#include <string>

#include "core/base/file_descriptor.h"
#include "core/run/run_folder.h"

namespace mrm {

// Held for the worker's life: an advisory lock on the file `lock`, which also names process and
// host. Throws Error naming the holder when another worker has it. The kernel frees it when the
// process dies, however it dies. The lock belongs to the open file (Linux's F_OFD_SETLK), which is
// what lets isHeld() ask without taking it, and so without ever being in the way of a worker that
// starts.
class RunLock {
 public:
  explicit RunLock(const RunPaths& run);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

  // Whether a live worker holds the lock: one of this machine, or on a network file system whose
  // locks reach other hosts (NFS) any.
  static bool isHeld(const RunPaths& run);

 private:
  FileDescriptor file_;
};

}  // namespace mrm
