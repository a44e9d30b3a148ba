// Ctrl+C and SIGTERM as a stop token.
#pragma once

#include <stop_token>
#include <thread>

namespace mrm::cli {

// While it lives, the first SIGINT or SIGTERM requests the stop and a second ends the program at
// once. Make it before other threads, which inherit the blocked signals.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread thread_;
};

}  // namespace mrm::cli
