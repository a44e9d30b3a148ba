// Waiting in a true event loop, and how long that loop was held up meanwhile.
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <fstream>
#include <functional>

namespace mrm::testing {

inline constexpr int kPatience = 20000;  // ms; what is waited for comes far sooner

// Lets events be handled for so many milliseconds.
inline void passTime(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
  loop.exec();
}

// Handles events until the condition holds; false when it never does.
inline bool waitFor(const std::function<bool()>& condition, int patience = kPatience) {
  QElapsedTimer clock;
  clock.start();
  while (!condition()) {
    if (clock.elapsed() > patience) return false;
    passTime(5);
  }
  return true;
}

// The longest time in which this thread's event loop handled nothing, because something computed or
// waited on it. What the thread spent ready to run, with the processors busy for others, is left
// out: it says nothing about the window.
class EventLoopGap {
 public:
  EventLoopGap() : before_(now()) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { take(); });
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.start(kInterval);
  }

  double longest() {  // ms
    take();
    return longest_;
  }
  double longestOnTheClock() const { return longestOnTheClock_; }  // ms, with nothing left out
  int ticks() const { return ticks_; }

 private:
  static constexpr int kInterval = 5;  // ms
  struct Times {
    double clock, queued;  // ms
  };

  static Times now() {
    static QElapsedTimer clock = [] {
      QElapsedTimer started;
      started.start();
      return started;
    }();
    // Nanoseconds on a processor, and nanoseconds waiting for one.
    std::ifstream statistics("/proc/thread-self/schedstat");
    double ran = 0, queued = 0;
    statistics >> ran >> queued;
    return {static_cast<double>(clock.nsecsElapsed()) * 1e-6, queued * 1e-6};
  }

  void take() {
    const Times t = now();
    const double passed = t.clock - before_.clock;
    longest_ = std::max(longest_, passed - (t.queued - before_.queued));
    longestOnTheClock_ = std::max(longestOnTheClock_, passed);
    before_ = t;
    ++ticks_;
  }

  QTimer timer_;
  Times before_;
  double longest_ = 0, longestOnTheClock_ = 0;
  int ticks_ = 0;
};

}  // namespace mrm::testing
