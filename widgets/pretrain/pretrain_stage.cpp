#include "widgets/pretrain/pretrain_stage.h"

#include <QDesktopServices>
#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QMainWindow>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

#include "widgets/actions/action_button.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/dock_title.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/stage_header.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/log_view.h"
#include "widgets/pretrain/preview_loader.h"
#include "widgets/pretrain/preview_view.h"
#include "widgets/pretrain/run_list_view.h"
#include "widgets/pretrain/run_view.h"
#include "widgets/pretrain/start_dialog.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {
namespace {

// Of the panels' layout: raised when the panels change, so that an older saved layout is dropped.
constexpr int kLayoutVersion = 1;

}  // namespace

PretrainStage::PretrainStage(Workspace& workspace, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent), workspace_(workspace), actions_(actions) {
  declareActions();
  header_ = new StageHeader(this);
  panels_ = new QMainWindow(this, Qt::Widget);
  panels_->installEventFilter(this);
  panels_->setDockNestingEnabled(true);
  panels_->setAttribute(Qt::WA_DeleteOnClose, false);
  panels_->setContextMenuPolicy(Qt::PreventContextMenu);
  empty_ = new EmptyState("pretrain", this);
  list_ = new RunListView(workspace.runs(), this);
  view_ = new RunView(actions, this);
  previews_ = new PreviewView(this);
  log_ = new LogView(this);
  panels_->setCentralWidget(view_);
  listDock_ = addDock(panels_, "runsPanel", list_, nullptr, Qt::LeftDockWidgetArea);
  previewDock_ =
      addDock(panels_, "previewPanel", previews_, previews_->tools(), Qt::BottomDockWidgetArea);
  logDock_ = addDock(panels_, "logPanel", log_, nullptr, Qt::BottomDockWidgetArea);
  panels_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  panels_->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  panels_->tabifyDockWidget(previewDock_, logDock_);
  previewDock_->raise();
  defaultLayout_ = panels_->saveState(kLayoutVersion);

  auto* start = new ActionButton(actions.action("run.start"), this);
  start->setProperty(kPrimary, true);
  start->setIconTone(true);
  header_->addTool(start);
  auto* content = new QWidget(this);
  stack_ = new QStackedLayout(content);
  stack_->addWidget(empty_);
  stack_->addWidget(panels_);
  layOutStage(this, header_, content);
  QPushButton* first = empty_->addButton();
  connect(first, &QPushButton::clicked, actions.action("run.start"), &QAction::trigger);
  QPushButton* open = empty_->addButton();
  connect(open, &QPushButton::clicked, actions.action("run.openFolder"), &QAction::trigger);
  first->setObjectName("emptyStart");
  open->setObjectName("emptyOpen");
  for (const char* id :
       {"run.continue", "run.pause", "run.resume", "run.stop", "run.showFolder", "run.remove"})
    list_->addAction(actions.action(id));

  connect(list_, &RunListView::currentPathChanged, this, [this](const QString& path) {
    view_->setRun(path);
    previews_->setRun(path);
    log_->clear();
    const int row = workspace_.runs().rowOf(path);
    if (row >= 0) view_->preview(workspace_.runs().runs()[row]);
    updateActions();
  });
  connect(view_, &RunView::updated, this, &PretrainStage::take);
  connect(&workspace, &Workspace::runsChanged, this, &PretrainStage::updateContent);
  connect(&workspace, &Workspace::projectChanged, this, [this] {
    wanted_.clear();
    retranslate();
    updateContent();
  });
  retranslate();
  updateContent();
}

PretrainStage::~PretrainStage() = default;

void PretrainStage::arrange() {
  panels_->resizeDocks({listDock_}, {29 * kGrid}, Qt::Horizontal);
  // Curves and images share the height; the image is what is looked at.
  panels_->resizeDocks({previewDock_}, {panels_->height() * 42 / 100}, Qt::Vertical);
}

bool PretrainStage::eventFilter(QObject* watched, QEvent* event) {
  // The panels have a size to divide once they are shown, which they are when there is a run.
  if (watched == panels_ && event->type() == QEvent::Show && !std::exchange(isArranged_, true))
    QTimer::singleShot(0, this, &PretrainStage::arrange);
  return QWidget::eventFilter(watched, event);
}

QList<QDockWidget*> PretrainStage::docks() const {
  return {listDock_, previewDock_, logDock_};
}

void PretrainStage::declareActions() {
  const char* const category = QT_TRANSLATE_NOOP("Actions", "Run");
  actions_.add({"run.start", QT_TRANSLATE_NOOP("Actions", "&Start pre-training…"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Chooses the settings of a new run and starts it in a worker "
                                  "process, which goes on when this window is closed."),
                "play", QKeySequence(Qt::CTRL | Qt::Key_R), category},
               [this] { startDialog(); });
  actions_.add({"run.pause", QT_TRANSLATE_NOOP("Actions", "&Pause"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Holds the run after its present step. It keeps its memory; "
                                  "resuming goes on at once."),
                "pause", QKeySequence(Qt::CTRL | Qt::Key_P), category},
               [this] {
                 workspace_.send(currentRun(), RunCommand::Pause);
                 view_->setPending(tr("Pausing…"));
               });
  actions_.add({"run.resume", QT_TRANSLATE_NOOP("Actions", "&Go on"),
                QT_TRANSLATE_NOOP("Actions", "Lets a paused run go on."), "play",
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), category},
               [this] {
                 workspace_.send(currentRun(), RunCommand::Resume);
                 view_->setPending(tr("Going on…"));
               });
  actions_.add({"run.continue", QT_TRANSLATE_NOOP("Actions", "R&esume"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Starts a worker that goes on from the run's last checkpoint, "
                                  "or from the beginning where there is none."),
                "play", QKeySequence(Qt::CTRL | Qt::Key_E), category},
               [this] {
                 workspace_.continueRun(currentRun());
                 view_->setPending(tr("Starting…"));
               });
  actions_.add({"run.stop", QT_TRANSLATE_NOOP("Actions", "S&top"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Writes a checkpoint, then ends the run's worker. The run can be "
                                  "resumed later from there."),
                "stop", QKeySequence(Qt::CTRL | Qt::Key_Period), category},
               [this] {
                 workspace_.send(currentRun(), RunCommand::Stop);
                 view_->setPending(tr("Stopping: a checkpoint is written first…"));
               });
  actions_.add({"run.checkpoint", QT_TRANSLATE_NOOP("Actions", "Write a &checkpoint now"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Saves model, optimizer and position, so that the run can go on "
                                  "from here whatever happens."),
                "", QKeySequence(Qt::CTRL | Qt::Key_S), category},
               [this] { workspace_.send(currentRun(), RunCommand::CheckpointNow); });
  actions_.add({"run.openFolder", QT_TRANSLATE_NOOP("Actions", "Open &run folder…"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Shows a run that lies elsewhere, for example one that another "
                                  "computer writes to a shared disk."),
                "run-folder", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), category},
               [this] {
                 auto* dialog = new QFileDialog(window(), tr("Open run folder"));
                 dialog->setAttribute(Qt::WA_DeleteOnClose);
                 dialog->setFileMode(QFileDialog::Directory);
                 dialog->setOption(QFileDialog::ShowDirsOnly);
                 connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
                   workspace_.addRunFolder(folder);
                   showRun(folder);
                 });
                 dialog->open();
               });
  actions_.add({"run.remove",
                QT_TRANSLATE_NOOP("Actions", "Take off the &list"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Shows a run folder of elsewhere no longer. Nothing is deleted."),
                "",
                {},
                category},
               [this] { workspace_.removeRunFolder(currentRun()); });
  actions_.add({"run.showFolder",
                QT_TRANSLATE_NOOP("Actions", "Show in &file manager"),
                QT_TRANSLATE_NOOP("Actions", "Opens the folder of the run."),
                "folder-open",
                {},
                category},
               [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(currentRun())); });
}

QString PretrainStage::currentRun() const {
  return list_->currentPath();
}

void PretrainStage::showRun(const QString& folder) {
  wanted_ = folder;
  updateContent();
}

void PretrainStage::startDialog() {
  if (!workspace_.project()) return;
  auto* dialog = new StartDialog(*workspace_.project(), window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &StartDialog::started, this, [this](const QString& folder) {
    showRun(folder);
    workspace_.rescan();
  });
  connect(dialog, &StartDialog::checksRequested, this, [this] {
    // Actions of other stages, where there are any.
    for (const char* id : {"stage.data", "records.checks"})
      if (QAction* action = actions_.action(id)) action->trigger();
  });
  dialog->open();
}

void PretrainStage::updateContent() {
  const auto& runs = workspace_.runs();
  const bool any = runs.rowCount() > 0;
  stack_->setCurrentIndex(any ? 1 : 0);
  empty_->setVisible(!any && workspace_.hasScanned());
  if (!wanted_.isEmpty() && runs.rowOf(wanted_) >= 0) {
    list_->select(wanted_);
    wanted_.clear();
  } else if (any && !list_->currentIndex().isValid()) {
    // The one that is at work, else the newest.
    int row = 0;
    for (int i = runs.rowCount() - 1; i >= 0; --i)
      if (runs.runs()[i].isActive()) row = i;
    list_->setCurrentIndex(runs.index(row));
  }
  if (!any) {
    view_->setRun({});
    previews_->setRun({});
    log_->clear();
  }
  const int row = runs.rowOf(currentRun());
  if (row >= 0) view_->preview(runs.runs()[row]);
  updateActions();
}

void PretrainStage::take(const std::shared_ptr<const RunUpdate>& update) {
  previews_->setSteps(update->previewSteps);
  if (update->isLogRestarted) log_->clear();
  log_->append(update->log);
  updateActions();
}

void PretrainStage::updateActions() {
  const RunSummary& run = view_->run();
  const bool any = !currentRun().isEmpty();
  const auto enable = [this](const char* id, bool enabled) {
    actions_.action(id)->setEnabled(enabled);
  };
  enable("run.start", workspace_.project().has_value());
  enable("run.pause", any && run.phase == RunPhase::Running);
  enable("run.resume", any && run.phase == RunPhase::Paused);
  enable("run.continue", any && run.canBeContinued());
  enable("run.stop", any && run.isActive());
  enable("run.checkpoint",
         any && (run.phase == RunPhase::Running || run.phase == RunPhase::Paused));
  enable("run.showFolder", any);
  const int row = workspace_.runs().rowOf(currentRun());
  enable("run.remove", row >= 0 && workspace_.runs().runs()[row].isOutside);
}

bool PretrainStage::isSettled() const {
  if (!workspace_.hasScanned()) return !workspace_.isOpen();
  if (currentRun().isEmpty()) return true;
  return view_->isCaughtUp() && (previews_->step() < 0 || previews_->shown());
}

QByteArray PretrainStage::saveLayout() const {
  return panels_->saveState(kLayoutVersion);
}

bool PretrainStage::restoreLayout(const QByteArray& layout) {
  isArranged_ = panels_->restoreState(layout, kLayoutVersion);
  return isArranged_;
}

void PretrainStage::resetLayout() {
  panels_->restoreState(defaultLayout_, kLayoutVersion);
  arrange();
  previewDock_->raise();
}

void PretrainStage::retranslate() {
  header_->setTitle(tr("Pre-train"));
  const auto& project = workspace_.project();
  header_->setSubtitle(project ? QString::fromStdString(project->name) : tr("Run folders"));
  header_->setSynthetic(project && project->synthetic);
  listDock_->setWindowTitle(tr("Runs"));
  previewDock_->setWindowTitle(tr("Reconstruction"));
  logDock_->setWindowTitle(tr("Log"));
  empty_->setTexts(
      tr("No runs yet"),
      tr("A pre-training hides parts of each radiograph and of its report, and trains a model to "
         "restore them. Its curves and what it restores will be here."));
  empty_->findChild<QPushButton*>("emptyStart")->setText(tr("Start pre-training…"));
  empty_->findChild<QPushButton*>("emptyOpen")->setText(tr("Open run folder…"));
}

void PretrainStage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace mrm
