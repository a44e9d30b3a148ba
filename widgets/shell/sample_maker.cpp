#include "widgets/shell/sample_maker.h"

#include <mutex>

#include "core/sample/sample_project.h"
#include "widgets/common/background.h"

namespace mrm {

// What the working thread and this one share.
struct SampleMaker::Shared {
  std::mutex mutex;
  Progress progress;
};

SampleMaker::~SampleMaker() {
  stop_.request_stop();
}

void SampleMaker::make(const QString& folder) {
  if (isBusy()) return;
  shared_ = std::make_shared<Shared>();
  stop_ = std::stop_source();
  clock_.start();
  timer_.setInterval(100);
  connect(&timer_, &QTimer::timeout, this, &SampleMaker::report, Qt::UniqueConnection);
  timer_.start();
  runInBackground(
      this,
      [folder, shared = shared_, stop = stop_.get_token()]() -> std::optional<Project> {
        const ProgressSink sink = [shared](const Progress& progress) {
          const std::lock_guard lock(shared->mutex);
          shared->progress = progress;
        };
        try {
          return makeSampleProject(folder.toStdString(), SampleOptions{}, sink, stop);
        } catch (const Stopped&) {
          return std::nullopt;
        }
      },
      [this](const std::optional<Project>& project) {
        timer_.stop();
        shared_.reset();
        if (project)
          Q_EMIT finished(*project);
        else
          Q_EMIT cancelled();
      },
      [this](const ErrorText& error) {
        timer_.stop();
        shared_.reset();
        Q_EMIT failed(error);
      });
}

void SampleMaker::cancel() {
  stop_.request_stop();
}

void SampleMaker::report() {
  if (!shared_) return;
  Progress progress;
  {
    const std::lock_guard lock(shared_->mutex);
    progress = shared_->progress;
  }
  double left = -1;
  const double elapsed = static_cast<double>(clock_.elapsed()) / 1000;
  if (progress.done > 0 && progress.total > 0 && elapsed > 1)
    left = elapsed * static_cast<double>(progress.total - progress.done) /
           static_cast<double>(progress.done);
  Q_EMIT progressed(progress, left);
}

}  // namespace mrm
