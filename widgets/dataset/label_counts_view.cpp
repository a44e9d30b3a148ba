#include "widgets/dataset/label_counts_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "widgets/common/format.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// Targets of a class as one bar: 1, 0, between, left out.
class TargetBar : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const auto* model = static_cast<const LabelCountsModel*>(index.model());
    const LabelCounts& c = model->counts()[static_cast<std::size_t>(index.row())];
    const double total =
        static_cast<double>(c.targetOne + c.targetZero + c.targetOther + c.leftOut);
    if (total <= 0) return;
    const Colors& colors = themeColors();
    const QRectF bar = QRectF(option.rect).adjusted(kGrid, kGrid, -kGrid, -kGrid);
    double left = bar.left();
    const auto part = [&](std::int64_t count, const QColor& fill, bool isHatched) {
      const double width = bar.width() * static_cast<double>(count) / total;
      const QRectF rect(left, bar.top(), count > 0 ? std::max(width, 1.0) : 0, bar.height());
      if (isHatched) {
        painter->fillRect(rect, QBrush(fill, Qt::BDiagPattern));
        painter->setPen(fill);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
      } else {
        painter->fillRect(rect, fill);
      }
      left += width;
    };
    painter->save();
    part(c.targetOne, colors.reportLoss, false);
    part(c.targetOther, colors.speed, false);
    part(c.targetZero, colors.imageLoss, false);
    if (c.leftOut > 0) part(c.leftOut, colors.disabledText, true);
    painter->restore();
  }
};

}  // namespace

void LabelCountsModel::setCounts(std::vector<LabelCounts> counts) {
  const bool isSame = std::equal(counts.begin(), counts.end(), counts_.begin(), counts_.end(),
                                 [](const auto& a, const auto& b) { return a.name == b.name; });
  if (isSame && !counts.empty()) {
    counts_ = std::move(counts);  // keeps what is selected
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    return;
  }
  beginResetModel();
  counts_ = std::move(counts);
  endResetModel();
}

int LabelCountsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(counts_.size());
}

int LabelCountsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant LabelCountsModel::data(const QModelIndex& index, int role) const {
  const LabelCounts& c = counts_[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole && index.column() > Bar)
    return static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole || (role == Qt::AccessibleTextRole && index.column() == Bar)) {
    const std::int64_t used = c.targetOne + c.targetZero + c.targetOther;
    return tr("%1: %2 of %3 labels count; %4 are positive")
        .arg(QString::fromStdString(c.name), Format::count(used), Format::count(used + c.leftOut),
             Format::percent(used > 0 ? static_cast<double>(c.targetOne) / static_cast<double>(used)
                                      : 0));
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Name:
      return QString::fromStdString(c.name);
    case Positive:
      return Format::count(c.positive);
    case Negative:
      return Format::count(c.negative);
    case Uncertain:
      return Format::count(c.uncertain);
    case Blank:
      return Format::count(c.blank);
    case Absent:
      return Format::count(c.absent);
    case TargetOne:
      return Format::count(c.targetOne);
    case TargetZero:
      return Format::count(c.targetZero);
    case TargetOther:
      return Format::count(c.targetOther);
    case LeftOut:
      return Format::count(c.leftOut);
    default:
      return {};
  }
}

QVariant LabelCountsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section > Bar ? Qt::AlignTrailing : Qt::AlignLeading) |
                            Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section >= TargetOne)
    return tr("What the model is trained towards, under the policy chosen above.");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Name:
      return tr("Class");
    case Bar:
      return tr("Trained as");
    case Positive:
      return tr("Positive");
    case Negative:
      return tr("Negative");
    case Uncertain:
      return tr("Uncertain");
    case Blank:
      return tr("Blank", "label without a value");
    case Absent:
      return tr("Absent", "label that the data set does not speak of");
    case TargetOne:
      return tr("→ 1");
    case TargetZero:
      return tr("→ 0");
    case TargetOther:
      return tr("→ 0.5");
    case LeftOut:
      return tr("→ left out");
    default:
      return {};
  }
}

LabelCountsView::LabelCountsView(QWidget* parent)
    : QTableView(parent), model_(new LabelCountsModel(this)) {
  setModel(model_);
  setItemDelegateForColumn(LabelCountsModel::Bar, new TargetBar(this));
  setAccessibleName(tr("Labels by class"));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(28);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(LabelCountsModel::Bar, QHeaderView::Stretch);
  horizontalHeader()->setMinimumSectionSize(5 * kGrid);
}

QString LabelCountsView::asText() const {
  QString text;
  for (int row = -1; row < model_->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < LabelCountsModel::Columns; ++column) {
      if (column == LabelCountsModel::Bar) continue;
      cells << (row < 0 ? model_->headerData(column, Qt::Horizontal, Qt::DisplayRole)
                        : model_->data(model_->index(row, column), Qt::DisplayRole))
                   .toString();
    }
    text += cells.join('\t') + '\n';
  }
  return text;
}

}  // namespace mrm
