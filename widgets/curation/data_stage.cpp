#include "widgets/curation/data_stage.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <utility>

#include "core/importers/project_catalog.h"
#include "widgets/actions/action_button.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/dock_title.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/common/stage_header.h"
#include "widgets/curation/checks_page.h"
#include "widgets/curation/distribution_view.h"
#include "widgets/curation/facet_panel.h"
#include "widgets/curation/record_details.h"
#include "widgets/curation/record_table_view.h"
#include "widgets/curation/thumbnail_grid.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/models/workspace.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {
namespace {

// Of the panels' layout: raised when the panels change, so that an older saved layout is dropped.
constexpr int kLayoutVersion = 1;
constexpr int kSearchDelay = 200;  // ms after the last key
constexpr char kLookKey[] = "curation/look", kSideKey[] = "curation/thumbnailSide";

enum Page { kEmptyPage, kRecordsPage, kChecksPage };
enum View { kTableView, kGridView, kChartsView, kNothingView };

}  // namespace

DataStage::DataStage(Workspace& workspace, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      actions_(actions),
      session_(new CatalogSession(this)),
      images_(new RadiographCache(this)),
      thumbnails_(new ThumbnailStore(this)),
      header_(new StageHeader(this)),
      search_(new QLineEdit(this)),
      panels_(new QMainWindow(this, Qt::Widget)),
      facets_(new FacetPanel(session_->facets(), this)),
      table_(new RecordTableView(*session_, this)),
      grid_(new ThumbnailGrid(*session_, *thumbnails_, this)),
      distribution_(new DistributionView(*session_, this)),
      checks_(new ChecksPage(*session_, *images_, this)),
      aside_(new QWidget(this)),
      asideText_(new QLabel(this)),
      retry_(new QPushButton(this)),
      leaveAside_(new QPushButton(this)),
      details_(new RecordDetails(*session_, *images_, this)),
      empty_(new EmptyState("data", this)),
      nothingFound_(new EmptyState("search", this)),
      notice_(new Notice(this)),
      summary_(new ElidedLabel(this)),
      size_(new QSlider(Qt::Horizontal, this)) {
  setAcceptDrops(true);
  declareActions();
  search_->setClearButtonEnabled(true);
  search_->addAction(themedIcon("search", IconTone::Secondary), QLineEdit::LeadingPosition);
  search_->setMinimumWidth(26 * kGrid);
  search_->setMaximumWidth(46 * kGrid);
  search_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  header_->addTool(search_);
  for (const char* id : {"records.table", "records.grid", "records.charts", "records.checks"}) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(actions.action(id));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    header_->addTool(button);
  }

  // Where records come from, which the window sees to.
  if (QAction* import = actions.action("data.import")) {
    auto* button = new ActionButton(import, this);
    button->setProperty(kPrimary, true);
    button->setIconTone(true);
    header_->addTool(button);
    auto* first = empty_->addButton();
    first->setObjectName("emptyImport");
    connect(first, &QPushButton::clicked, import, &QAction::trigger);
  }

  panels_->setDockNestingEnabled(true);
  panels_->setAttribute(Qt::WA_DeleteOnClose, false);
  panels_->setContextMenuPolicy(Qt::PreventContextMenu);
  panels_->installEventFilter(this);
  panels_->setCentralWidget(makeRecords());
  facetDock_ = addDock(panels_, "facetPanel", facets_, nullptr, Qt::LeftDockWidgetArea);
  detailsDock_ =
      addDock(panels_, "recordPanel", details_, makeImageTools(), Qt::RightDockWidgetArea);
  panels_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  panels_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  panels_->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  defaultLayout_ = panels_->saveState(kLayoutVersion);

  notice_->setClosable(true);
  notice_->hide();
  auto* content = new QWidget(this);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* noticeRow = new QHBoxLayout;
  noticeRow->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
  noticeRow->addWidget(notice_);
  column->addLayout(noticeRow);
  auto* pages = new QWidget(content);
  stack_ = new QStackedLayout(pages);
  stack_->addWidget(empty_);
  stack_->addWidget(panels_);
  stack_->addWidget(checks_);
  column->addWidget(pages, 1);
  layOutStage(this, header_, content);

  connectAll();
  const QSettings settings;
  size_->setValue(settings.value(kSideKey, 144).toInt());
  setLook(static_cast<Look>(std::clamp(settings.value(kLookKey, 0).toInt(), 0, 3)));
  retranslate();
  openCatalog();
}

DataStage::~DataStage() = default;

QWidget* DataStage::makeRecords() {
  auto* records = new QWidget(this);
  auto* views = new QWidget(records);
  views_ = new QStackedLayout(views);
  views_->addWidget(table_);
  views_->addWidget(grid_);
  views_->addWidget(distribution_);
  views_->addWidget(nothingFound_);
  connect(nothingFound_->addButton(), &QPushButton::clicked,
          actions_.action("records.clearFilters"), &QAction::trigger);

  summary_->setObjectName("recordSummary");
  setTextRole(summary_, TextRole::Secondary);
  size_->setRange(ThumbnailGrid::kSmallest, ThumbnailGrid::kLargest);
  size_->setPageStep(32);
  size_->setFixedWidth(14 * kGrid);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
  foot->setSpacing(kGrid);
  foot->addWidget(summary_, 1);
  foot->addWidget(size_);
  auto* asideRow = new QHBoxLayout(aside_);
  asideRow->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  asideText_->setWordWrap(true);
  asideRow->addWidget(asideText_, 1);
  asideRow->addWidget(retry_);
  asideRow->addWidget(leaveAside_);
  connect(retry_, &QPushButton::clicked, this, [this] {
    if (session_->isReadingImages())
      session_->stopReadingImages();
    else
      session_->retry();
    updateAside();
  });
  connect(leaveAside_, &QPushButton::clicked, actions_.action("records.clearFilters"),
          &QAction::trigger);
  auto* column = new QVBoxLayout(records);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(aside_);
  column->addWidget(views, 1);
  column->addWidget(new Hairline);
  column->addLayout(foot);
  records->setAutoFillBackground(true);
  records->setBackgroundRole(QPalette::Base);
  return records;
}

QWidget* DataStage::makeImageTools() {
  auto* tools = new QWidget(this);
  auto* row = new QHBoxLayout(tools);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addStretch();
  for (const char* id : {"image.mask", "image.invert", "image.reset", "image.fullScreen"}) {
    auto* button = new QToolButton(tools);
    button->setDefaultAction(actions_.action(id));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
  }
  return tools;
}

void DataStage::connectAll() {
  searchSoon_.setSingleShot(true);
  searchSoon_.setInterval(kSearchDelay);
  connect(search_, &QLineEdit::textChanged, &searchSoon_, qOverload<>(&QTimer::start));
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    searchSoon_.stop();
    session_->setText(search_->text().toStdString());
    focusRecords();
  });
  connect(&searchSoon_, &QTimer::timeout, this,
          [this] { session_->setText(search_->text().toStdString()); });
  connect(size_, &QSlider::valueChanged, grid_, &ThumbnailGrid::setSide);
  connect(grid_, &ThumbnailGrid::sideChanged, size_, &QSlider::setValue);

  connect(session_, &CatalogSession::opened, this, [this] {
    isOpening_ = false;
    showPage();
  });
  connect(session_, &CatalogSession::openFailed, this, [this](const ErrorText& error) {
    isOpening_ = false;
    notice_->showError(error);
    notice_->show();
    openProblem_ = error;
    showPage();
    Q_EMIT recordsChanged();
  });
  connect(session_, &CatalogSession::failed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
  });
  connect(notice_, &Notice::closed, notice_, &QWidget::hide);
  connect(session_, &CatalogSession::found, this, [this] {
    showPage();
    const QModelIndex current = session_->selection().currentIndex();
    if (current.isValid()) {
      table_->scrollTo(current.siblingAtColumn(table_->columnAt(0)));
      grid_->scrollTo(current);
    }
    Q_EMIT recordsChanged();
  });
  connect(session_, &CatalogSession::queryChanged, this, [this] {
    updateAside();
    updateActions();
  });
  connect(session_, &CatalogSession::imagesProgress, this, [this](const Progress& now) {
    lastStep_ =
        now.total > 0
            ? tr("Reading images: %1 of %2").arg(Format::count(now.done), Format::count(now.total))
            : tr("Reading images…");
    updateSummary();
    updateAside();
  });
  connect(session_, &CatalogSession::imagesRead, this, [this](const ImagesResult& result) {
    const auto count = [](std::int64_t number) { return static_cast<int>(number); };
    QStringList parts;
    if (result.isRetry) {
      parts << tr("%Ln can be used again", nullptr, count(result.usable));
      if (result.remaining > 0) parts << tr("%Ln still cannot", nullptr, count(result.remaining));
      if (result.toImport > 0)
        parts << tr("%Ln of them only after a new import", nullptr, count(result.toImport));
    } else {
      parts << tr("%Ln image(s) read", nullptr, count(result.images.read));
      if (result.images.quarantined > 0)
        parts << tr("%Ln of them cannot be used", nullptr, count(result.images.quarantined));
    }
    lastStep_ = parts.join(QStringLiteral(", "));
    updateSummary();
    updateAside();
  });
  connect(session_, &CatalogSession::displayPolicyChanged, this, [this] {
    images_->setPolicy(session_->displayPolicy());
    thumbnails_->setPolicy(session_->displayPolicy());
    details_->reload();
    grid_->viewport()->update();
  });
  connect(checks_, &ChecksPage::recordsRequested, this, [this](const CatalogProblem& problem) {
    setLook(Look::Table);
    RecordQuery query;
    if (problem.kind == CatalogProblem::Kind::NoSplit) {
      query.facets = {{Facet::Status, {"usable"}}, {Facet::Split, {""}}};
      search_->clear();
      searchSoon_.stop();
      return session_->setQuery(query);
    }
    if (problem.records.empty()) return;
    session_->service().ask(
        CatalogService::Topic::Record, 3,
        [id = problem.records.front()](Catalog& catalog) { return catalog.record(id); },
        [this](const std::optional<CatalogRecord>& record) {
          if (!record) return;
          RecordQuery patients;
          patients.text = "patient:\"" + record->patient + "\"";
          search_->setText(fromUtf8(patients.text));
          searchSoon_.stop();
          session_->setQuery(patients);
        });
  });
  connect(session_, &CatalogSession::historyChanged, this, &DataStage::updateActions);
  connect(session_, &CatalogSession::editStarted, this, [this] {
    lastStep_.clear();
    updateSummary();
    updateActions();
  });
  connect(session_, &CatalogSession::edited, this, [this](const HistoryEntry& step) {
    lastStep_ = step.number == 0 ? tr("Nothing had to be changed")
                : step.isUndone  ? tr("Undone: %1").arg(CatalogText::step(step))
                                 : tr("Done: %1").arg(CatalogText::step(step));
    updateSummary();
    updateActions();
  });
  connect(&session_->selection(), &QItemSelectionModel::selectionChanged, this, [this] {
    updateSummary();
    updateActions();
  });
  connect(&session_->selection(), &QItemSelectionModel::currentRowChanged, this,
          &DataStage::updateActions);
  connect(details_, &RecordDetails::imageChanged, this, &DataStage::updateActions);
  connect(details_, &RecordDetails::maskChanged, this, &DataStage::updateActions);
  connect(details_->image(), &ImagePane::nextRequested, this, [this] { move(1); });
  connect(details_->image(), &ImagePane::previousRequested, this, [this] { move(-1); });
  connect(details_->image(), &ImagePane::viewChanged, this,
          [this] { actions_.action("image.invert")->setChecked(details_->image()->inverted()); });
  for (QAbstractItemView* view :
       {static_cast<QAbstractItemView*>(table_), static_cast<QAbstractItemView*>(grid_)}) {
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->installEventFilter(this);
    connect(view, &QWidget::customContextMenuRequested, this,
            [this, view](QPoint position) { showContextMenu(view->viewport(), position); });
    connect(view, &QAbstractItemView::doubleClicked, actions_.action("image.fullScreen"),
            &QAction::trigger);
  }
  connect(&workspace_, &Workspace::projectChanged, this, &DataStage::openCatalog);
}

void DataStage::openCatalog() {
  images_->setPolicy({});
  thumbnails_->setPolicy({});
  notice_->hide();
  openProblem_ = {};
  lastStep_.clear();
  search_->clear();
  searchSoon_.stop();
  session_->close();
  const auto& project = workspace_.project();
  thumbnails_->setFolder(project ? project->root / "thumbnails" : std::filesystem::path());
  isOpening_ = project.has_value();
  if (project) session_->open([project = *project] { return projectCatalog(project); });
  retranslate();
  showPage();
  Q_EMIT recordsChanged();
}

int DataStage::setAsideCount() const {
  return static_cast<int>(session_->quarantined());
}

bool DataStage::isSettled() const {
  return !isOpening_ && !searchSoon_.isActive() && session_->isSettled() && details_->isSettled() &&
         (!grid_->isVisible() || grid_->isSettled());
}

QList<QDockWidget*> DataStage::docks() const {
  return {facetDock_, detailsDock_};
}

DataStage::Look DataStage::look() const {
  if (actions_.action("records.grid")->isChecked()) return Look::Grid;
  if (actions_.action("records.checks")->isChecked()) return Look::Checks;
  return actions_.action("records.charts")->isChecked() ? Look::Charts : Look::Table;
}

bool DataStage::showsGrid() const {
  return look() == Look::Grid;
}

void DataStage::showPage() {
  const bool hasRecords = session_->total() > 0;
  const bool isChecks = look() == Look::Checks;
  stack_->setCurrentIndex(!hasRecords ? kEmptyPage : isChecks ? kChecksPage : kRecordsPage);
  search_->setVisible(hasRecords && !isChecks);
  constexpr View kViews[] = {kTableView, kGridView, kChartsView, kTableView};
  views_->setCurrentIndex(hasRecords && session_->table().rowCount() == 0
                              ? kNothingView
                              : kViews[static_cast<int>(look())]);
  const bool isReading = isOpening_ || (session_->isOpen() && !session_->isSettled());
  if (!openProblem_.isEmpty())
    empty_->setTexts(tr("The records cannot be shown"), tr("What is wrong is said above."));
  else if (!workspace_.project())
    empty_->setTexts(tr("No project is open"), tr("Open or create a project to see its records."));
  else if (isReading)
    empty_->setTexts(tr("Reading the records…"), {});
  else
    empty_->setTexts(tr("No records yet"),
                     tr("Radiographs with their reports will be here. Drop a folder or a table "
                        "here, or import them."));
  if (auto* first = empty_->findChild<QPushButton*>("emptyImport")) {
    first->setText(tr("Import…"));
    first->setVisible(workspace_.project() && !isReading && openProblem_.isEmpty());
  }
  size_->setVisible(showsGrid());
  updateSummary();
  updateActions();
}

void DataStage::setLook(Look look) {
  constexpr const char* kActions[] = {"records.table", "records.grid", "records.charts",
                                      "records.checks"};
  actions_.action(kActions[static_cast<int>(look)])->setChecked(true);
  showPage();
  const QModelIndex current = session_->selection().currentIndex();
  if (current.isValid() && look == Look::Grid) grid_->scrollTo(current);
  if (current.isValid() && look == Look::Table) table_->scrollTo(current);
}

void DataStage::focusRecords() {
  if (look() == Look::Grid)
    grid_->setFocus();
  else if (look() == Look::Table)
    table_->setFocus();
  else if (look() == Look::Checks)
    checks_->problems()->setFocus();
  else
    distribution_->setFocus();
}

void DataStage::move(int rows) {
  const int row = session_->selection().currentIndex().row() + rows;
  if (row < 0 || row >= session_->table().rowCount()) return;
  const QModelIndex index = session_->table().index(row, 0);
  session_->selection().setCurrentIndex(
      index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DataStage::updateSummary() {
  const std::int64_t total = session_->total();
  const int shown = session_->table().rowCount();
  QStringList parts;
  if (session_->isEditing()) {
    parts << tr("Working…");
  } else {
    if (shown == total)
      parts << tr("%Ln record(s)", nullptr, shown);
    else
      parts
          << tr("%1 of %Ln record(s)", nullptr, static_cast<int>(total)).arg(Format::count(shown));
    const auto selected = static_cast<int>(session_->selectedCount());
    if (selected > 1) parts << tr("%Ln selected", nullptr, selected);
    if (session_->quarantined() > 0)
      parts << tr("%Ln quarantined", nullptr, static_cast<int>(session_->quarantined()));
    if (!lastStep_.isEmpty()) parts << lastStep_;
  }
  summary_->setFullText(parts.join(QStringLiteral("  ·  ")));
}

bool DataStage::showsAside() const {
  const auto status = session_->query().facets.find(Facet::Status);
  return status != session_->query().facets.end() &&
         status->second == std::set<std::string>{"quarantined"};
}

void DataStage::updateAside() {
  aside_->setVisible(showsAside());
  // What they have in common is their reason, which is worth a column then.
  table_->setReasonShown(showsAside());
  retry_->setText(session_->isReadingImages() ? tr("Stop") : tr("Try again"));
}

QByteArray DataStage::saveLayout() const {
  return panels_->saveState(kLayoutVersion);
}

bool DataStage::restoreLayout(const QByteArray& layout) {
  isArranged_ = panels_->restoreState(layout, kLayoutVersion);
  return isArranged_;
}

void DataStage::resetLayout() {
  panels_->restoreState(defaultLayout_, kLayoutVersion);
  table_->resetColumns();
  arrange();
}

void DataStage::saveChoices() const {
  QSettings settings;
  settings.setValue(kLookKey, static_cast<int>(look()));
  settings.setValue(kSideKey, size_->value());
  table_->saveColumns();
  details_->saveLayout();
}

void DataStage::arrange() {
  const int width = panels_->width();
  panels_->resizeDocks({facetDock_, detailsDock_},
                       {26 * kGrid, std::max(50 * kGrid, width * 40 / 100)}, Qt::Horizontal);
}

bool DataStage::eventFilter(QObject* watched, QEvent* event) {
  // The panels have a size to divide once they are shown, which they are when there are records.
  if (watched == panels_ && event->type() == QEvent::Show && !std::exchange(isArranged_, true))
    QTimer::singleShot(0, this, &DataStage::arrange);
  if ((watched == table_ || watched == grid_) && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    copyRows();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void DataStage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  updateActions();
}

void DataStage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  updateActions();
}

void DataStage::dragEnterEvent(QDragEnterEvent* event) {
  bool isLocal = event->mimeData()->hasUrls();
  for (const QUrl& url : event->mimeData()->urls()) isLocal = isLocal && url.isLocalFile();
  if (isLocal) event->acceptProposedAction();
}

void DataStage::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  if (paths.isEmpty()) return;
  event->acceptProposedAction();
  Q_EMIT importRequested(paths);
}

void DataStage::retranslate() {
  const auto& project = workspace_.project();
  header_->setTitle(tr("Data"));
  header_->setSubtitle(project ? QString::fromStdString(project->name) : QString());
  header_->setSynthetic(project && project->synthetic);
  search_->setPlaceholderText(tr("Search reports; patient: and file: too"));
  search_->setAccessibleName(tr("Search records"));
  search_->setToolTip(
      tr("Words that all occur in the report. \"A phrase\" in quotes, word* by its beginning, "
         "patient:12, study:7 or file:name for the rest."));
  size_->setAccessibleName(tr("Size of the pictures"));
  size_->setToolTip(size_->accessibleName());
  facetDock_->setWindowTitle(tr("Narrow down"));
  detailsDock_->setWindowTitle(tr("Record"));
  nothingFound_->setTexts(tr("Nothing found"), tr("No record fits the search and the choices at "
                                                  "the left together."));
  nothingFound_->findChild<QPushButton*>()->setText(tr("Show all records"));
  asideText_->setText(
      tr("These records cannot be used as they are; the reasons are counted at the left. Put right "
         "what is wrong with the files and try again, or exclude them."));
  retry_->setToolTip(
      tr("Reads the images of the records shown again. Those that can be read now "
         "are usable again."));
  leaveAside_->setText(tr("Show all records"));
  session_->table().retranslate();
  updateAside();
  if (stack_) showPage();
}

void DataStage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace mrm
