// A project in a temporary folder, with run folders written by the test, for a window to open.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <filesystem>

#include "core/base/files.h"
#include "core/project/project.h"
#include "core/run/host.h"
#include "core/run/metrics_log.h"
#include "core/run/run_folder.h"
#include "tests/gui/waiting.h"
#include "tests/temporary_folder.h"
#include "widgets/common/background.h"
#include "widgets/pretrain/pretrain_stage.h"
#include "widgets/pretrain/run_view.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/theme.h"

namespace mrm::testing {

inline QString text(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

// Settings of the program, kept in the folder.
inline void useSettingsIn(const std::filesystem::path& folder) {
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, text(folder / "settings"));
  QCoreApplication::setOrganizationName("MRM Workbench");
  QCoreApplication::setApplicationName("mrm-workbench-test");
}

class WindowFixture : public ::testing::Test {
 protected:
  WindowFixture() {
    useSettingsIn(folder_.path());
    // As main() does.
    setLanguage("en");
    static const bool isInstalled = (Theme::instance().install(*qApp, ThemeMode::Dark), true);
    static_cast<void>(isInstalled);
    writeFileAtomically(folder_.path() / "records.csv", "image,report,patient_id\n");
    project_.root = folder_.path() / "project";
    project_.name = "Trial";
    project_.records = folder_.path() / "records.csv";
    saveProject(project_);
  }
  ~WindowFixture() override { finishBackgroundWork(); }

  // A run folder as a worker leaves it after so many steps.
  RunPaths makeRun(const char* name, RunState state, int steps) const {
    const RunPaths run(project_.runsFolder() / name);
    std::filesystem::create_directories(run.root);
    MetricsWriter metrics(run.metrics(), -1);
    for (int step = 1; step <= steps; ++step) metrics.write(row(step));
    RunStatus status;
    status.state = state;
    status.step = steps;
    status.totalSteps = 2 * steps;
    status.loss = 4.5;
    status.device = "CPU, 2 threads, fp32";
    status.host = hostName();
    status.heartbeat = status.started = Clock::now();
    writeStatus(run, status);
    return run;
  }
  static MetricRow row(std::int64_t step) {
    MetricRow row;
    row.step = step;
    const auto n = static_cast<double>(step);
    row.epoch = n / 10.0;
    row.values = {{"image_loss", 1.0 / n},
                  {"report_loss", 2.0 / n},
                  {"loss", 3.0 / n},
                  {"learning_rate", 1e-3},
                  {"images_per_second", 100}};
    return row;
  }
  static bool settled(MainWindow& window) {
    return waitFor([&] { return window.isSettled(); });
  }
  // Opens the run in the window and waits until all of it is shown.
  static bool shows(MainWindow& window, const RunPaths& run) {
    window.resize(1366, 768);
    window.show();
    window.openRun(text(run.root));
    return waitFor([&] {
      return window.pretrainStage()->currentRun() == text(run.root) &&
             window.pretrainStage()->runView()->isCaughtUp();
    });
  }

  TemporaryFolder folder_;
  Project project_;
};

}  // namespace mrm::testing
