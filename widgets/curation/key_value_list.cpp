#include "widgets/curation/key_value_list.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>

#include "widgets/theme/theme.h"

namespace mrm {

KeyValueList::KeyValueList(QWidget* parent) : QTreeWidget(parent) {
  setColumnCount(2);
  setHeaderHidden(true);
  setRootIsDecorated(false);
  setIndentation(kGrid);
  setFrameShape(QFrame::NoFrame);
  setUniformRowHeights(true);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setTextElideMode(Qt::ElideRight);
  setTabKeyNavigation(false);
  header()->setStretchLastSection(true);
  header()->resizeSection(0, 18 * kGrid);
  header()->setMinimumSectionSize(6 * kGrid);
  setViewportMargins(kGrid, 0, 0, 0);
}

QTreeWidgetItem* KeyValueList::addGroup(const QString& title) {
  auto* item = new QTreeWidgetItem(this, {title});
  item->setFirstColumnSpanned(true);
  item->setFlags(Qt::ItemIsEnabled);
  QFont strong = font();
  strong.setWeight(QFont::DemiBold);
  item->setFont(0, strong);
  item->setSizeHint(0, QSize(0, fontMetrics().height() + 8));
  item->setExpanded(true);
  return item;
}

QTreeWidgetItem* KeyValueList::addRow(QTreeWidgetItem* group, const QString& name,
                                      const QString& value) {
  QString line = value;
  line.replace('\n', ' ');
  auto* item =
      group ? new QTreeWidgetItem(group, {name, line}) : new QTreeWidgetItem(this, {name, line});
  item->setForeground(0, themeColors().secondaryText);
  item->setSizeHint(0, QSize(0, fontMetrics().height() + 8));
  item->setToolTip(0, name);
  item->setToolTip(1, value);
  item->setData(1, Qt::AccessibleTextRole, name + QStringLiteral(": ") + line);
  return item;
}

void KeyValueList::setFilter(const QString& text) {
  const QStringList words = text.split(' ', Qt::SkipEmptyParts);
  const auto fits = [&](const QTreeWidgetItem* item) {
    const QString all = item->text(0) + ' ' + item->text(1) + ' ' + item->toolTip(1) + ' ' +
                        item->data(0, kSearchRole).toString();
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
      return all.contains(word, Qt::CaseInsensitive);
    });
  };
  for (int i = 0; i < topLevelItemCount(); ++i) {
    QTreeWidgetItem* top = topLevelItem(i);
    bool any = top->childCount() == 0 && fits(top);
    for (int j = 0; j < top->childCount(); ++j) {
      const bool isShown = fits(top->child(j));
      top->child(j)->setHidden(!isShown);
      any = any || isShown;
    }
    top->setHidden(!any);
  }
}

QString KeyValueList::asText() const {
  QStringList lines;
  const auto add = [&](const QTreeWidgetItem* item) {
    if (!item->isHidden() && !item->text(1).isEmpty())
      lines << item->text(0) + '\t' + item->toolTip(1);
  };
  for (int i = 0; i < topLevelItemCount(); ++i) {
    add(topLevelItem(i));
    for (int j = 0; j < topLevelItem(i)->childCount(); ++j) add(topLevelItem(i)->child(j));
  }
  return lines.join('\n');
}

void KeyValueList::keyPressEvent(QKeyEvent* event) {
  if (!event->matches(QKeySequence::Copy)) return QTreeWidget::keyPressEvent(event);
  QStringList lines;
  for (const QTreeWidgetItem* item : selectedItems())
    lines << item->text(0) + '\t' + item->toolTip(1);
  QApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace mrm
