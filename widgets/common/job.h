// Work of seconds or minutes off the GUI thread, with its progress, rate and time left, that can be
// cancelled.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>

#include "core/base/progress.h"
#include "widgets/common/background.h"

namespace mrm {

struct JobProgress {
  Progress progress;
  double perSecond = 0;     // 0: not known yet
  double secondsLeft = -1;  // below 0: not known
};

class Job : public QObject {
  Q_OBJECT
 public:
  explicit Job(QObject* parent = nullptr);
  ~Job() override;  // asks the work to stop; its result is dropped

  // Runs `work(ProgressSink, std::stop_token)`, which returns something, off this thread; then
  // `done(result)`, or failed(), or cancelled() when it threw Stopped. Work that is still under way
  // is asked to stop and its result dropped.
  template <class Work, class Done>
  void start(Work work, Done done) {
    using Result = std::invoke_result_t<Work, const ProgressSink&, std::stop_token>;
    const std::shared_ptr<Shared> shared = begin();
    runInBackground(
        this,
        [shared, work = std::move(work)]() mutable -> std::optional<Result> {
          try {
            return work(sinkOf(shared), stopOf(*shared));
          } catch (const Stopped&) {
            return std::nullopt;
          }
        },
        [this, shared, done = std::move(done)](std::optional<Result> result) mutable {
          if (!end(shared)) return;
          if (result)
            done(std::move(*result));
          else
            Q_EMIT cancelled();
        },
        [this, shared](const ErrorText& error) {
          if (end(shared)) Q_EMIT failed(error);
        });
  }
  // Asks the work to stop; cancelled() follows unless it ends by itself before it looks.
  void cancel();
  bool isBusy() const { return shared_ != nullptr; }
  bool isCancelling() const { return isCancelling_; }

 Q_SIGNALS:
  void started();
  void progressed(const mrm::JobProgress& progress);
  void failed(const mrm::ErrorText& error);
  void cancelled();
  void ended();  // however; before the others

 private:
  struct Shared;
  std::shared_ptr<Shared> begin();
  bool end(const std::shared_ptr<Shared>& shared);  // false: another was started meanwhile
  static ProgressSink sinkOf(const std::shared_ptr<Shared>& shared);
  static std::stop_token stopOf(const Shared& shared);
  void report();

  std::shared_ptr<Shared> shared_;
  bool isCancelling_ = false;
  QTimer timer_;
  QElapsedTimer clock_;
};

}  // namespace mrm
