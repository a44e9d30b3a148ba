// The actions and menus of MainWindow.
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QSettings>
#include <QWhatsThis>

#include "widgets/actions/action_registry.h"
#include "widgets/actions/command_palette.h"
#include "widgets/curation/data_stage.h"
#include "widgets/help/help_window.h"
#include "widgets/models/recent_projects.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/pretrain_stage.h"
#include "widgets/shell/about_dialog.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kThemeKey[] = "theme", kLanguageKey[] = "language";

struct ThemeChoice {
  const char* id;
  const char* text;
  const char* whatsThis;
  ThemeMode mode;
};
const ThemeChoice kThemes[] = {
    {"theme.system", QT_TRANSLATE_NOOP("Actions", "As the &system"),
     QT_TRANSLATE_NOOP("Actions", "Light or dark, as the desktop is."), ThemeMode::System},
    {"theme.light", QT_TRANSLATE_NOOP("Actions", "&Light"),
     QT_TRANSLATE_NOOP("Actions", "Dark text on a light window."), ThemeMode::Light},
    {"theme.dark", QT_TRANSLATE_NOOP("Actions", "&Dark"),
     QT_TRANSLATE_NOOP("Actions", "Light text on a dark window, as in a reading room."),
     ThemeMode::Dark},
};

}  // namespace

void MainWindow::chooseFolder(const QString& title, void (MainWindow::*open)(const QString&)) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, open);
  dialog->open();
}

// At the page of the stage that is open.
void MainWindow::showHelp() {
  if (!help_) help_ = new HelpWindow(*actions_, this);
  help_->showPage(isAtStartPage() ? QStringLiteral("start") : stage_.section('.', 1));
  help_->show();
  help_->raise();
  help_->activateWindow();
}

void MainWindow::declareActions() {
  const char* const project = QT_TRANSLATE_NOOP("Actions", "Project");
  const char* const records = QT_TRANSLATE_NOOP("Actions", "Records");
  const char* const view = QT_TRANSLATE_NOOP("Actions", "View");
  const char* const theme = QT_TRANSLATE_NOOP("Actions", "Theme");
  const char* const language = QT_TRANSLATE_NOOP("Actions", "Language");
  const char* const help = QT_TRANSLATE_NOOP("Actions", "Help");
  actions_->add({"project.sample", QT_TRANSLATE_NOOP("Actions", "Open the &sample project"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Opens synthetic radiographs with matching reports, to try "
                                   "everything without patient data. Made the first time."),
                 "sample", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), project},
                [this] { openSample(); });
  actions_->add({"project.new", QT_TRANSLATE_NOOP("Actions", "&New project…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Makes a project from a folder of images, a table, or a public "
                                   "data set."),
                 "plus", QKeySequence::New, project},
                [this] { showNewProject(); });
  actions_->add({"project.open", QT_TRANSLATE_NOOP("Actions", "&Open project…"),
                 QT_TRANSLATE_NOOP("Actions", "Opens a project's folder."), "folder-open",
                 QKeySequence::Open, project},
                [this] { chooseFolder(tr("Open project"), &MainWindow::openProject); });
  actions_->add({"data.import", QT_TRANSLATE_NOOP("Actions", "&Import…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Brings records into this project: a folder of images or DICOM "
                                   "files, a table, a public data set."),
                 "plus", QKeySequence(Qt::CTRL | Qt::Key_I), records},
                [this] { showImport({}); });
  actions_->add({"data.sources",
                 QT_TRANSLATE_NOOP("Actions", "So&urces…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Where the records came from: update them, or say where their "
                                   "images have moved."),
                 "folder",
                 {},
                 records},
                [this] { showSources(); });
  const struct {
    const char *id, *text, *whatsThis;
  } pages[] = {
      {"data.images", QT_TRANSLATE_NOOP("Actions", "Ima&ges…"),
       QT_TRANSLATE_NOOP("Actions",
                         "How stored values become the gray levels that are seen and trained "
                         "on, and which images look inverted.")},
      {"data.reports", QT_TRANSLATE_NOOP("Actions", "&Reports…"),
       QT_TRANSLATE_NOOP("Actions",
                         "What the model reads of a report: sections, blanks, and what "
                         "looks like personal data.")},
      {"data.vocabulary", QT_TRANSLATE_NOOP("Actions", "&Vocabulary…"),
       QT_TRANSLATE_NOOP("Actions",
                         "Which words the model knows: trained from the reports, or "
                         "taken from a file.")},
      {"data.labels", QT_TRANSLATE_NOOP("Actions", "&Labels…"),
       QT_TRANSLATE_NOOP("Actions",
                         "What becomes of uncertain and blank labels, and which classes "
                         "come together.")},
      {"data.splits", QT_TRANSLATE_NOOP("Actions", "&Splits…"),
       QT_TRANSLATE_NOOP("Actions", "Who is trained on and who is held back, by patient.")},
  };
  for (int page = 0; page < static_cast<int>(std::size(pages)); ++page)
    actions_->add({pages[page].id, pages[page].text, pages[page].whatsThis, "sliders", {}, records},
                  [this, page] { showDataSet(page); });
  actions_->add(
      {"project.close", QT_TRANSLATE_NOOP("Actions", "&Close project"),
       QT_TRANSLATE_NOOP("Actions", "Goes back to the start page. Runs that are at work go on."),
       "close", QKeySequence(Qt::CTRL | Qt::Key_W), project},
      [this] { workspace_->close(); });
  actions_->add({"app.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Closes the window. Runs that are at work go on, and are found "
                                   "again at the next start."),
                 "quit", QKeySequence(Qt::CTRL | Qt::Key_Q), project},
                [this] { close(); });

  actions_->add({"stage.data", QT_TRANSLATE_NOOP("Actions", "&Data"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Which records do I have? Images, reports, and what was set "
                                   "aside."),
                 "data", QKeySequence(Qt::CTRL | Qt::Key_1), view},
                [this] { showStage("stage.data"); });
  actions_->add({"stage.pretrain", QT_TRANSLATE_NOOP("Actions", "&Pre-train"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Is it learning? Runs with their curves and what they "
                                   "restore."),
                 "pretrain", QKeySequence(Qt::CTRL | Qt::Key_2), view},
                [this] { showStage("stage.pretrain"); });
  actions_->add({"view.palette", QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
                 QT_TRANSLATE_NOOP("Actions", "Finds everything that can be done by typing."),
                 "command", QKeySequence(Qt::CTRL | Qt::Key_K), view},
                [this] { (new CommandPalette(*actions_, this))->show(); });
  actions_->add({"view.resetLayout",
                 QT_TRANSLATE_NOOP("Actions", "&Reset layout"),
                 QT_TRANSLATE_NOOP("Actions", "Puts all panels back where they were at first."),
                 "layout",
                 {},
                 view},
                [this] {
                  pretrainStage_->resetLayout();
                  dataStage_->resetLayout();
                });
  QAction* full = actions_->add({"view.fullScreen", QT_TRANSLATE_NOOP("Actions", "&Full screen"),
                                 QT_TRANSLATE_NOOP("Actions", "Uses the whole screen."), "fit",
                                 QKeySequence(Qt::Key_F11), view});
  full->setCheckable(true);
  connect(full, &QAction::toggled, this,
          [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });

  auto* themes = new QActionGroup(this);
  for (const ThemeChoice& choice : kThemes) {
    QAction* action = actions_->add({choice.id, choice.text, choice.whatsThis, "theme", {}, theme});
    action->setCheckable(true);
    action->setChecked(Theme::instance().mode() == choice.mode);
    themes->addAction(action);
    connect(action, &QAction::triggered, this, [choice] {
      Theme::instance().setMode(choice.mode);
      QSettings().setValue(kThemeKey, static_cast<int>(choice.mode));
    });
  }
  auto* spoken = new QActionGroup(this);
  const auto addLanguage = [&](const QString& id, const char* text, const QString& code) {
    QAction* action =
        actions_->add({id,
                       text,
                       QT_TRANSLATE_NOOP("Actions", "Changes the language of the window."),
                       "language",
                       {},
                       language});
    action->setCheckable(true);
    action->setChecked(languageChoice() == code);
    spoken->addAction(action);
    connect(action, &QAction::triggered, this, [code] {
      QSettings().setValue(kLanguageKey, code);
      setLanguage(code);
    });
  };
  addLanguage("language.system", QT_TRANSLATE_NOOP("Actions", "As the &system"), "");
  // In the language itself, whichever is spoken now.
  addLanguage("language.en", "English", "en");
  addLanguage("language.de", "Deutsch", "de");

  actions_->add(
      {"help.contents", QT_TRANSLATE_NOOP("Actions", "&Help"),
       QT_TRANSLATE_NOOP("Actions", "Explains the stage that is open, and everything else."),
       "help", QKeySequence(Qt::Key_F1), help},
      [this] { showHelp(); });
  actions_->add({"help.whatsThis", QT_TRANSLATE_NOOP("Actions", "&What is this?"),
                 QT_TRANSLATE_NOOP("Actions", "Explains what is clicked next."), "help",
                 QKeySequence(Qt::SHIFT | Qt::Key_F1), help},
                [] { QWhatsThis::enterWhatsThisMode(); });
  actions_->add({"help.about",
                 QT_TRANSLATE_NOOP("Actions", "&About MRM Workbench"),
                 QT_TRANSLATE_NOOP("Actions", "Version and licence."),
                 "info",
                 {},
                 help},
                [this] { showAbout(this); });
}

void MainWindow::makeMenus() {
  const auto addMenu = [this](QMenu* menu, const char* title) {
    menus_.append({menu, title});
    return menu;
  };
  const auto fill = [this](QMenu* menu, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
      if (*id)
        menu->addAction(actions_->action(id));
      else
        menu->addSeparator();
    }
  };
  QMenu* project = addMenu(menuBar()->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Project"));
  fill(project, {"project.new", "project.open"});
  recentMenu_ = addMenu(project->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "Open &recent"));
  fill(project, {"project.sample", "", "run.openFolder", "", "project.close", "app.quit"});
  QMenu* records = addMenu(menuBar()->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "Re&cords"));
  fill(records, {"data.import",
                 "data.sources",
                 "",
                 "data.images",
                 "data.reports",
                 "data.vocabulary",
                 "data.labels",
                 "data.splits",
                 "",
                 "edit.undo",
                 "edit.redo",
                 "",
                 "records.find",
                 "records.clearFilters",
                 "records.selectAll",
                 "",
                 "records.exclude",
                 "records.excludeBecause",
                 "records.restore",
                 "records.training",
                 "records.validation",
                 "records.test",
                 "records.noSplit",
                 "records.setView",
                 "records.addTag",
                 "records.removeTag",
                 "",
                 "records.copy",
                 "records.showFile",
                 "",
                 "records.table",
                 "records.grid",
                 "",
                 "image.fullScreen",
                 "image.mask",
                 "image.invert",
                 "image.reset"});
  QMenu* run = addMenu(menuBar()->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Run"));
  fill(run, {"run.start", "", "run.pause", "run.resume", "run.continue", "run.stop", "",
             "run.checkpoint", "run.showFolder", "run.remove"});
  QMenu* view = addMenu(menuBar()->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&View"));
  fill(view, {"view.palette", "", "stage.data", "stage.pretrain", ""});
  QMenu* panels = addMenu(view->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Panels"));
  for (QDockWidget* dock : dataStage_->docks()) panels->addAction(dock->toggleViewAction());
  panels->addSeparator();
  for (QDockWidget* dock : pretrainStage_->docks()) panels->addAction(dock->toggleViewAction());
  fill(view, {"view.resetLayout", "view.fullScreen", ""});
  QMenu* theme = addMenu(view->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Theme"));
  fill(theme, {"theme.system", "theme.light", "theme.dark"});
  QMenu* language = addMenu(view->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Language"));
  fill(language, {"language.system", "language.en", "language.de"});
  QMenu* help = addMenu(menuBar()->addMenu(QString()), QT_TRANSLATE_NOOP("Menus", "&Help"));
  fill(help, {"help.contents", "help.whatsThis", "", "help.about"});
  for (const MenuTitle& title : menus_) title.menu->setToolTipsVisible(false);

  connect(recentMenu_, &QMenu::aboutToShow, this, [this] {
    recentMenu_->clear();
    const QStringList folders = RecentProjects::folders();
    for (const QString& folder : folders) {
      QAction* action = recentMenu_->addAction(QFileInfo(folder).fileName().replace("&", "&&"));
      action->setToolTip(folder);
      connect(action, &QAction::triggered, this, [this, folder] { openProject(folder); });
    }
    if (folders.isEmpty()) recentMenu_->addAction(tr("None yet"))->setEnabled(false);
  });
}

void MainWindow::retranslate() {
  actions_->retranslate();
  for (const MenuTitle& title : menus_)
    title.menu->setTitle(QCoreApplication::translate("Menus", title.text));
  updateContent();
}

}  // namespace mrm
