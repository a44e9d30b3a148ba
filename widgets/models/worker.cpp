#include "widgets/models/worker.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/options/yaml.h"
#include "core/run/host.h"
#include "core/run/run_lock.h"

namespace mrm {

QString Worker::program() {
  const QFileInfo beside(QCoreApplication::applicationDirPath() + "/mrm");
  if (beside.isFile() && beside.isExecutable()) return beside.absoluteFilePath();
  return QStandardPaths::findExecutable("mrm");
}

void Worker::start(const RunPaths& run) {
  const QString path = program();
  if (path.isEmpty())
    throw Error(tr("the program 'mrm', which does the training, was not found").toStdString(),
                QCoreApplication::applicationDirPath().toStdString(),
                tr("Install the workbench again, or put 'mrm' beside it.").toStdString());
  // A command that the worker before did not live to take is not meant for this one.
  std::error_code code;
  if (!RunLock::isHeld(run)) std::filesystem::remove(run.control(), code);
  QProcess process;
  process.setProgram(path);
  process.setArguments({"pretrain", "--run", QString::fromStdString(run.root.string())});
  process.setStandardInputFile(QProcess::nullDevice());
  process.setStandardOutputFile(QProcess::nullDevice());
  process.setStandardErrorFile(QString::fromStdString(workerOutputFile(run).string()));
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  // Waiting threads that spin would take the cores from those that work.
  if (!environment.contains("OMP_WAIT_POLICY")) environment.insert("OMP_WAIT_POLICY", "passive");
  process.setProcessEnvironment(environment);
  if (!process.startDetached())
    throw Error(tr("the training program could not be started: %1")
                    .arg(process.errorString())
                    .toStdString(),
                path.toStdString());
}

void Worker::startNew(const RunPaths& run, PretrainOptions options) {
  PretrainOptions resolved = options;
  resolved.resolveModel();  // throws when sizes do not fit together
  std::error_code code;
  std::filesystem::create_directories(run.root, code);
  if (code) throwFileError(code.value(), run.root, "making the run folder");
  OptionSet set;
  options.declare(set);
  writeFileAtomically(run.config(), writeYaml(set));
  RunStatus status;
  status.state = RunState::Queued;
  status.activity = "Starting";
  status.totalEpochs = options.recipe.steps > 0 ? 0 : options.recipe.epochs;
  status.totalSteps = options.recipe.steps;
  status.host = hostName();
  status.started = status.heartbeat = Clock::now();
  writeStatus(run, status);
  try {
    start(run);
  } catch (const Error& error) {
    status.state = RunState::Failed;
    status.error = error.what();
    writeStatus(run, status);
    throw;
  }
}

}  // namespace mrm
