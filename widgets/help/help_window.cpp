#include "widgets/help/help_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

#include "widgets/common/hairline.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// Room between paragraphs and around cells, which Markdown does not give.
void layOut(QTextDocument& document) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextBlockFormat format = block.blockFormat();
    const bool isHeading = format.headingLevel() > 0;
    format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    if (!block.textList()) format.setTopMargin(isHeading ? 2 * kGrid : 0);
    const bool isListed = block.textList(), goesOn = isListed && block.next().textList();
    format.setBottomMargin(goesOn ? kGrid / 2 : isListed ? 3 * kGrid / 2 : kGrid);
    QTextCursor(block).setBlockFormat(format);
  }
  for (QTextFrame* frame : document.rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setCellPadding(kGrid / 2);
    format.setCellSpacing(0);
    table->setFormat(format);
  }
}

}  // namespace

HelpWindow::HelpWindow(const ActionRegistry& actions, QWidget* parent)
    : QDialog(parent),
      actions_(actions),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      text_(new QTextBrowser(this)) {
  setObjectName("helpWindow");
  search_->setClearButtonEnabled(true);
  search_->addAction(themedIcon("search", IconTone::Secondary), QLineEdit::LeadingPosition);
  list_->setFrameShape(QFrame::NoFrame);
  list_->viewport()->setAutoFillBackground(false);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setOpenLinks(false);
  text_->document()->setDocumentMargin(3 * kGrid);

  auto* side = new QVBoxLayout;
  side->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  side->setSpacing(kGrid);
  side->addWidget(search_);
  side->addWidget(list_, 1);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(side, 0);
  layout->addWidget(new Hairline(Qt::Vertical));
  layout->addWidget(text_, 1);
  list_->setFixedWidth(26 * kGrid);
  search_->setFixedWidth(26 * kGrid);
  resize(110 * kGrid, 80 * kGrid);

  connect(search_, &QLineEdit::textChanged, this, &HelpWindow::fill);
  connect(list_, &QListWidget::currentRowChanged, this, &HelpWindow::render);
  connect(&Theme::instance(), &Theme::changed, this, &HelpWindow::render);
  load();
}

QString HelpWindow::currentPage() const {
  const QListWidgetItem* item = list_->currentItem();
  return item ? item->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::showPage(const QString& id) {
  search_->clear();
  for (int row = 0; row < list_->count(); ++row)
    if (list_->item(row)->data(Qt::UserRole).toString() == id) list_->setCurrentRow(row);
}

void HelpWindow::load() {
  setWindowTitle(tr("Help"));
  search_->setPlaceholderText(tr("Search"));
  search_->setAccessibleName(tr("Search the help"));
  list_->setAccessibleName(tr("Pages of the help"));
  text_->setAccessibleName(tr("Page of the help"));
  pages_ = helpPages(QLocale().name().section('_', 0, 0), actions_);
  fill();
}

// The pages in which what is searched for occurs.
void HelpWindow::fill() {
  const QString before = currentPage(), wanted = search_->text().trimmed();
  const QSignalBlocker blocked(list_);
  list_->clear();
  for (const HelpPage& page : pages_) {
    if (!page.markdown.contains(wanted, Qt::CaseInsensitive)) continue;
    auto* item = new QListWidgetItem(page.title, list_);
    item->setData(Qt::UserRole, page.id);
    item->setSizeHint(QSize(0, 4 * kGrid));
    if (page.id == before) list_->setCurrentItem(item);
  }
  if (!list_->currentItem()) list_->setCurrentRow(0);
  render();
}

void HelpWindow::render() {
  const QString id = currentPage();
  QString markdown;
  for (const HelpPage& page : pages_)
    if (page.id == id) markdown = page.markdown;
  if (id.isEmpty()) markdown = tr("No page has “%1”.").arg(search_->text().toHtmlEscaped());
  text_->setMarkdown(markdown);
  layOut(*text_->document());
  QList<QTextEdit::ExtraSelection> hits;
  if (const QString wanted = search_->text().trimmed(); !wanted.isEmpty()) {
    QTextEdit::ExtraSelection hit;
    hit.format.setBackground(text_->palette().highlight());
    hit.format.setForeground(text_->palette().highlightedText());
    for (hit.cursor = text_->document()->find(wanted); !hit.cursor.isNull();
         hit.cursor = text_->document()->find(wanted, hit.cursor))
      hits << hit;
  }
  text_->setExtraSelections(hits);
  QTextCursor top(text_->document());
  if (!hits.isEmpty()) top.setPosition(hits.front().cursor.selectionStart());
  text_->setTextCursor(top);  // scrolls there
}

void HelpWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) load();
}

// Up and down in the search field choose the page.
void HelpWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    const int row = list_->currentRow() + (event->key() == Qt::Key_Down ? 1 : -1);
    if (row >= 0 && row < list_->count()) list_->setCurrentRow(row);
    return;
  }
  QDialog::keyPressEvent(event);
}

}  // namespace mrm
