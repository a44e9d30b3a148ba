#include "app/cli/stop_signals.h"

#include <signal.h>
#include <unistd.h>

#include <ctime>

namespace mrm::cli {
namespace {

sigset_t stopSet() {
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, SIGINT);
  ::sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t set = stopSet();
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::jthread([this](std::stop_token ending) {
    const sigset_t waited = stopSet();
    while (!ending.stop_requested()) {
      const timespec patience{0, 200'000'000};
      if (::sigtimedwait(&waited, nullptr, &patience) < 0) continue;
      if (source_.stop_requested()) ::_exit(130);
      source_.request_stop();
    }
  });
}

StopSignals::~StopSignals() {
  thread_.request_stop();
  thread_.join();
  const sigset_t set = stopSet();
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace mrm::cli
