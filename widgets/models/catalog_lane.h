// A thread with a connection to a catalogue, which does one task after the other, the most urgent
// first.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "core/catalog/catalog.h"

namespace mrm {

class CatalogLane {
 public:
  // Called on the lane's thread with its connection: nothing as long as none is open.
  using Task = std::function<void(std::optional<Catalog>& catalog, const std::stop_token& stop)>;

  CatalogLane();
  ~CatalogLane();  // as clear(), and waits
  CatalogLane(const CatalogLane&) = delete;
  CatalogLane& operator=(const CatalogLane&) = delete;

  // The least urgency first; equals in their order. Those of urgency 0 are done whatever comes.
  void add(int urgency, std::uint64_t number, Task task);
  // True: the task was taken off before it began. Else it is asked to stop, if it is under way.
  bool cancel(std::uint64_t number);
  void clear();  // cancels all but those of urgency 0

 private:
  struct Job {
    int urgency = 0;
    std::uint64_t number = 0;
    Task task;
  };
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<Job> jobs_;
  std::uint64_t current_ = 0;  // under way; 0: none
  std::stop_source stop_;
  bool isEnding_ = false;
  std::thread thread_;
};

}  // namespace mrm
