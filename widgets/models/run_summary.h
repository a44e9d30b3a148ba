// What a list of runs shows of one run, read from its folder.
#pragma once

#include <QCoreApplication>
#include <QMetaType>
#include <QString>
#include <filesystem>

#include "core/run/run_folder.h"
#include "widgets/common/error_text.h"

namespace mrm {

// The state of a run as a watcher sees it.
enum class RunPhase {
  NotStarted,  // has a configuration; no worker has ever taken it, or none came
  Starting,    // a worker was started a moment ago
  Running,
  Paused,
  Interrupted,  // its worker is gone without having said so
  Stopped,
  Finished,
  Failed,
  Unreadable,  // its status cannot be read
};

struct RunSummary {
  Q_DECLARE_TR_FUNCTIONS(mrm::RunSummary)
 public:
  QString path, name;
  bool isOutside = false;  // not in the project's runs folder: opened on its own
  RunPhase phase = RunPhase::NotStarted;
  RunStatus status;   // defaults where there is none
  ErrorText problem;  // of a run that failed or cannot be read

  bool isActive() const {
    return phase == RunPhase::Starting || phase == RunPhase::Running || phase == RunPhase::Paused;
  }
  // A worker that is started on the folder would go on with it.
  bool canBeContinued() const {
    return phase == RunPhase::NotStarted || phase == RunPhase::Interrupted ||
           phase == RunPhase::Stopped || phase == RunPhase::Failed;
  }
  bool wantsAttention() const {
    return phase == RunPhase::Interrupted || phase == RunPhase::Failed ||
           phase == RunPhase::Unreadable;
  }
  double progress() const;  // 0 to 1; 0 when not known
  QString phaseText() const;
  QString activityText() const;  // what it is doing, in the window's language where it is known

  bool operator==(const RunSummary& other) const;
};

// Reads the folder; never throws: what is wrong is in `problem`. Not for the GUI thread.
RunSummary readRunSummary(const std::filesystem::path& folder);

}  // namespace mrm

Q_DECLARE_METATYPE(mrm::RunSummary)
