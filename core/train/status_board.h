// The worker's side of status.json: written at changes and as a heartbeat.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "core/run/run_folder.h"

namespace mrm {

// Thread-safe. Writes at most twice a second for progress, at once for a change of state, and every
// five seconds without any, so that a watcher on another machine sees that the worker lives.
class StatusBoard {
 public:
  StatusBoard(const RunPaths& run, RunStatus initial);
  ~StatusBoard();
  StatusBoard(const StatusBoard&) = delete;
  StatusBoard& operator=(const StatusBoard&) = delete;

  void update(const std::function<void(RunStatus&)>& change);
  RunStatus status() const;

 private:
  void beat();
  void write();  // with the mutex held

  RunPaths run_;
  RunStatus status_;
  Clock::time_point written_{};
  mutable std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace mrm
