#include "core/train/status_board.h"

#include <unistd.h>

#include "core/base/error.h"
#include "core/run/host.h"

namespace mrm {
StatusBoard::StatusBoard(const RunPaths& run, RunStatus initial)
    : run_(run), status_(std::move(initial)) {
  status_.pid = ::getpid();
  status_.host = hostName();
  write();
  thread_ = std::thread([this] { beat(); });
}

StatusBoard::~StatusBoard() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void StatusBoard::update(const std::function<void(RunStatus&)>& change) {
  const std::lock_guard lock(mutex_);
  const RunState state = status_.state;
  const std::string activity = status_.activity;
  const std::int64_t checkpoint = status_.checkpointStep;
  change(status_);
  const bool urgent = status_.state != state || status_.activity != activity ||
                      status_.checkpointStep != checkpoint;
  if (urgent || Clock::now() - written_ > std::chrono::milliseconds(500)) write();
}

RunStatus StatusBoard::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

void StatusBoard::write() {
  status_.heartbeat = written_ = Clock::now();
  writeStatus(run_, status_);
}

void StatusBoard::beat() {
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, std::chrono::seconds(5), [this] { return ended_; })) {
    if (Clock::now() - written_ < std::chrono::seconds(4)) continue;
    try {
      write();
    } catch (const Error&) {
      // A full disk must not end the training from here: the next checkpoint will say it with its
      // advice.
    }
  }
}

}  // namespace mrm
