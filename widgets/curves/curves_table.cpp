#include "widgets/curves/curves_table.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include "widgets/common/format.h"
#include "widgets/curves/curve_panel.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

enum Column { NameColumn, LastColumn, SmoothedColumn, BestColumn, ColumnCount };

QPixmap swatch(const CurvePanel& panel, bool isValidation, double scale) {
  QPixmap pixmap(QSize(20, 12) * scale);
  pixmap.setDevicePixelRatio(scale);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(curveColor(panel.kind()), 2, isValidation ? Qt::DotLine : Qt::SolidLine));
  painter.drawLine(QPointF(1, 6), QPointF(19, 6));
  if (isValidation) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(curveColor(panel.kind()));
    painter.drawEllipse(QPointF(10, 6), 3, 3);
  }
  return pixmap;
}

}  // namespace

CurvesTable::CurvesTable(std::vector<const CurvePanel*> panels, QWidget* parent)
    : QTableWidget(parent) {
  for (const CurvePanel* panel : panels) {
    rows_.push_back({panel, false});
    if (panel->isLoss()) rows_.push_back({panel, true});
  }
  setRowCount(static_cast<int>(rows_.size()));
  setColumnCount(ColumnCount);
  for (int row = 0; row < rowCount(); ++row)
    for (int column = 0; column < ColumnCount; ++column) {
      auto* item = new QTableWidgetItem;
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      item->setTextAlignment((column == NameColumn ? Qt::AlignLeading : Qt::AlignTrailing) |
                             Qt::AlignVCenter);
      setItem(row, column, item);
    }
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(QFrame::NoFrame);
  setIconSize(QSize(20, 12));
  setSelectionMode(QAbstractItemView::ContiguousSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(20);
  verticalHeader()->setDefaultSectionSize(24);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
  horizontalHeader()->setMinimumSectionSize(6 * kGrid);
  updateSwatches();
  retranslate();
}

void CurvesTable::refresh() {
  const auto put = [this](int row, int column, const QString& text) {
    if (item(row, column)->text() != text) item(row, column)->setText(text);
  };
  for (int row = 0; row < rowCount(); ++row) {
    const Row& what = rows_[static_cast<std::size_t>(row)];
    const CurveSeries& series =
        what.isValidation ? what.panel->validation() : what.panel->training();
    const bool any = !series.isEmpty();
    put(row, LastColumn, any ? Format::number(series.lastValue()) : kNoValue);
    const CurveSeries& smoothed = what.panel->smoothed();
    const bool smooth = !what.isValidation && what.panel->isLoss() && !smoothed.isEmpty();
    put(row, SmoothedColumn, smooth ? Format::number(smoothed.lastValue()) : QString());
    put(row, BestColumn, any && what.panel->isLoss() ? Format::number(series.lowest()) : QString());
  }
}

QString CurvesTable::asText() const {
  QStringList lines;
  QStringList header;
  for (int column = 0; column < ColumnCount; ++column)
    header << horizontalHeaderItem(column)->text();
  lines << header.join('\t');
  for (int row = 0; row < rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) cells << item(row, column)->text();
    lines << cells.join('\t');
  }
  return lines.join('\n') + '\n';
}

void CurvesTable::retranslate() {
  setHorizontalHeaderLabels({tr("Curve"), tr("Last"), tr("Smoothed"), tr("Best")});
  horizontalHeaderItem(NameColumn)->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  for (int column = LastColumn; column < ColumnCount; ++column)
    horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  for (int row = 0; row < rowCount(); ++row) {
    const Row& what = rows_[static_cast<std::size_t>(row)];
    item(row, NameColumn)->setText(what.isValidation ? tr("held back") : what.panel->title());
    item(row, NameColumn)
        ->setToolTip(
            what.isValidation
                ? tr("%1 on records of patients held back from training").arg(what.panel->title())
                : what.panel->title());
  }
  setAccessibleName(tr("Values of the curves"));
  refresh();
}

void CurvesTable::updateSwatches() {
  for (int row = 0; row < rowCount(); ++row) {
    const Row& what = rows_[static_cast<std::size_t>(row)];
    item(row, NameColumn)
        ->setIcon(QIcon(swatch(*what.panel, what.isValidation, devicePixelRatioF())));
  }
}

void CurvesTable::changeEvent(QEvent* event) {
  QTableWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateSwatches();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CurvesTable::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    QApplication::clipboard()->setText(asText());
    return;
  }
  QTableWidget::keyPressEvent(event);
}

}  // namespace mrm
