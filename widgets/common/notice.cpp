#include "widgets/common/notice.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/common/disclosure.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

struct ToneLook {
  const char* icon;
  IconTone iconTone;
  QColor tint, line;
};

ToneLook lookOf(NoticeTone tone) {
  const Colors& c = themeColors();
  switch (tone) {
    case NoticeTone::Attention:
      return {"warning", IconTone::Attention, c.attentionTint, c.attention};
    case NoticeTone::Failure:
      return {"error", IconTone::Failure, c.failureTint, c.failure};
    case NoticeTone::Success:
      return {"check", IconTone::Success, c.successTint, c.success};
    case NoticeTone::Info:
      break;
  }
  return {"info", IconTone::Accent, c.selection, c.accentText};
}

QLabel* wrappingLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

Notice::Notice(QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel(this)),
      what_(wrappingLabel(this)),
      where_(wrappingLabel(this)),
      advice_(wrappingLabel(this)),
      details_(new QPlainTextEdit(this)),
      disclosure_(new Disclosure(QString(), details_, this)),
      copy_(new QPushButton(this)),
      close_(new QToolButton(this)),
      buttons_(new QHBoxLayout) {
  QFont strong = font();
  strong.setWeight(QFont::DemiBold);
  what_->setFont(strong);
  where_->setFont(fontOf(TextRole::Mono));
  details_->setReadOnly(true);
  details_->setFont(fontOf(TextRole::Mono));
  details_->setMaximumHeight(20 * kGrid);
  details_->setFrameShape(QFrame::NoFrame);
  close_->setAutoRaise(true);
  close_->setIcon(themedIcon("close"));
  close_->hide();
  icon_->setAlignment(Qt::AlignTop);

  auto* texts = new QVBoxLayout;
  texts->setSpacing(kGrid / 2);
  texts->addWidget(what_);
  texts->addWidget(where_);
  texts->addWidget(advice_);
  texts->addWidget(disclosure_);
  buttons_->setSpacing(kGrid);
  buttons_->addWidget(copy_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(kGrid * 3 / 2, kGrid * 3 / 2, kGrid, kGrid * 3 / 2);
  layout->setSpacing(kGrid * 3 / 2);
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addLayout(texts, 1);
  auto* ends =
      new QVBoxLayout;  // at the top, beside the texts: a notice takes as little height as it can
  ends->addLayout(buttons_);
  ends->addStretch();
  layout->addLayout(ends);
  layout->addWidget(close_, 0, Qt::AlignTop);

  connect(copy_, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(content_.forClipboard()); });
  connect(close_, &QToolButton::clicked, this, [this] {
    hide();
    Q_EMIT closed();
  });
  retranslate();
  display(NoticeTone::Info, {});
}

void Notice::showMessage(NoticeTone tone, const QString& what, const QString& advice) {
  ErrorText content;
  content.what = what;
  content.advice = advice;
  display(tone, content);
}

void Notice::showError(const ErrorText& error) {
  display(NoticeTone::Failure, error);
}

void Notice::display(NoticeTone tone, const ErrorText& content) {
  tone_ = tone;
  content_ = content;
  const auto fill = [](QLabel* label, const QString& text) {
    if (label->text() != text) label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  fill(what_, content.what);
  fill(where_, content.where);
  fill(advice_, content.advice);
  if (details_->toPlainText() != content.details) details_->setPlainText(content.details);
  disclosure_->setVisible(!content.details.isEmpty());
  copy_->setVisible(tone == NoticeTone::Failure || !content.details.isEmpty());
  setAccessibleName(content.what);
  setAccessibleDescription(content.where + ' ' + content.advice);
  updateColors();
}

QPushButton* Notice::addButton() {
  auto* button = new QPushButton(this);
  button->setAutoDefault(false);
  buttons_->insertWidget(buttons_->indexOf(copy_), button);
  return button;
}

void Notice::setClosable(bool closable) {
  close_->setVisible(closable);
}

void Notice::paintEvent(QPaintEvent*) {
  const ToneLook look = lookOf(tone_);
  QPainter painter(this);
  fillRound(painter, contentsRect(), look.tint);
}

void Notice::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateColors();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void Notice::updateColors() {
  const ToneLook look = lookOf(tone_);
  icon_->setPixmap(themedPixmap(look.icon, 20, devicePixelRatioF(), look.iconTone));
  update();
}

void Notice::retranslate() {
  disclosure_->setTitle(tr("Details"));
  copy_->setText(tr("Copy details"));
  close_->setToolTip(tr("Close"));
  close_->setAccessibleName(tr("Close this message"));
}

void showErrorDialog(QWidget* parent, const QString& title, const ErrorText& error) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setWindowModality(Qt::WindowModal);
  auto* notice = new Notice(dialog);
  notice->showError(error);
  auto* close = new QPushButton(Notice::tr("Close"), dialog);
  close->setDefault(true);
  QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
  auto* layout = new QVBoxLayout(dialog);
  layout->addWidget(notice);
  layout->addStretch();
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(close);
  layout->addLayout(row);
  dialog->resize(70 * kGrid, dialog->sizeHint().height());
  dialog->show();
}

}  // namespace mrm
