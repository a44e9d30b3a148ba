// The stage Pre-train: the project's runs, and the one that is looked at with its curves, previews
// and log.
#pragma once

#include <QWidget>
#include <memory>

class QDockWidget;
class QMainWindow;
class QStackedLayout;

namespace mrm {

class ActionRegistry;
class EmptyState;
class LogView;
class PreviewView;
class RunListView;
class RunView;
class StageHeader;
class Workspace;
struct RunUpdate;

class PretrainStage : public QWidget {
  Q_OBJECT
 public:
  // Declares the actions run.*
  PretrainStage(Workspace& workspace, ActionRegistry& actions, QWidget* parent = nullptr);
  ~PretrainStage() override;

  void showRun(const QString& folder);  // when it is in the list, else as soon as it is
  QString currentRun() const;
  void startDialog();
  // Everything that is in the shown run's folder is on the screen.
  bool isSettled() const;

  QByteArray saveLayout() const;
  bool restoreLayout(const QByteArray& layout);
  void resetLayout();
  QList<QDockWidget*> docks() const;

  RunListView* list() const { return list_; }
  RunView* runView() const { return view_; }
  PreviewView* previews() const { return previews_; }
  LogView* log() const { return log_; }

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void declareActions();
  void updateActions();
  void updateContent();
  void take(const std::shared_ptr<const RunUpdate>& update);
  void retranslate();
  void arrange();

  Workspace& workspace_;
  ActionRegistry& actions_;
  StageHeader* header_;
  QMainWindow* panels_;
  QStackedLayout* stack_;
  EmptyState* empty_;
  RunListView* list_;
  RunView* view_;
  PreviewView* previews_;
  LogView* log_;
  QDockWidget *listDock_, *previewDock_, *logDock_;
  QByteArray defaultLayout_;
  bool isArranged_ = false;  // by a saved layout or by default
  QString wanted_;           // shown as soon as it is in the list
};

}  // namespace mrm
