#include "widgets/dataset/report_text_view.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>
#include <algorithm>

#include "core/base/utf8.h"
#include "widgets/common/core_text.h"
#include "widgets/dataset/dataset_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// The text as it is shown, and for each of its bytes the character of it.
struct Shown {
  QString text;
  std::vector<int> place;
};

Shown shownText(const std::string& bytes) {
  Shown shown;
  shown.place.reserve(bytes.size() + 1);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t length = std::max<std::size_t>(utf8SequenceLength(rest), 1);
    for (std::size_t i = 0; i < length; ++i)
      shown.place.push_back(static_cast<int>(shown.text.size()));
    // A carriage return beside a line feed is no line of its own.
    const bool isHalf = rest[0] == '\r' && rest.size() > 1 && rest[1] == '\n';
    if (!isHalf) {
      if (rest[0] == '\r')
        shown.text += '\n';
      else
        shown.text += QString::fromUtf8(rest.data(), static_cast<qsizetype>(length));
    }
    rest.remove_prefix(length);
  }
  shown.place.push_back(static_cast<int>(shown.text.size()));
  return shown;
}

}  // namespace

ReportTextView::ReportTextView(QWidget* parent) : QPlainTextEdit(parent) {
  setReadOnly(true);
  setFrameShape(QFrame::NoFrame);
  document()->setDocumentMargin(kGrid);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setTabChangesFocus(true);
}

void ReportTextView::setReport(const std::string& text, const ReportSections& sections,
                               const std::vector<std::size_t>& readSections, bool readsAll,
                               const std::vector<PersonalData>& personal) {
  const Shown shown = shownText(text);
  const auto place = [&](std::size_t byte) {
    return shown.place[std::min(byte, shown.place.size() - 1)];
  };
  marks_.clear();
  QStringList described;
  for (std::size_t i = 0; i < sections.sections.size(); ++i) {
    const ReportSection& section = sections.sections[i];
    Mark mark;
    const TextRange& first = section.headingRange.size() > 0 ? section.headingRange : section.body;
    mark.begin = place(first.begin);
    mark.end = place(section.body.end);
    mark.kind = section.kind;
    mark.isRead =
        readsAll || std::find(readSections.begin(), readSections.end(), i) != readSections.end();
    mark.tip = mark.isRead ? tr("%1: the model reads it").arg(DataSetText::section(section.kind))
                           : tr("%1: not read").arg(DataSetText::section(section.kind));
    described << mark.tip;
    marks_.push_back(mark);
  }
  for (const PersonalData& hit : personal) {
    Mark mark;
    mark.begin = place(hit.range.begin);
    mark.end = place(hit.range.end);
    mark.isPersonal = true;
    mark.tip = tr("Looks like personal data: %1 (%2)")
                   .arg(DataSetText::personalData(hit.kind), coreText(hit.reason));
    described << mark.tip;
    marks_.push_back(mark);
  }
  setPlainText(shown.text);
  setAccessibleDescription(described.join(QStringLiteral("; ")));
  mark();
}

void ReportTextView::clearReport() {
  marks_.clear();
  clear();
  mark();
}

void ReportTextView::mark() {
  QList<QTextEdit::ExtraSelection> selections;
  for (const Mark& mark : marks_) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(mark.begin);
    selection.cursor.setPosition(std::max(mark.end, mark.begin), QTextCursor::KeepAnchor);
    if (mark.isPersonal) {
      selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
      selection.format.setUnderlineColor(themeColors().failure);
    } else {
      selection.format.setBackground(sectionTint(mark.kind));
      if (!mark.isRead) selection.format.setForeground(themeColors().secondaryText);
    }
    selections << selection;
  }
  setExtraSelections(selections);
}

bool ReportTextView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    QString tip;
    for (const Mark& mark : marks_)  // personal data comes last and covers its section
      if (at >= mark.begin && at < mark.end) tip = mark.tip;
    QToolTip::showText(help->globalPos(), tip, this);
    return true;
  }
  return QPlainTextEdit::event(event);
}

void ReportTextView::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) mark();
}

}  // namespace mrm
