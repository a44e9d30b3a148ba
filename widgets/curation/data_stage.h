// The stage Data: which records there are, in a table or as pictures, narrowed down by what is
// known of them, with the chosen one beside.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "widgets/common/error_text.h"

class QAction;
class QDockWidget;
class QLabel;
class QLineEdit;
class QMainWindow;
class QMenu;
class QPushButton;
class QSlider;
class QStackedLayout;
class QTabBar;
class QToolButton;

namespace mrm {

class ActionRegistry;
class CatalogSession;
class ChecksPage;
class ElidedLabel;
class DistributionView;
class EmptyState;
class FacetPanel;
class Notice;
class RadiographCache;
class RecordDetails;
class RecordTableView;
class StageHeader;
class ThumbnailGrid;
class ThumbnailStore;
class Workspace;

class DataStage : public QWidget {
  Q_OBJECT
 public:
  DataStage(Workspace& workspace, ActionRegistry& actions, QWidget* parent = nullptr);
  ~DataStage() override;

  CatalogSession& session() { return *session_; }
  int setAsideCount() const;  // records that wait for a decision
  bool isSettled() const;

  RecordTableView* table() const { return table_; }
  ThumbnailGrid* grid() const { return grid_; }
  FacetPanel* facets() const { return facets_; }
  QLineEdit* search() const { return search_; }
  RecordDetails* details() const { return details_; }
  Notice* notice() const { return notice_; }
  QList<QDockWidget*> docks() const;
  DistributionView* distribution() const { return distribution_; }
  ChecksPage* checks() const { return checks_; }
  bool showsGrid() const;

  // The layout of the panels, with a version; false: it does not fit and is as before.
  QByteArray saveLayout() const;
  bool restoreLayout(const QByteArray& layout);
  void resetLayout();
  // What is remembered of the user's choices, written to the settings.
  void saveChoices() const;

 Q_SIGNALS:
  void recordsChanged();
  void importRequested(const QStringList& paths);  // dropped here

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void declareActions();
  QWidget* makeRecords();
  QWidget* makeImageTools();
  void connectAll();
  void arrange();
  void openCatalog();
  void showPage();
  enum class Look { Table, Grid, Charts, Checks };
  Look look() const;
  void setLook(Look look);
  void focusRecords();
  void move(int rows);
  void updateActions();
  void updateSummary();
  void updateAside();
  bool showsAside() const;
  void showContextMenu(QWidget* view, QPoint position);
  void askText(const QString& title, const QString& label, const QStringList& known,
               std::function<void(const std::string&)> use);
  void copyRows();
  void showFullScreen();
  void retranslate();

  Workspace& workspace_;
  ActionRegistry& actions_;
  CatalogSession* session_;
  RadiographCache* images_;
  ThumbnailStore* thumbnails_;
  StageHeader* header_;
  QLineEdit* search_;
  QMainWindow* panels_;
  FacetPanel* facets_;
  RecordTableView* table_;
  ThumbnailGrid* grid_;
  DistributionView* distribution_;
  ChecksPage* checks_;
  QWidget* aside_;  // shown while the query is for what was quarantined
  QLabel* asideText_;
  QPushButton *retry_, *leaveAside_;
  RecordDetails* details_;
  EmptyState *empty_, *nothingFound_;
  Notice* notice_;
  ElidedLabel* summary_;
  QSlider* size_;
  QDockWidget *facetDock_ = nullptr, *detailsDock_ = nullptr;
  QStackedLayout *stack_ = nullptr, *views_ = nullptr;
  QTimer searchSoon_;
  QByteArray defaultLayout_;
  QString lastStep_;
  ErrorText openProblem_;
  bool isOpening_ = false, isArranged_ = false;
};

}  // namespace mrm
