#include "widgets/models/run_scanner.h"

#include <QFileInfo>

namespace mrm {
namespace {

constexpr int kInterval = 1000;  // ms: status files are replaced, which no watcher of files follows
constexpr int kSoon = 50;        // ms: gathers the many changes of a folder being made

}  // namespace

RunScanner::RunScanner(QObject* parent)
    : QObject(parent), timer_(this), soon_(this), watcher_(this) {
  timer_.setInterval(kInterval);
  soon_.setSingleShot(true);
  soon_.setInterval(kSoon);
  connect(&timer_, &QTimer::timeout, this, &RunScanner::scan);
  connect(&soon_, &QTimer::timeout, this, &RunScanner::scan);
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] { soon_.start(); });
}

void RunScanner::setSources(std::optional<Project> project, QStringList outside) {
  project_ = std::move(project);
  outside_ = std::move(outside);
  hasScanned_ = false;
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  if (project_ || !outside_.isEmpty())
    timer_.start();
  else
    timer_.stop();
  scan();
}

void RunScanner::scan() {
  QVector<RunSummary> runs;
  if (project_) {
    const QString folder = QString::fromStdString(project_->runsFolder().string());
    if (!watcher_.directories().contains(folder) && QFileInfo(folder).isDir())
      watcher_.addPath(folder);
    try {
      for (const std::filesystem::path& path : projectRuns(*project_))
        runs.append(readRunSummary(path));
    } catch (const std::exception&) {
      // The folder went away, or may not be read: the list is empty until it is back.
    }
  }
  for (const QString& path : outside_) {
    const auto same = [&](const RunSummary& run) { return run.path == path; };
    if (std::any_of(runs.cbegin(), runs.cend(), same)) continue;
    RunSummary summary = readRunSummary(path.toStdString());
    summary.isOutside = true;
    runs.append(summary);
  }
  if (hasScanned_ && runs == last_) return;
  hasScanned_ = true;
  last_ = runs;
  Q_EMIT scanned(runs);
}

}  // namespace mrm
