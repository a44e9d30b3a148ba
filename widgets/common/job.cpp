#include "widgets/common/job.h"

#include <mutex>
#include <utility>

namespace mrm {
namespace {

constexpr int kInterval = 100;      // ms between two reports
constexpr double kSureAfter = 0.7;  // s of work before a rate says anything

}  // namespace

// What the working thread and this one share.
struct Job::Shared {
  std::stop_source stop;
  std::mutex mutex;
  Progress progress;
  // The rate is that of the present activity.
  std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
  std::int64_t doneBefore = 0;
};

Job::Job(QObject* parent) : QObject(parent) {
  timer_.setInterval(kInterval);
  connect(&timer_, &QTimer::timeout, this, &Job::report);
}

Job::~Job() {
  if (shared_) shared_->stop.request_stop();
}

std::shared_ptr<Job::Shared> Job::begin() {
  if (shared_) shared_->stop.request_stop();
  shared_ = std::make_shared<Shared>();
  isCancelling_ = false;
  timer_.start();
  const std::shared_ptr<Shared> begun = shared_;
  Q_EMIT started();
  return begun;
}

bool Job::end(const std::shared_ptr<Shared>& shared) {
  if (shared != shared_) return false;
  timer_.stop();
  shared_.reset();
  isCancelling_ = false;
  Q_EMIT ended();
  return true;
}

ProgressSink Job::sinkOf(const std::shared_ptr<Shared>& shared) {
  return [shared](const Progress& progress) {
    const std::lock_guard lock(shared->mutex);
    if (progress.activity != shared->progress.activity || progress.done < shared->progress.done) {
      shared->since = std::chrono::steady_clock::now();
      shared->doneBefore = progress.done;
    }
    shared->progress = progress;
  };
}

std::stop_token Job::stopOf(const Shared& shared) {
  return shared.stop.get_token();
}

void Job::cancel() {
  if (!shared_) return;
  shared_->stop.request_stop();
  isCancelling_ = true;
  report();
}

void Job::report() {
  if (!shared_) return;
  JobProgress now;
  double seconds = 0;
  std::int64_t before = 0;
  {
    const std::lock_guard lock(shared_->mutex);
    now.progress = shared_->progress;
    before = shared_->doneBefore;
    seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - shared_->since).count();
  }
  const auto done = static_cast<double>(now.progress.done - before);
  if (done > 0 && seconds > kSureAfter) {
    now.perSecond = done / seconds;
    if (now.progress.total > 0)
      now.secondsLeft =
          static_cast<double>(std::max<std::int64_t>(now.progress.total - now.progress.done, 0)) /
          now.perSecond;
  }
  Q_EMIT progressed(now);
}

}  // namespace mrm
