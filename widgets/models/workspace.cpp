#include "widgets/models/workspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>

#include "widgets/common/background.h"
#include "widgets/models/recent_projects.h"
#include "widgets/models/run_scanner.h"
#include "widgets/models/worker.h"

namespace mrm {

Workspace::Workspace(QObject* parent) : QObject(parent), scanner_(new RunScanner) {
  thread_.setObjectName("run scanner");
  scanner_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, scanner_, &QObject::deleteLater);
  connect(scanner_, &RunScanner::scanned, this, [this](const QVector<RunSummary>& runs) {
    runs_.setRuns(runs);
    hasScanned_ = true;
    Q_EMIT runsChanged();
  });
  thread_.start();
}

Workspace::~Workspace() {
  thread_.quit();
  thread_.wait();
}

void Workspace::open(const QString& folder) {
  runInBackground(
      this, [folder] { return openProject(QDir(folder).absolutePath().toStdString()); },
      [this](Project project) { adopt(std::move(project)); },
      [this](const ErrorText& error) { Q_EMIT openFailed(error); });
}

void Workspace::adopt(Project project) {
  project_ = std::move(project);
  outside_ = QSettings().value(outsideKey()).toStringList();
  QSettings().setValue("lastProject", projectFolder());
  RecentProjects::add(projectFolder());
  updateSources();
  Q_EMIT projectChanged();
}

void Workspace::update(const Project& project) {
  if (project_ && project_->root == project.root) project_ = project;
}

void Workspace::close() {
  project_.reset();
  outside_.clear();
  QSettings().remove("lastProject");
  updateSources();
  Q_EMIT projectChanged();
}

QString Workspace::projectFolder() const {
  return project_ ? QString::fromStdString(project_->root.string()) : QString();
}

QString Workspace::outsideKey() const {
  const QByteArray hash =
      QCryptographicHash::hash(projectFolder().toUtf8(), QCryptographicHash::Sha1).toHex();
  return QStringLiteral("outsideRuns/%1").arg(QString::fromLatin1(hash.left(16)));
}

void Workspace::addRunFolder(const QString& folder) {
  const QString path = QDir::cleanPath(QDir(folder).absolutePath());
  if (runs_.rowOf(path) >= 0 || outside_.contains(path)) return;
  outside_.append(path);
  if (project_) QSettings().setValue(outsideKey(), outside_);
  updateSources();
  if (!project_) Q_EMIT projectChanged();
}

void Workspace::removeRunFolder(const QString& folder) {
  if (!outside_.removeOne(folder)) return;
  if (project_) QSettings().setValue(outsideKey(), outside_);
  updateSources();
  if (!isOpen()) Q_EMIT projectChanged();
}

void Workspace::updateSources() {
  hasScanned_ = false;
  QMetaObject::invokeMethod(scanner_, [scanner = scanner_, project = project_, list = outside_] {
    scanner->setSources(project, list);
  });
}

void Workspace::rescan() {
  QMetaObject::invokeMethod(scanner_, &RunScanner::scan);
}

void Workspace::send(const QString& runFolder, RunCommand command) {
  commands_.enqueue({runFolder, command});
  if (commands_.size() == 1) sendNext();
}

void Workspace::sendNext() {
  const auto [folder, command] = commands_.head();
  const auto goOn = [this] {
    commands_.dequeue();
    if (!commands_.isEmpty()) sendNext();
  };
  runInBackground(
      this, [run = RunPaths(folder.toStdString()), what = command] { sendCommand(run, what); },
      goOn,
      [this, goOn](const ErrorText& error) {
        Q_EMIT commandFailed(error);
        goOn();
      });
}

void Workspace::continueRun(const QString& runFolder) {
  runInBackground(
      this, [runFolder] { Worker::start(RunPaths(runFolder.toStdString())); }, [this] { rescan(); },
      [this](const ErrorText& error) { Q_EMIT commandFailed(error); });
}

}  // namespace mrm
