#include "widgets/pretrain/log_view.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QSyntaxHighlighter>

#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kMostLines = 10000;

// By the level that each line was given in its block state.
class LevelHighlighter : public QSyntaxHighlighter {
 public:
  using QSyntaxHighlighter::QSyntaxHighlighter;

 protected:
  void highlightBlock(const QString& text) override {
    const Colors& c = themeColors();
    const auto time = static_cast<int>(text.indexOf(QStringLiteral("  ")));
    if (time > 0 && time <= 10) setFormat(0, time, c.secondaryText);
    if (text.mid(time).startsWith(QStringLiteral("  WARNING")))
      setFormat(time, static_cast<int>(text.size()) - time, c.attention);
    else if (text.mid(time).startsWith(QStringLiteral("  ERROR")))
      setFormat(time, static_cast<int>(text.size()) - time, c.failure);
  }
};

QString shown(const LogLine& line) {
  const QDateTime time =
      QDateTime::fromString(QString::fromStdString(line.time), Qt::ISODate).toLocalTime();
  const QString text = QString::fromStdString(line.text);
  if (!time.isValid()) return text;
  const QString level =
      line.level == LogLevel::Info
          ? QString()
          : QString::fromUtf8(toString(line.level).data(),
                              static_cast<qsizetype>(toString(line.level).size())) +
                QStringLiteral("  ");
  return time.toString(QStringLiteral("HH:mm:ss")) + QStringLiteral("  ") + level + text;
}

}  // namespace

LogView::LogView(QWidget* parent) : QPlainTextEdit(parent) {
  setReadOnly(true);
  setFrameShape(QFrame::NoFrame);
  setFont(fontOf(TextRole::Mono));
  setMaximumBlockCount(kMostLines);
  setLineWrapMode(QPlainTextEdit::WidgetWidth);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  document()->setDocumentMargin(kGrid);
  new LevelHighlighter(document());
  retranslate();
}

void LogView::append(const std::vector<LogLine>& lines) {
  if (lines.empty()) return;
  QStringList texts;
  for (const LogLine& line : lines) texts << shown(line);
  appendPlainText(texts.join('\n'));  // keeps to the end when the end is in view
}

void LogView::retranslate() {
  setPlaceholderText(tr("What the worker says will be here."));
  setAccessibleName(tr("Log of the run"));
}

void LogView::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange)
    if (auto* highlighter = document()->findChild<QSyntaxHighlighter*>())
      highlighter->rehighlight();
}

}  // namespace mrm
