#include "widgets/models/run_follower.h"

#include <QTimer>

#include "core/run/preview.h"

namespace mrm {
namespace {

constexpr int kInterval = 250;                              // ms between two looks
constexpr std::size_t kRowsAtOnce = 8192;                   // in one update
constexpr std::size_t kBytesAtOnce = std::size_t{4} << 20;  // of metrics.jsonl that are in memory

}  // namespace

// Lives on the follower's thread.
class RunFollowerWorker : public QObject {
  Q_OBJECT
 public:
  explicit RunFollowerWorker(const QString& folder)
      : run_(folder.toStdString()),
        metrics_(run_.metrics(), kBytesAtOnce),
        log_(run_.log()),
        timer_(this) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &RunFollowerWorker::look);
  }

 public Q_SLOTS:
  void start() { look(); }
  // The last update was taken up.
  void acknowledge() { timer_.start(rows_.empty() && !moreMetrics_ ? kInterval : 0); }

 Q_SIGNALS:
  void updated(const std::shared_ptr<const mrm::RunUpdate>& update);

 private:
  void look() {
    auto update = std::make_shared<RunUpdate>();
    update->summary = readRunSummary(run_.root);
    try {
      update->baselines = readBaselines(run_);
    } catch (const std::exception&) {
      // Damaged: the curves go without the lines.
    }
    try {
      update->previewSteps = previewSteps(run_);
    } catch (const std::exception&) {
    }
    takeMetrics(*update);
    update->log = log_.poll();
    update->isLogRestarted = log_.restarted();
    update->isCaughtUp = rows_.empty() && !moreMetrics_;
    Q_EMIT updated(update);
  }

  void takeMetrics(RunUpdate& update) {
    if (rows_.empty()) {
      std::vector<MetricRow> rows = metrics_.poll();
      update.areMetricsRestarted = metrics_.restarted();
      moreMetrics_ = !metrics_.atEnd();
      rows_.assign(std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    const std::size_t count = std::min(rows_.size(), kRowsAtOnce);
    for (std::size_t i = 0; i < count; ++i) {
      const MetricRow& row = rows_[i];
      for (const auto& [name, value] : row.values)
        update.points[name_(name)].append(QPointF(static_cast<double>(row.step), value));
      lastEpoch_ = row.epoch;
    }
    rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(count));
    update.lastEpoch = lastEpoch_;
    update.malformedLines = metrics_.malformedLines();
  }

  // A QString made once for each name.
  const QString& name_(const std::string& name) {
    const auto found = names_.find(name);
    return found != names_.end() ? found->second
                                 : names_.emplace(name, QString::fromStdString(name)).first->second;
  }

  RunPaths run_;
  MetricsReader metrics_;
  LogReader log_;
  QTimer timer_;
  std::deque<MetricRow> rows_;  // read, not yet sent
  bool moreMetrics_ = false;
  double lastEpoch_ = 0;
  std::map<std::string, QString> names_;
};

RunFollower::RunFollower(const QString& folder, QObject* parent)
    : QObject(parent), folder_(folder), worker_(new RunFollowerWorker(folder)) {
  thread_.setObjectName("run follower");
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::started, worker_, &RunFollowerWorker::start);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &RunFollowerWorker::updated, this,
          [this](const std::shared_ptr<const RunUpdate>& update) {
            Q_EMIT updated(update);
            QMetaObject::invokeMethod(worker_, &RunFollowerWorker::acknowledge,
                                      Qt::QueuedConnection);
          });
  thread_.start();
}

RunFollower::~RunFollower() {
  thread_.quit();
  thread_.wait();
}

}  // namespace mrm

#include "run_follower.moc"
