#include "widgets/models/catalog_lane.h"

#include <algorithm>
#include <utility>

namespace mrm {

CatalogLane::CatalogLane() : thread_([this] { run(); }) {}

CatalogLane::~CatalogLane() {
  clear();
  {
    const std::lock_guard lock(mutex_);
    isEnding_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void CatalogLane::add(int urgency, std::uint64_t number, Task task) {
  {
    const std::lock_guard lock(mutex_);
    const auto place = std::find_if(jobs_.begin(), jobs_.end(),
                                    [&](const Job& job) { return job.urgency > urgency; });
    jobs_.insert(place, {urgency, number, std::move(task)});
  }
  changed_.notify_one();
}

bool CatalogLane::cancel(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  if (current_ == number) stop_.request_stop();
  return jobs_.remove_if([&](const Job& job) { return job.number == number; }) > 0;
}

void CatalogLane::clear() {
  const std::lock_guard lock(mutex_);
  jobs_.remove_if([](const Job& job) { return job.urgency > 0; });
  if (current_) stop_.request_stop();
}

void CatalogLane::run() {
  std::optional<Catalog> catalog;
  for (;;) {
    Job job;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return isEnding_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      current_ = job.number;
      stop_ = std::stop_source();
      stop = stop_.get_token();
    }
    job.task(catalog, stop);
    const std::lock_guard lock(mutex_);
    current_ = 0;
  }
}

}  // namespace mrm
