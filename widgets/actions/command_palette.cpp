#include "widgets/actions/command_palette.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/actions/action_registry.h"
#include "widgets/actions/fuzzy_match.h"
#include "widgets/common/hairline.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kRowHeight = 36;

enum Role { CategoryRole = Qt::UserRole, ShortcutRole, IdRole };

QString plainText(const QAction& action) {
  return QString(action.text()).remove('&');
}

// Icon and name, the category quieter after it, the shortcut at the far end.
class CommandDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {30 * kGrid, kRowHeight};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& given,
             const QModelIndex& index) const override {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle* style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const Colors& c = themeColors();
    const bool enabled = option.state & QStyle::State_Enabled;
    QRect rest = option.rect.adjusted(3 * kGrid / 2, 0, -3 * kGrid / 2, 0);
    const auto place = [&](int width, bool atEnd) {
      QRect r = rest;
      if (atEnd) {
        r.setLeft(r.right() - width);
        rest.setRight(r.left() - kGrid);
      } else {
        r.setWidth(width);
        rest.setLeft(r.right() + kGrid);
      }
      return QStyle::visualRect(option.direction, option.rect, r);
    };
    const QRect icon = place(20, false);
    option.icon.paint(painter,
                      icon.adjusted(0, (icon.height() - 20) / 2, 0, -(icon.height() - 20) / 2),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    const QString keys = index.data(ShortcutRole).toString();
    if (!keys.isEmpty()) {
      painter->setPen(c.secondaryText);
      painter->drawText(place(metrics.horizontalAdvance(keys) + 4, true), Qt::AlignCenter, keys);
    }
    const int width = std::min(metrics.horizontalAdvance(option.text) + 4, rest.width());
    painter->setPen(enabled ? c.text : c.disabledText);
    painter->drawText(place(width, false), Qt::AlignVCenter | Qt::AlignLeading,
                      metrics.elidedText(option.text, Qt::ElideRight, width));
    painter->setPen(enabled ? c.secondaryText : c.disabledText);
    const QString category = index.data(CategoryRole).toString();
    if (rest.width() > 4 * kGrid)
      painter->drawText(QStyle::visualRect(option.direction, option.rect, rest),
                        Qt::AlignVCenter | Qt::AlignLeading,
                        metrics.elidedText(category, Qt::ElideRight, rest.width()));
  }
};

}  // namespace

CommandPalette::CommandPalette(const ActionRegistry& registry, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      registry_(registry),
      input_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      nothing_(new QLabel(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName("commandPalette");
  setAccessibleName(tr("Command palette"));
  input_->setPlaceholderText(tr("Type what you want to do"));
  input_->setAccessibleName(tr("Search commands"));
  input_->setFrame(false);
  input_->setFont(fontOf(TextRole::Heading));
  input_->addAction(themedIcon("search", IconTone::Secondary), QLineEdit::LeadingPosition);
  input_->installEventFilter(this);
  list_->setAccessibleName(tr("Commands"));
  list_->setItemDelegate(new CommandDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setUniformItemSizes(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  nothing_->setText(tr("No command fits. Try a shorter word."));
  nothing_->setAlignment(Qt::AlignCenter);
  setTextRole(nothing_, TextRole::Secondary);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, kGrid / 2, 1, 1);
  layout->setSpacing(kGrid / 2);
  layout->addWidget(input_);
  layout->addWidget(new Hairline);
  layout->addWidget(list_, 1);
  layout->addWidget(nothing_, 1);
  connect(input_, &QLineEdit::textChanged, this, &CommandPalette::fill);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
  fill();
}

void CommandPalette::showEvent(QShowEvent* event) {
  const QWidget* window = parentWidget()->window();
  const int width = std::min(72 * kGrid, window->width() - 4 * kGrid);
  mostHeight_ = std::min(52 * kGrid, window->height() - 10 * kGrid);
  setFixedWidth(width);
  fitHeight();
  move(window->mapToGlobal(QPoint((window->width() - width) / 2, 8 * kGrid)));
  QDialog::showEvent(event);
  input_->setFocus();
}

void CommandPalette::fitHeight() {
  if (mostHeight_ == 0) return;
  const int rows = std::max(1, list_->count());
  const int head = input_->sizeHint().height() + 3 * kGrid;
  setFixedHeight(std::min(mostHeight_, head + rows * kRowHeight));
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(themeColors().controlBorder);
  painter.setBrush(themeColors().base);
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::fill() {
  struct Hit {
    int score;
    std::size_t order;
  };
  const auto& entries = registry_.entries();
  const auto category = [&](std::size_t i) {
    return QCoreApplication::translate("Actions", entries[i].spec.category);
  };
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].action->isVisible()) continue;
    const QString name = plainText(*entries[i].action);
    std::optional<int> score = fuzzyScore(input_->text(), name);
    if (!score) {
      score = std::max(fuzzyScore(input_->text(), name + ' ' + category(i)),
                       fuzzyScore(input_->text(), category(i) + ' ' + name));
      if (score) *score -= 200;
    }
    // What cannot be done now is shown, below what can.
    if (score) hits.push_back({*score - (entries[i].action->isEnabled() ? 0 : 100000), i});
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.score > b.score; });
  list_->clear();
  for (const Hit& hit : hits) {
    const QAction& action = *entries[hit.order].action;
    auto* item = new QListWidgetItem(action.icon(), plainText(action), list_);
    item->setData(CategoryRole, category(hit.order));
    item->setData(ShortcutRole, action.shortcut().toString(QKeySequence::NativeText));
    item->setData(IdRole, entries[hit.order].spec.id);
    item->setToolTip(action.whatsThis());
    if (!action.isEnabled()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
  }
  list_->setVisible(!hits.empty());
  nothing_->setVisible(hits.empty());
  if (!hits.empty()) list_->setCurrentRow(0);
  fitHeight();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == input_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down       ? 1
                     : key == Qt::Key_Up       ? -1
                     : key == Qt::Key_PageDown ? 8
                     : key == Qt::Key_PageUp   ? -8
                                               : 0;
    if (step != 0 && list_->count() > 0) {
      list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
      return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      runCurrent();
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

void CommandPalette::runCurrent() {
  const QListWidgetItem* item = list_->currentItem();
  if (!item || !(item->flags() & Qt::ItemIsEnabled)) return;
  QAction* action = registry_.action(item->data(IdRole).toString());
  close();
  // After the palette is gone, so that what the command opens gets the focus.
  if (action) QTimer::singleShot(0, action, &QAction::trigger);
}

}  // namespace mrm
