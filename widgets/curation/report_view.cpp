#include "widgets/curation/report_view.h"

#include <QEvent>
#include <QTextBlock>

#include "core/text/report_sections.h"
#include "widgets/theme/theme.h"

namespace mrm {

ReportView::ReportView(QWidget* parent) : QTextEdit(parent) {
  setReadOnly(true);
  setFrameShape(QFrame::NoFrame);
  setTabChangesFocus(true);
  document()->setDocumentMargin(3 * kGrid / 2);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

namespace {

// Line ends become those of the document, so that places in both are the same.
std::string withPlainLines(const std::string& text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      plain += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      plain += text[i] == '\0' ? ' ' : text[i];
    }
  }
  return plain;
}

}  // namespace

void ReportView::setReport(const std::string& utf8) {
  const std::string text = withPlainLines(utf8);
  setPlainText(QString::fromStdString(text));
  headings_.clear();
  QTextCharFormat strong;
  strong.setFontWeight(QFont::DemiBold);
  std::size_t bytes = 0;
  int place = 0;
  const auto placeOf = [&](std::size_t byte) {  // asked for in ascending order
    place += static_cast<int>(
        QString::fromUtf8(text.data() + bytes, static_cast<qsizetype>(byte - bytes)).size());
    bytes = byte;
    return place;
  };
  for (const ReportSection& section : parseReport(text).sections) {
    if (section.headingRange.size() == 0) continue;
    QTextCursor cursor(document());
    cursor.setPosition(placeOf(section.headingRange.begin));
    cursor.setPosition(placeOf(section.headingRange.end), QTextCursor::KeepAnchor);
    headings_ << cursor.selectedText();
    cursor.mergeCharFormat(strong);
  }
  mark();
}

void ReportView::setTerms(const QVector<SearchTerm>& terms) {
  if (terms == terms_) return;
  terms_ = terms;
  mark();
}

void ReportView::mark() {
  // The document's own characters are those of the text, one for one.
  hits_ = findHits(toPlainText(), terms_);
  QList<ExtraSelection> selections;
  const QColor color = themeColors().attentionTint;
  for (const TextHit& hit : hits_) {
    ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(hit.begin);
    selection.cursor.setPosition(hit.begin + hit.length, QTextCursor::KeepAnchor);
    selection.format.setBackground(color);
    selection.format.setForeground(themeColors().text);
    selections.append(selection);
  }
  setExtraSelections(selections);
  if (hits_.isEmpty()) return;
  QTextCursor first(document());
  first.setPosition(hits_.front().begin);
  setTextCursor(first);
  ensureCursorVisible();
}

void ReportView::changeEvent(QEvent* event) {
  QTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) mark();
}

}  // namespace mrm
