#include "widgets/curation/record_table_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStyledItemDelegate>
#include <algorithm>

#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// Raised when the columns change, so that a saved state of others is not taken for them.
constexpr char kColumnsKey[] = "curation/columns1";

constexpr int kNumber = static_cast<int>(RecordColumn::Id);

class RecordDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto* model = static_cast<const CatalogTableModel*>(index.model());
    if (!model->hasRow(index.row())) return;
    const RecordRow* row = model->rowAt(index.row());
    if (!row) return;
    const Colors& colors = themeColors();
    const bool isQuiet = row->status == RecordStatus::Excluded ||
                         index.column() == CatalogTableModel::kReportColumn ||
                         index.column() == static_cast<int>(RecordColumn::Image);
    if (isQuiet) option->palette.setColor(QPalette::Text, colors.secondaryText);
    if (index.column() != kNumber || row->status == RecordStatus::Usable) return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = row->status == RecordStatus::Quarantined
                       ? themedIcon("warning", IconTone::Attention)
                       : themedIcon("exclude", IconTone::Secondary);
    option->decorationSize = QSize(16, 16);
    option->decorationPosition = QStyleOptionViewItem::Left;
  }
};

}  // namespace

RecordTableView::RecordTableView(CatalogSession& session, QWidget* parent)
    : QTableView(parent), session_(session) {
  setModel(&session.table());
  QItemSelectionModel* own = selectionModel();
  setSelectionModel(&session.selection());
  delete own;
  setItemDelegate(new RecordDelegate(this));
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setTextElideMode(Qt::ElideRight);
  // One that came and went would leave the columns a little too wide.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  verticalHeader()->hide();
  // The headers would look at every selected row whenever they are drawn, 400,000 when all are.
  for (QHeaderView* header : {horizontalHeader(), verticalHeader()})
    header->setSelectionModel(new QItemSelectionModel(&session.table(), this));
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  updateRowHeight();

  QHeaderView* header = horizontalHeader();
  header->setHighlightSections(false);
  header->setSectionsMovable(true);
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
  header->setStretchLastSection(true);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(header, &QHeaderView::customContextMenuRequested, this, &RecordTableView::chooseColumns);
  connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
    if (!CatalogTableModel::isSortable(column)) return;
    const RecordOrder before = session_.order();
    const auto by = static_cast<RecordColumn>(column);
    session_.setOrder({by, before.column == by && !before.descending});
    showOrder(session_.order());
  });
  resetColumns();
  const QByteArray saved = QSettings().value(kColumnsKey).toByteArray();
  if (!saved.isEmpty()) header->restoreState(saved);
  showOrder(session.order());
}

void RecordTableView::showOrder(const RecordOrder& order) {
  horizontalHeader()->setSortIndicator(static_cast<int>(order.column),
                                       order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RecordTableView::saveColumns() const {
  if (!isReasonShown_) QSettings().setValue(kColumnsKey, horizontalHeader()->saveState());
}

void RecordTableView::resetColumns() {
  QHeaderView* header = horizontalHeader();
  constexpr std::pair<RecordColumn, int> kWidths[] = {
      {RecordColumn::Id, 8},      {RecordColumn::Patient, 12}, {RecordColumn::Study, 12},
      {RecordColumn::Date, 12},   {RecordColumn::View, 10},    {RecordColumn::Sex, 6},
      {RecordColumn::Age, 6},     {RecordColumn::Split, 10},   {RecordColumn::Status, 13},
      {RecordColumn::Source, 14}, {RecordColumn::Image, 20}};
  for (const auto& [column, width] : kWidths) {
    // Names are longer in some languages; beside them is room for the sign of the order.
    const QString name =
        model()->headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    header->resizeSection(
        static_cast<int>(column),
        std::max(width * kGrid, header->fontMetrics().horizontalAdvance(name) + 4 * kGrid));
  }
  constexpr RecordColumn kHidden[] = {RecordColumn::Study, RecordColumn::Date, RecordColumn::Status,
                                      RecordColumn::Source, RecordColumn::Image};
  for (int column = 0; column < CatalogTableModel::kColumns; ++column) {
    const int visual = header->visualIndex(column);
    if (visual != column) header->moveSection(visual, column);
    const auto hidden =
        std::find(std::begin(kHidden), std::end(kHidden), static_cast<RecordColumn>(column));
    header->setSectionHidden(column, hidden != std::end(kHidden));
  }
}

void RecordTableView::setReasonShown(bool shown) {
  if (shown == isReasonShown_) return;
  isReasonShown_ = shown;
  constexpr int kStatus = static_cast<int>(RecordColumn::Status);
  QHeaderView* header = horizontalHeader();
  if (shown) {
    wasStatusHidden_ = header->isSectionHidden(kStatus);
    header->setSectionHidden(kStatus, false);
    statusWidth_ = header->sectionSize(kStatus);
    header->resizeSection(kStatus, std::max(statusWidth_, 32 * kGrid));
    header->moveSection(header->visualIndex(kStatus), 1);
  } else {
    header->moveSection(header->visualIndex(kStatus), kStatus);
    header->resizeSection(kStatus, statusWidth_);
    header->setSectionHidden(kStatus, wasStatusHidden_);
  }
}

void RecordTableView::chooseColumns(QPoint position) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QHeaderView* header = horizontalHeader();
  for (int column = 0; column < CatalogTableModel::kColumns; ++column) {
    QAction* action =
        menu->addAction(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(column));
    // One column has to stay, to have a header to ask for the others.
    action->setEnabled(header->isSectionHidden(column) ||
                       header->hiddenSectionCount() < CatalogTableModel::kColumns - 1);
    connect(action, &QAction::toggled, this, [this, column](bool on) {
      horizontalHeader()->setSectionHidden(column, !on);
      saveColumns();
    });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, [this] {
    resetColumns();
    saveColumns();
  });
  menu->popup(header->mapToGlobal(position));
}

void RecordTableView::updateRowHeight() {
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
}

void RecordTableView::retranslate() {
  setAccessibleName(tr("Records"));
}

void RecordTableView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
    updateRowHeight();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace mrm
