#include "widgets/pretrain/report_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

#include "widgets/common/format.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr std::size_t kMostWords = 2000;
constexpr int kChipMargin = 6;
constexpr int kLongest = 60;  // characters of a word that are shown

QString text(const std::string& word) {
  QString result = QString::fromStdString(word);
  if (result.size() > kLongest) result = result.left(kLongest) + QStringLiteral("…");
  return result;
}

}  // namespace

ReportText::ReportText(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setFocusPolicy(Qt::TabFocus);
  updateTexts();
}

void ReportText::setWords(std::vector<PreviewWord> words) {
  words_ = std::move(words);
  if (words_.size() > kMostWords) words_.resize(kMostWords);
  masked_ = right_ = 0;
  QString all;
  for (const PreviewWord& word : words_) {
    masked_ += word.masked ? 1 : 0;
    right_ += isRight(word) ? 1 : 0;
    all += QString::fromStdString(word.text) + ' ';
  }
  direction_ = all.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
  current_ = -1;
  updateTexts();
}

void ReportText::setOriginalShown(bool original) {
  original_ = original;
  updateTexts();
}

bool ReportText::isRight(const PreviewWord& word) {
  return word.masked &&
         QString::fromStdString(word.restored)
                 .compare(QString::fromStdString(word.text), Qt::CaseInsensitive) == 0;
}

QString ReportText::describe(const PreviewWord& word) const {
  if (!word.masked) return text(word.text);
  const QString probability = Format::percent(word.probability);
  if (isRight(word))
    return tr("Restored: “%1”, as in the report. Probability of this word: %2.")
        .arg(text(word.restored), probability);
  return tr("Restored: “%1”. The report says “%2”, to which the model gives a probability of %3.")
      .arg(text(word.restored), text(word.text), probability);
}

QString ReportText::shownText(const PreviewWord& word) const {
  if (!word.masked || original_) return text(word.text);
  return word.restored.empty() ? QStringLiteral("…") : text(word.restored);
}

void ReportText::updateTexts() {
  QStringList all;
  for (const PreviewWord& word : words_)
    all << (word.masked ? QStringLiteral("[%1]").arg(describe(word)) : text(word.text));
  setAccessibleName(tr("Report with restored words"));
  setAccessibleDescription(all.join(' '));
  arrange(width(), &pieces_);
  updateGeometry();
  update();
}

int ReportText::arrange(int width, std::vector<Piece>* pieces) const {
  if (pieces) pieces->clear();
  const QFontMetrics metrics(font());
  const int space = metrics.horizontalAdvance(' ') + 1, height = metrics.height() + 6;
  const int lineGap = 4;
  int x = 0, y = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const QString shown = shownText(words_[i]);
    const int wide = metrics.horizontalAdvance(shown) + (words_[i].masked ? 2 * kChipMargin : 0);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += height + lineGap;
    }
    if (pieces)
      pieces->push_back(
          {QStyle::visualRect(direction_, QRect(0, 0, width, 1),
                              QRect(x, y, std::min(wide, std::max(width, 1)), height)),
           shown, i});
    x += wide + space;
  }
  return words_.empty() ? 0 : y + height;
}

int ReportText::heightForWidth(int width) const {
  return arrange(width, nullptr);
}

QSize ReportText::sizeHint() const {
  return {40 * kGrid, heightForWidth(std::max(width(), 30 * kGrid))};
}

QSize ReportText::minimumSizeHint() const {
  return {20 * kGrid, QFontMetrics(font()).height()};
}

void ReportText::paintEvent(QPaintEvent* event) {
  const Colors& c = themeColors();
  QPainter painter(this);
  painter.setLayoutDirection(direction_);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Piece& piece : pieces_) {
    if (!event->rect().intersects(piece.rect)) continue;
    const PreviewWord& word = words_[piece.word];
    if (word.masked) {
      const bool right = isRight(word);
      const QColor line = right ? c.success : c.attention;
      fillRound(painter, piece.rect, right ? c.successTint : c.attentionTint);
      // The probability as the length of the line below; a wrong word's line is dashed as well.
      QPen pen(line, 2, right ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap);
      if (!right) pen.setDashPattern({2, 1.5});
      painter.setPen(pen);
      const QRect chip = piece.rect.adjusted(kChipMargin, 0, -kChipMargin, 0);
      QColor track = line;
      track.setAlphaF(0.25f);
      const int y = chip.bottom() - 1;
      painter.fillRect(QRect(chip.left(), y, chip.width(), 2), track);
      const int length =
          static_cast<int>(chip.width() * std::clamp(word.probability, 0.0, 1.0) + 0.5);
      if (length > 0) {
        const QRect done = QStyle::visualRect(direction_, chip, QRect(chip.left(), y, length, 2));
        painter.drawLine(done.left(), y + 1, done.right() + 1, y + 1);
      }
      painter.setPen(original_ ? c.text : line);
    } else {
      painter.setPen(c.text);
    }
    painter.drawText(piece.rect.adjusted(0, -1, 0, -1), Qt::AlignCenter, piece.text);
    if (hasFocus() && static_cast<int>(piece.word) == current_)
      drawFocus(painter, piece.rect.adjusted(-1, -1, 1, 1), false);
  }
}

bool ReportText::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const Piece& piece : pieces_)
      if (piece.rect.contains(help->pos()) && words_[piece.word].masked) {
        QToolTip::showText(help->globalPos(), describe(words_[piece.word]), this, piece.rect);
        return true;
      }
    QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void ReportText::moveCurrent(int direction) {
  for (int i = current_ + direction; i >= 0 && i < static_cast<int>(words_.size()); i += direction)
    if (words_[static_cast<std::size_t>(i)].masked) {
      current_ = i;
      update();
      for (const Piece& piece : pieces_)
        if (static_cast<int>(piece.word) == i)
          QToolTip::showText(mapToGlobal(piece.rect.bottomLeft()), describe(words_[piece.word]),
                             this, piece.rect);
      return;
    }
}

void ReportText::keyPressEvent(QKeyEvent* event) {
  const bool mirrored = direction_ == Qt::RightToLeft;
  if (event->key() == Qt::Key_Left) return moveCurrent(mirrored ? 1 : -1);
  if (event->key() == Qt::Key_Right) return moveCurrent(mirrored ? -1 : 1);
  QWidget::keyPressEvent(event);
}

void ReportText::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange(width(), &pieces_);
}

void ReportText::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::FontChange:
      updateTexts();
      break;
    default:
      break;
  }
}

}  // namespace mrm
