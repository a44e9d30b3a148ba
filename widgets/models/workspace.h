// What is open in the window: a project, or run folders alone, with the list of runs.
#pragma once

#include <QObject>
#include <QQueue>
#include <QStringList>
#include <QThread>
#include <memory>
#include <optional>
#include <utility>

#include "core/project/project.h"
#include "core/run/control.h"
#include "widgets/common/error_text.h"
#include "widgets/models/run_list_model.h"

namespace mrm {

class RunScanner;

class Workspace : public QObject {
  Q_OBJECT
 public:
  explicit Workspace(QObject* parent = nullptr);
  ~Workspace() override;

  // Reads the project off this thread, then projectChanged() or openFailed().
  void open(const QString& folder);
  void adopt(Project project);  // one that was read or made already
  // The project has other settings than before, and is the same otherwise.
  void update(const Project& project);
  void close();

  const std::optional<Project>& project() const { return project_; }
  QString projectFolder() const;
  bool isOpen() const { return project_ || !outside_.isEmpty(); }

  RunListModel& runs() { return runs_; }
  bool hasScanned() const { return hasScanned_; }

  // Shows a run folder that is not one of the project's, until removed; remembered with the
  // project.
  void addRunFolder(const QString& folder);
  void removeRunFolder(const QString& folder);

  // Writes the command for the run's worker, off this thread and after those sent before;
  // commandFailed() when it cannot be written.
  void send(const QString& runFolder, RunCommand command);
  // Starts a worker on a run that has none; commandFailed() when it cannot be started.
  void continueRun(const QString& runFolder);
  void rescan();

 Q_SIGNALS:
  void projectChanged();
  void openFailed(const mrm::ErrorText& error);
  void runsChanged();
  void commandFailed(const mrm::ErrorText& error);

 private:
  void updateSources();
  void sendNext();
  QString outsideKey() const;

  std::optional<Project> project_;
  QStringList outside_;
  RunListModel runs_;
  QQueue<std::pair<QString, RunCommand>> commands_;  // the first is being written
  bool hasScanned_ = false;
  QThread thread_;
  RunScanner* scanner_;
};

}  // namespace mrm
