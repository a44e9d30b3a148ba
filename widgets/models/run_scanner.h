// Keeps the list of a project's runs up to date, on a thread of its own.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVector>
#include <optional>

#include "core/project/project.h"
#include "widgets/models/run_summary.h"

namespace mrm {

// Lives on its own thread: call its slots through queued connections or invokeMethod.
class RunScanner : public QObject {
  Q_OBJECT
 public:
  explicit RunScanner(QObject* parent = nullptr);

  // Runs of the project (none: only those opened on their own), newest first, then the others.
  void setSources(std::optional<Project> project, QStringList outside);
  void scan();

 Q_SIGNALS:
  // Only when something changed since the last time.
  void scanned(const QVector<mrm::RunSummary>& runs);

 private:
  std::optional<Project> project_;
  QStringList outside_;
  QVector<RunSummary> last_;
  bool hasScanned_ = false;
  QTimer timer_;
  QTimer soon_;
  QFileSystemWatcher watcher_;
};

}  // namespace mrm
