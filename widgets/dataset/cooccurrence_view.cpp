#include "widgets/dataset/cooccurrence_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/common/format.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// Viridis (van der Walt and Smith 2015), nine points of it; even steps look even.
QColor viridis(double value) {
  static const std::array<QColor, 9> points{QColor(0x440154), QColor(0x472d7b), QColor(0x3b528b),
                                            QColor(0x2c728e), QColor(0x21918c), QColor(0x28ae80),
                                            QColor(0x5ec962), QColor(0xaddc30), QColor(0xfde725)};
  const double place = std::clamp(value, 0.0, 1.0) * (points.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), points.size() - 2);
  const double t = place - static_cast<double>(below);
  const QColor &a = points[below], &b = points[below + 1];
  return QColor::fromRgbF(static_cast<float>(a.redF() + t * (b.redF() - a.redF())),
                          static_cast<float>(a.greenF() + t * (b.greenF() - a.greenF())),
                          static_cast<float>(a.blueF() + t * (b.blueF() - a.blueF())));
}

class HeatCell : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const auto* model = static_cast<const CooccurrenceModel*>(index.model());
    const QColor fill = viridis(model->share(index.row(), index.column()));
    painter->save();
    painter->fillRect(option.rect.adjusted(0, 0, -1, -1), fill);
    const QColor black(0x10, 0x12, 0x14);
    painter->setPen(contrast(fill, black) > contrast(fill, Qt::white) ? black : QColor(Qt::white));
    painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
    if (option.state & QStyle::State_Selected) {
      painter->setPen(QPen(themeColors().dark ? QColor(Qt::white) : black, 2));
      painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
  }
};

// The scale beside the map: what which colour means.
class HeatScale : public QWidget {
 public:
  explicit HeatScale(QWidget* parent) : QWidget(parent) {
    setFixedWidth(10 * kGrid);
    setMinimumHeight(16 * kGrid);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const int text = fontMetrics().height();
    const QRect bar(kGrid, text, 2 * kGrid, height() - 2 * text);
    for (int y = 0; y < bar.height(); ++y)
      painter.fillRect(bar.left(), bar.top() + y, bar.width(), 1,
                       viridis(1 - static_cast<double>(y) / std::max(1, bar.height() - 1)));
    painter.setPen(themeColors().secondaryText);
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      const int y = bar.bottom() - static_cast<int>(share * (bar.height() - 1));
      painter.drawText(QRect(bar.right() + kGrid / 2, y - text, width() - bar.right(), 2 * text),
                       Qt::AlignLeft | Qt::AlignVCenter, Format::percent(share));
    }
  }
};

}  // namespace

void CooccurrenceModel::setMatrix(LabelCooccurrence matrix) {
  beginResetModel();
  matrix_ = std::move(matrix);
  endResetModel();
}

double CooccurrenceModel::share(int row, int column) const {
  const auto r = static_cast<std::size_t>(row), c = static_cast<std::size_t>(column);
  const auto all = static_cast<double>(matrix_.together[r][r]);
  return all > 0 ? static_cast<double>(matrix_.together[r][c]) / all : 0;
}

int CooccurrenceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(matrix_.names.size());
}

int CooccurrenceModel::columnCount(const QModelIndex& parent) const {
  return rowCount(parent);
}

QVariant CooccurrenceModel::data(const QModelIndex& index, int role) const {
  const auto row = static_cast<std::size_t>(index.row());
  const auto column = static_cast<std::size_t>(index.column());
  const std::int64_t count = matrix_.together[row][column];
  if (role == Qt::DisplayRole) return Format::count(count);
  if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
    const QString a = QString::fromStdString(matrix_.names[row]);
    const QString b = QString::fromStdString(matrix_.names[column]);
    if (row == column) return tr("%1: %n record(s)", nullptr, static_cast<int>(count)).arg(a);
    return tr("%1 and %2: %n record(s), %3 of those with %1", nullptr, static_cast<int>(count))
        .arg(a, b, Format::percent(share(index.row(), index.column())));
  }
  return {};
}

QVariant CooccurrenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const QString name = QString::fromStdString(matrix_.names[static_cast<std::size_t>(section)]);
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return name;
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>(orientation == Qt::Vertical ? Qt::AlignLeading | Qt::AlignVCenter
                                                        : Qt::AlignCenter);
  return {};
}

CooccurrenceView::CooccurrenceView(QWidget* parent)
    : QWidget(parent), model_(new CooccurrenceModel(this)), table_(new QTableView(this)) {
  table_->setModel(model_);
  table_->setItemDelegate(new HeatCell(table_));
  table_->setAccessibleName(tr("Classes that are positive together"));
  table_->setFrameShape(QFrame::NoFrame);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->horizontalHeader()->setMinimumSectionSize(7 * kGrid);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->verticalHeader()->setDefaultSectionSize(28);
  table_->verticalHeader()->setMaximumWidth(24 * kGrid);
  auto* caption = new QLabel(tr("Number of records with both classes; the colour is their share of "
                                "the row's positives."),
                             this);
  caption->setWordWrap(true);
  setTextRole(caption, TextRole::Small);
  auto* row = new QHBoxLayout;
  row->addWidget(table_, 1);
  row->addWidget(new HeatScale(this));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(caption);
  layout->addLayout(row, 1);
}

}  // namespace mrm
