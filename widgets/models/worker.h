// The program that trains: found, started and left to itself.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/run/pretrain_options.h"
#include "core/run/run_folder.h"

namespace mrm {

class Worker {
  Q_DECLARE_TR_FUNCTIONS(mrm::Worker)
 public:
  // Where the program `mrm` is: beside this one, else on the PATH. Empty when there is none.
  static QString program();

  // Starts a worker on a run folder, detached: it outlives the window. It resumes where there is a
  // checkpoint. Throws Error when there is no program or it cannot be started.
  static void start(const RunPaths& run);

  // Makes the folder with the configuration and a status that says it is about to start, and
  // starts. Throws Error; an option that does not fit is named before anything is written.
  static void startNew(const RunPaths& run, PretrainOptions options);
};

// What the worker says where nobody reads it: before it can write its log.
inline std::filesystem::path workerOutputFile(const RunPaths& run) {
  return run.root / "worker-output.txt";
}

}  // namespace mrm
