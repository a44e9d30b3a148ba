#include "widgets/models/run_summary.h"

#include <algorithm>
#include <cmath>

#include "core/base/files.h"
#include "core/run/run_lock.h"
#include "widgets/models/worker.h"

namespace mrm {
namespace {

// How long a started worker may take until it holds the folder's lock.
constexpr auto kStartTime = std::chrono::seconds(20);

// A worker was started a moment ago, and has not written its status yet.
bool hasJustBeenStarted(const RunPaths& run) {
  namespace fs = std::filesystem;
  std::error_code code;
  const fs::file_time_type started = fs::last_write_time(workerOutputFile(run), code);
  if (code || fs::file_time_type::clock::now() - started > kStartTime) return false;
  const fs::file_time_type status = fs::last_write_time(run.status(), code);
  return code || status <= started;
}

RunPhase phaseOf(const RunPaths& run, const RunStatus& status) {
  switch (status.state) {
    case RunState::Queued:
      if (RunLock::isHeld(run)) return RunPhase::Starting;
      return Clock::now() - status.heartbeat < kStartTime ? RunPhase::Starting
                                                          : RunPhase::NotStarted;
    case RunState::Running:
      return isInterrupted(run, status) ? RunPhase::Interrupted : RunPhase::Running;
    case RunState::Paused:
      return isInterrupted(run, status) ? RunPhase::Interrupted : RunPhase::Paused;
    case RunState::Finished:
      return RunPhase::Finished;
    case RunState::Failed:
      return RunPhase::Failed;
    case RunState::Stopped:
      return RunPhase::Stopped;
  }
  return RunPhase::Unreadable;
}

// What the worker wrote to its standard error, when it came to that and not further.
QString workerOutput(const RunPaths& run) {
  try {
    return QString::fromStdString(readFile(workerOutputFile(run), std::size_t{64} << 10)).trimmed();
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

RunSummary readRunSummary(const std::filesystem::path& folder) {
  RunSummary summary;
  summary.path = QString::fromStdString(folder.string());
  summary.name = QString::fromStdString(folder.filename().string());
  const RunPaths run(folder);
  std::error_code code;
  if (!std::filesystem::is_directory(folder, code)) {
    summary.phase = RunPhase::Unreadable;
    summary.problem.what = RunSummary::tr("The run folder is not there.");
    summary.problem.where = summary.path;
    summary.problem.advice =
        RunSummary::tr("It was moved or deleted, or its disk is not connected.");
    return summary;
  }
  const bool hasStatus = std::filesystem::exists(run.status(), code);
  if (!hasStatus && !std::filesystem::exists(run.config(), code)) {
    summary.phase = RunPhase::Unreadable;
    summary.problem.what = RunSummary::tr("This folder is no run.");
    summary.problem.where = summary.path;
    summary.problem.advice =
        RunSummary::tr("Open a folder that a pre-training has made: it holds a file run.yaml.");
    return summary;
  }
  if (hasStatus) {
    try {
      summary.status = readStatus(run);
      summary.phase = phaseOf(run, summary.status);
    } catch (const std::exception& error) {
      summary.phase = RunPhase::Unreadable;
      summary.problem = ErrorText::of(error);
      if (summary.problem.advice.isEmpty())
        summary.problem.advice = RunSummary::tr(
            "The file may be damaged. If the run's worker is still at work, it writes it anew.");
    }
  }
  if (summary.canBeContinued() && hasJustBeenStarted(run)) summary.phase = RunPhase::Starting;
  if (summary.phase == RunPhase::Failed) {
    summary.problem.what = QString::fromStdString(summary.status.error);
    if (summary.problem.what.isEmpty())
      summary.problem.what = RunSummary::tr("The run failed without saying why.");
    summary.problem.details = workerOutput(run);
  } else if (summary.phase == RunPhase::NotStarted || summary.phase == RunPhase::Interrupted) {
    summary.problem.details = workerOutput(run);
  }
  return summary;
}

double RunSummary::progress() const {
  if (phase == RunPhase::Finished) return 1;
  if (status.totalSteps <= 0) return 0;
  return std::clamp(static_cast<double>(status.step) / static_cast<double>(status.totalSteps), 0.0,
                    1.0);
}

QString RunSummary::phaseText() const {
  switch (phase) {
    case RunPhase::NotStarted:
      return tr("Not started");
    case RunPhase::Starting:
      return tr("Starting");
    case RunPhase::Running:
      return tr("Running");
    case RunPhase::Paused:
      return tr("Paused");
    case RunPhase::Interrupted:
      return tr("Interrupted");
    case RunPhase::Stopped:
      return tr("Stopped");
    case RunPhase::Finished:
      return tr("Finished");
    case RunPhase::Failed:
      return tr("Failed");
    case RunPhase::Unreadable:
      return tr("Cannot be read");
  }
  return {};
}

QString RunSummary::activityText() const {
  // The worker says these in English; others are shown as they are.
  static const char* const known[] = {QT_TR_NOOP("Starting"),
                                      QT_TR_NOOP("Training"),
                                      QT_TR_NOOP("Validating"),
                                      QT_TR_NOOP("Writing a checkpoint"),
                                      QT_TR_NOOP("Writing a preview"),
                                      QT_TR_NOOP("Training the vocabulary"),
                                      QT_TR_NOOP("Reading the records"),
                                      QT_TR_NOOP("Measuring the baselines")};
  for (const char* text : known)
    if (status.activity == text) return tr(text);
  return QString::fromStdString(status.activity);
}

bool RunSummary::operator==(const RunSummary& o) const {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  const RunStatus &s = status, &t = o.status;
  return path == o.path && name == o.name && isOutside == o.isOutside && phase == o.phase &&
         problem == o.problem && s.state == t.state && s.activity == t.activity &&
         s.step == t.step && s.totalSteps == t.totalSteps && same(s.epoch, t.epoch) &&
         same(s.totalEpochs, t.totalEpochs) && same(s.imagesPerSecond, t.imagesPerSecond) &&
         same(s.secondsLeft, t.secondsLeft) && same(s.loss, t.loss) &&
         s.checkpointStep == t.checkpointStep && s.device == t.device && s.error == t.error &&
         s.started == t.started;
}

}  // namespace mrm
