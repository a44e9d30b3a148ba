// Follows one run folder as its worker writes it, on a thread of its own.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QThread>
#include <QVector>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/run/log.h"
#include "core/run/metrics_log.h"
#include "widgets/models/run_summary.h"

namespace mrm {

// What is new since the last update. Immutable once sent.
struct RunUpdate {
  RunSummary summary;
  std::optional<Baselines> baselines;
  std::vector<std::int64_t> previewSteps;  // all there are
  std::vector<LogLine> log;                // new lines
  bool isLogRestarted = false;             // forget the lines before
  // New points of each curve (step, value), by the name in metrics.jsonl.
  QHash<QString, QVector<QPointF>> points;
  double lastEpoch = 0;
  bool areMetricsRestarted = false;  // forget the points before: the run went back to a checkpoint
  std::int64_t malformedLines = 0;
  bool isCaughtUp = false;  // all that is in the folder was sent
};

class RunFollowerWorker;

// Sends updates until it is deleted; at most one is under way at a time, and each is small enough
// to be taken up within a few milliseconds, however long the run's files are.
class RunFollower : public QObject {
  Q_OBJECT
 public:
  explicit RunFollower(const QString& folder, QObject* parent = nullptr);
  ~RunFollower() override;
  const QString& folder() const { return folder_; }

 Q_SIGNALS:
  void updated(const std::shared_ptr<const mrm::RunUpdate>& update);

 private:
  QString folder_;
  QThread thread_;
  RunFollowerWorker* worker_;
};

}  // namespace mrm
