// The window: start page or stages at the side, the runs that are at work at the bottom, menus from
// the registry.
#pragma once

#include <QMainWindow>

#include "widgets/common/error_text.h"

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace mrm {

class ActionRegistry;
class DataStage;
class HelpWindow;
class ImageReader;
class ImportWizard;
class Notice;
class PretrainStage;
class RunsStrip;
class SampleMaker;
class StageRail;
class StartPage;
class Workspace;
struct Project;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  void openProject(const QString& folder);
  void openSample();
  void openRun(const QString& folder);  // within its project, where it lies in one
  void openLast();                      // the project of the last time; else the start page
  // What is dropped on the window: a project's or a run's folder is opened, anything else offered
  // to the import.
  void openAnything(const QString& path);
  void openAnything(const QStringList& paths);

  // Everything that was asked for is on the screen.
  bool isSettled() const;

  Workspace& workspace() { return *workspace_; }
  ActionRegistry& actions() { return *actions_; }
  StartPage* startPage() const { return startPage_; }
  DataStage* dataStage() const { return dataStage_; }
  PretrainStage* pretrainStage() const { return pretrainStage_; }
  StageRail* rail() const { return rail_; }
  RunsStrip* strip() const { return strip_; }
  Notice* notice() const { return notice_; }
  ImageReader* imageReader() const { return imageReader_; }
  bool isAtStartPage() const;

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void declareActions();
  void makeMenus();
  void retranslate();
  void showHelp();
  void showNewProject();
  void showImport(const QString& path);
  void showSources();
  void showDataSet(int page);  // of DataSetDialog
  void readImages();
  void recordsImported();
  ImportWizard* makeImportWizard();
  void adopt(const Project& project);
  void showStage(const QString& id);
  void updateContent();
  void updateBadges();
  void showProblem(const ErrorText& error);
  void restoreLayout();
  void chooseFolder(const QString& title, void (MainWindow::*open)(const QString&));

  struct MenuTitle {
    QMenu* menu;
    const char* text;
  };

  ActionRegistry* actions_;
  Workspace* workspace_;
  SampleMaker* maker_;
  QStackedWidget* pages_;
  QStackedWidget* stages_;
  StartPage* startPage_;
  DataStage* dataStage_;
  PretrainStage* pretrainStage_;
  StageRail* rail_;
  RunsStrip* strip_;
  Notice* notice_;
  ImageReader* imageReader_;
  HelpWindow* help_ = nullptr;
  QMenu* recentMenu_ = nullptr;
  QVector<MenuTitle> menus_;
  bool isOpening_ = false, isRestored_ = false;
  QString stage_;
  QString wantedRun_;  // shown once its project is open
};

}  // namespace mrm
