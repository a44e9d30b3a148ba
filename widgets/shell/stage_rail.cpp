#include "widgets/shell/stage_rail.h"

#include <QAbstractButton>
#include <QAction>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {

// Icon above word; the stage that is open has a tint and a bar at the window's edge.
class StageButton : public QAbstractButton {
 public:
  StageButton(QAction* action, QWidget* parent) : QAbstractButton(parent), action_(action) {
    setCheckable(true);
    setAutoExclusive(false);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setObjectName("stage:" + action->objectName());
    connect(action, &QAction::changed, this, [this] { follow(); });
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    follow();
  }

  void setBadge(int count, const QString& meaning) {
    badge_ = count;
    meaning_ = count > 0 ? meaning : QString();
    setAccessibleDescription(meaning_);
    follow();
    update();
  }

  QSize sizeHint() const override { return {10 * kGrid, 8 * kGrid}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Colors& c = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect inner = rect().adjusted(6, 3, -6, -3);
    if (isChecked())
      fillRound(painter, inner, c.selection, Qt::transparent, 0, 8);
    else if (underMouse())
      fillRound(painter, inner, c.controlHover, Qt::transparent, 0, 8);
    if (isChecked()) {
      const QRect bar =
          QStyle::visualRect(layoutDirection(), rect(), QRect(0, height() / 2 - 12, 3, 24));
      painter.fillRect(bar, c.accentText);
    }
    const int side = 24;
    const QRect icon((width() - side) / 2, inner.top() + 7, side, side);
    const IconTone tone = isChecked() ? IconTone::Accent : IconTone::Secondary;
    painter.drawPixmap(icon, themedPixmap(action_->icon().name(), side, devicePixelRatioF(), tone));
    painter.setPen(isChecked() ? c.accentText : c.secondaryText);
    painter.setFont(fontOf(TextRole::Small));
    const QRect word = inner.adjusted(0, side + 6, 0, 0);
    painter.drawText(word, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, word.width()));
    if (badge_ > 0) {
      const QString number = badge_ > 99 ? QStringLiteral("99+") : QString::number(badge_);
      QFont small = fontOf(TextRole::Small);
      small.setWeight(QFont::DemiBold);
      painter.setFont(small);
      const int wide = std::max(18, painter.fontMetrics().horizontalAdvance(number) + 9);
      const QRect badge = QStyle::visualRect(layoutDirection(), rect(),
                                             QRect(icon.right() - 5, icon.top() - 6, wide, 18));
      fillRound(painter, badge, c.attentionTint, c.attention, 1, 9);
      painter.setPen(c.attention);
      painter.drawText(badge, Qt::AlignCenter, number);
    }
    if (hasFocus()) drawFocus(painter, inner, false);
  }

 private:
  void follow() {
    QString word = action_->text();
    word.remove('&');
    setText(word);
    setToolTip(meaning_.isEmpty() ? action_->toolTip()
                                  : action_->toolTip() +
                                        QStringLiteral("<p>%1</p>").arg(meaning_.toHtmlEscaped()));
    setAccessibleName(word);
    setWhatsThis(action_->whatsThis());
    // The action has the shortcut.
    setShortcut({});
  }

  QAction* action_;
  int badge_ = 0;
  QString meaning_;
};

StageRail::StageRail(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
  setFixedWidth(10 * kGrid);
  layout_->setContentsMargins(0, kGrid, 0, kGrid);
  layout_->setSpacing(2);
  layout_->addStretch();
  group_.setExclusive(true);
  setAccessibleName(tr("Stages"));
}

void StageRail::addStage(QAction* action) {
  auto* button = new StageButton(action, this);
  group_.addButton(button);
  buttons_.insert(action, button);
  layout_->insertWidget(layout_->count() - 1, button);
}

void StageRail::setCurrent(const QAction* action) {
  if (StageButton* button = buttons_.value(action)) button->setChecked(true);
}

void StageRail::setBadge(const QAction* action, int count, const QString& meaning) {
  if (StageButton* button = buttons_.value(action)) button->setBadge(count, meaning);
}

void StageRail::setShown(const QAction* action, bool shown) {
  if (StageButton* button = buttons_.value(action)) button->setVisible(shown);
}

void StageRail::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
  painter.fillRect(QRect(x, 0, 1, height()), themeColors().hairline);
}

}  // namespace mrm
