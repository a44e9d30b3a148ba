#include "widgets/curation/report_view.h"

#include <QEvent>
#include <QTextBlock>

#include "widgets/theme/theme.h"

namespace mrm {

ReportView::ReportView(QWidget* parent) : QTextEdit(parent) {
  setReadOnly(true);
  setFrameShape(QFrame::NoFrame);
  setTabChangesFocus(true);
  document()->setDocumentMargin(3 * kGrid / 2);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ReportView::setReport(const std::string& utf8) {
  setPlainText(QString::fromStdString(utf8));
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
