#include "widgets/shell/main_window.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "widgets/actions/action_registry.h"
#include "widgets/common/background.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/curation/data_stage.h"
#include "widgets/importing/image_reader.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/recent_projects.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/pretrain_stage.h"
#include "widgets/shell/runs_strip.h"
#include "widgets/shell/sample_maker.h"
#include "widgets/shell/stage_rail.h"
#include "widgets/shell/start_page.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kGeometryKey[] = "window/geometry";
constexpr char kStageKey[] = "window/stage";
constexpr char kPretrainLayoutKey[] = "layout/pretrain", kDataLayoutKey[] = "layout/data";

// What a dropped path is, found off the GUI thread.
enum class PathKind { Project, Run, Data, Missing };

PathKind kindOf(const QString& path) {
  const QFileInfo info(path);
  if (!info.exists()) return PathKind::Missing;
  if (info.isFile()) return info.fileName() == "project.json" ? PathKind::Project : PathKind::Data;
  const QDir folder(path);
  if (folder.exists("project.json")) return PathKind::Project;
  if (folder.exists("run.yaml") || folder.exists("status.json")) return PathKind::Run;
  return PathKind::Data;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      actions_(new ActionRegistry(this)),
      workspace_(new Workspace(this)),
      maker_(new SampleMaker(this)) {
  setObjectName("mainWindow");
  setAcceptDrops(true);
  setContextMenuPolicy(Qt::NoContextMenu);
  declareActions();
  pretrainStage_ = new PretrainStage(*workspace_, *actions_, this);
  dataStage_ = new DataStage(*workspace_, *actions_, this);
  startPage_ = new StartPage(*actions_, *maker_, this);
  rail_ = new StageRail(this);
  strip_ = new RunsStrip(this);
  imageReader_ = new ImageReader(this);
  notice_ = new Notice(this);
  notice_->setClosable(true);
  notice_->hide();

  stages_ = new QStackedWidget(this);
  stages_->addWidget(dataStage_);
  stages_->addWidget(pretrainStage_);
  rail_->addStage(actions_->action("stage.data"));
  rail_->addStage(actions_->action("stage.pretrain"));
  auto* workspacePage = new QWidget(this);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* noticeMargin = new QVBoxLayout;
  noticeMargin->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
  noticeMargin->addWidget(notice_);
  column->addLayout(noticeMargin);
  column->addWidget(stages_, 1);
  column->addWidget(new Hairline);
  column->addWidget(imageReader_);
  column->addWidget(strip_);
  auto* row = new QHBoxLayout(workspacePage);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(rail_);
  row->addLayout(column, 1);
  pages_ = new QStackedWidget(this);
  pages_->addWidget(startPage_);
  pages_->addWidget(workspacePage);
  setCentralWidget(pages_);
  makeMenus();

  connect(workspace_, &Workspace::projectChanged, this, [this] {
    isOpening_ = false;
    strip_->reset();
    startPage_->hideProblem();
    notice_->hide();
    updateContent();
    imageReader_->stop();
    if (!wantedRun_.isEmpty()) {
      workspace_->addRunFolder(wantedRun_);
      pretrainStage_->showRun(std::exchange(wantedRun_, {}));
      showStage("stage.pretrain");
    }
  });
  connect(workspace_, &Workspace::openFailed, this, [this](const ErrorText& error) {
    isOpening_ = false;
    updateContent();
    showProblem(error);
  });
  connect(workspace_, &Workspace::commandFailed, this, &MainWindow::showProblem);
  connect(workspace_, &Workspace::runsChanged, this, [this] {
    strip_->setRuns(workspace_->runs().runs());
    updateBadges();
  });
  connect(dataStage_, &DataStage::recordsChanged, this, &MainWindow::updateBadges);
  connect(&dataStage_->session(), &CatalogSession::opened, this, &MainWindow::readImages);
  connect(dataStage_, &DataStage::importRequested, this,
          qOverload<const QStringList&>(&MainWindow::openAnything));
  connect(startPage_, &StartPage::openRequested, this, &MainWindow::openProject);
  connect(maker_, &SampleMaker::finished, this, &MainWindow::adopt);
  connect(maker_, &SampleMaker::failed, this, [this] {
    isOpening_ = false;
    updateContent();
  });
  connect(maker_, &SampleMaker::cancelled, this, [this] {
    isOpening_ = false;
    updateContent();
  });
  connect(strip_, &RunsStrip::runClicked, this, [this](const QString& path) {
    showStage("stage.pretrain");
    pretrainStage_->showRun(path);
  });
  connect(strip_, &RunsStrip::pauseClicked, this, [this](const QString& path, bool pause) {
    workspace_->send(path, pause ? RunCommand::Pause : RunCommand::Resume);
  });
  connect(strip_, &RunsStrip::stopClicked, this,
          [this](const QString& path) { workspace_->send(path, RunCommand::Stop); });

  const QSettings settings;
  resize(1280, 800);
  if (const QScreen* display = screen())
    resize(size().boundedTo(display->availableGeometry().size() - QSize(40, 60)));
  if (settings.contains(kGeometryKey)) restoreGeometry(settings.value(kGeometryKey).toByteArray());
  stage_ = settings.value(kStageKey, "stage.pretrain").toString();
  retranslate();
  updateContent();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isAtStartPage() const {
  return pages_->currentWidget() == startPage_;
}

void MainWindow::openProject(const QString& folder) {
  isOpening_ = true;
  workspace_->open(folder);
}

void MainWindow::openSample() {
  isOpening_ = true;
  if (workspace_->isOpen()) workspace_->close();
  isOpening_ = true;
  updateContent();
  maker_->make(sampleProjectFolder());
}

void MainWindow::openLast() {
  const QString last = QSettings().value("lastProject").toString();
  if (!last.isEmpty()) openProject(last);
}

void MainWindow::openRun(const QString& folder) {
  const QString path = QDir::cleanPath(QDir(folder).absolutePath());
  const QDir parent = QFileInfo(path).dir();
  const QString project = QFileInfo(parent.absolutePath()).absolutePath();
  isOpening_ = true;
  runInBackground(
      this,
      [project, isRuns = parent.dirName() == "runs"] {
        return isRuns && QDir(project).exists("project.json");
      },
      [this, path, project](bool isInProject) {
        if (isInProject) {
          wantedRun_ = path;
          openProject(project);
          return;
        }
        isOpening_ = false;
        workspace_->addRunFolder(path);
        showStage("stage.pretrain");
        pretrainStage_->showRun(path);
      },
      [this](const ErrorText& error) { showProblem(error); });
}

void MainWindow::openAnything(const QString& path) {
  isOpening_ = true;
  runInBackground(
      this, [path] { return kindOf(path); },
      [this, path](PathKind kind) {
        isOpening_ = false;
        switch (kind) {
          case PathKind::Project:
            return openProject(QFileInfo(path).isDir() ? path : QFileInfo(path).path());
          case PathKind::Run:
            return openRun(path);
          case PathKind::Data:
            return showImport(path);
          case PathKind::Missing:
            break;
        }
        ErrorText text;
        text.what = tr("There is no such file or folder.");
        text.where = path;
        showProblem(text);
      },
      [this](const ErrorText& error) {
        isOpening_ = false;
        showProblem(error);
      });
}

void MainWindow::openAnything(const QStringList& paths) {
  if (paths.size() == 1)
    openAnything(paths.front());
  else if (!paths.isEmpty())  // several files: the folder that they lie in
    showImport(QFileInfo(paths.front()).path());
}

void MainWindow::adopt(const Project& project) {
  isOpening_ = false;
  workspace_->adopt(project);
}

void MainWindow::showStage(const QString& id) {
  stage_ = id;
  updateContent();
}

void MainWindow::updateContent() {
  const bool isOpen = workspace_->isOpen();
  const bool hasProject = workspace_->project().has_value();
  if (!isOpen && !isAtStartPage()) startPage_->reload();
  pages_->setCurrentIndex(isOpen ? 1 : 0);
  rail_->setShown(actions_->action("stage.data"), hasProject);
  const bool isData = stage_ == "stage.data" && hasProject;
  stages_->setCurrentWidget(isData ? static_cast<QWidget*>(dataStage_) : pretrainStage_);
  rail_->setCurrent(actions_->action(isData ? "stage.data" : "stage.pretrain"));
  actions_->action("stage.data")->setEnabled(hasProject);
  actions_->action("stage.pretrain")->setEnabled(isOpen);
  actions_->action("project.close")->setEnabled(isOpen);
  for (const char* id : {"data.import", "data.sources", "data.reports", "data.vocabulary",
                         "data.labels", "data.splits"})
    actions_->action(id)->setEnabled(hasProject);
  actions_->action("view.resetLayout")->setEnabled(isOpen);
  actions_->action("project.sample")->setEnabled(!maker_->isBusy());
  QString title = tr("MRM Workbench");
  if (hasProject) {
    QString name = QString::fromStdString(workspace_->project()->name);
    if (workspace_->project()->synthetic) name = tr("%1 (synthetic)").arg(name);
    title = name + QStringLiteral(" – ") + title;
  }
  setWindowTitle(title);
  updateBadges();
}

void MainWindow::updateBadges() {
  int wanting = 0;
  for (const RunSummary& run : workspace_->runs().runs()) wanting += run.wantsAttention() ? 1 : 0;
  rail_->setBadge(actions_->action("stage.pretrain"), wanting,
                  tr("%n run(s) failed or interrupted", nullptr, wanting));
  const int aside = workspace_->project() ? dataStage_->setAsideCount() : 0;
  rail_->setBadge(actions_->action("stage.data"), aside,
                  tr("%n record(s) set aside", nullptr, aside));
}

void MainWindow::showProblem(const ErrorText& error) {
  if (isAtStartPage()) return startPage_->showProblem(error);
  notice_->showError(error);
  notice_->show();
}

void MainWindow::restoreLayout() {
  QSettings settings;
  bool fits = true;
  const auto restore = [&](const char* key, auto* stage) {
    const QByteArray layout = settings.value(key).toByteArray();
    if (layout.isEmpty() || stage->restoreLayout(layout)) return;
    settings.remove(key);
    stage->resetLayout();
    fits = false;
  };
  restore(kPretrainLayoutKey, pretrainStage_);
  restore(kDataLayoutKey, dataStage_);
  if (fits) return;
  notice_->showMessage(NoticeTone::Info,
                       tr("The saved arrangement of the panels does not fit this version of the "
                          "program; the default one is shown."));
  notice_->show();
}

bool MainWindow::isSettled() const {
  if (isOpening_ || maker_->isBusy() || backgroundWorkCount() > 0) return false;
  if (isAtStartPage()) return startPage_->isSettled();
  return stages_->currentWidget() == dataStage_ ? dataStage_->isSettled()
                                                : pretrainStage_->isSettled();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (isRestored_) return;
  isRestored_ = true;
  restoreLayout();
  startPage_->reload();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  settings.setValue(kStageKey, stage_);
  settings.setValue(kPretrainLayoutKey, pretrainStage_->saveLayout());
  settings.setValue(kDataLayoutKey, dataStage_->saveLayout());
  dataStage_->saveChoices();
  event->accept();  // runs go on in their own processes
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) return event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  if (paths.isEmpty()) return;
  event->acceptProposedAction();
  openAnything(paths);
}

}  // namespace mrm
