#include "widgets/pretrain/preview_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <algorithm>

#include "widgets/common/empty_state.h"
#include "widgets/common/format.h"
#include "widgets/common/notice.h"
#include "widgets/image/image_link.h"
#include "widgets/image/image_pane.h"
#include "widgets/pretrain/preview_loader.h"
#include "widgets/pretrain/report_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {

PreviewView::PreviewView(QWidget* parent)
    : QWidget(parent),
      loader_(new PreviewLoader(this)),
      link_(new ImageLink(this)),
      report_(new ReportText),
      stack_(new QStackedLayout(this)),
      empty_(new EmptyState("image")),
      problem_(new Notice),
      tools_(new QWidget(this)),
      splitter_(new QSplitter(Qt::Horizontal)),
      recordLabel_(new QLabel),
      stepLabel_(new QLabel),
      facts_(new QLabel),
      words_(new QLabel),
      records_(new QComboBox),
      slider_(new QSlider(Qt::Horizontal)),
      latest_(new QToolButton),
      ownWords_(new QToolButton) {
  for (QLabel* label : {recordLabel_, stepLabel_, facts_, words_})
    setTextRole(label, TextRole::Secondary);
  recordLabel_->setBuddy(records_);
  records_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  slider_->setPageStep(1);
  latest_->setIcon(themedIcon("follow"));
  latest_->setCheckable(true);
  latest_->setChecked(true);
  ownWords_->setCheckable(true);
  ownWords_->setIcon(themedIcon("report"));
  for (QToolButton* button : {latest_, ownWords_}) {
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
  }
  auto* tools = new QHBoxLayout(tools_);
  tools->setContentsMargins(0, 0, kGrid, 0);
  tools->setSpacing(kGrid);
  tools->addWidget(recordLabel_);
  tools->addWidget(records_);
  tools->addSpacing(kGrid);
  tools->addWidget(stepLabel_);
  tools->addWidget(slider_, 1);
  tools->addWidget(latest_);
  tools->addWidget(ownWords_);

  auto* images = new QWidget;
  auto* imageRow = new QHBoxLayout(images);
  imageRow->setContentsMargins(0, 0, 0, 0);
  imageRow->setSpacing(2);
  masked_ = new ImagePane(images);
  restored_ = new ImagePane(images);
  original_ = new ImagePane(images);
  for (ImagePane* pane : {masked_, restored_, original_}) {
    pane->setLink(link_);
    pane->setMinimumSize(10 * kGrid, 10 * kGrid);
    imageRow->addWidget(pane, 1);
  }
  auto* texts = new QWidget;
  auto* textColumn = new QVBoxLayout(texts);
  textColumn->setContentsMargins(3 * kGrid / 2, kGrid, 3 * kGrid / 2, kGrid);
  textColumn->setSpacing(kGrid);
  textColumn->addWidget(words_);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(report_);
  scroll->setBackgroundRole(QPalette::Base);
  scroll->setFocusPolicy(Qt::NoFocus);
  textColumn->addWidget(scroll, 1);
  facts_->setWordWrap(true);
  words_->setWordWrap(true);
  textColumn->addWidget(facts_);
  texts->setMinimumWidth(28 * kGrid);
  splitter_->addWidget(images);
  splitter_->addWidget(texts);
  splitter_->setChildrenCollapsible(false);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(problem_);
  column->addWidget(splitter_, 1);
  problem_->hide();
  stack_->addWidget(empty_);
  stack_->addWidget(page);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);

  tools_->setEnabled(false);
  connect(splitter_, &QSplitter::splitterMoved, this, [this] { isDividedByUser_ = true; });
  connect(loader_, &PreviewLoader::loaded, this, &PreviewView::show);
  connect(loader_, &PreviewLoader::failed, this, &PreviewView::showProblem);
  connect(slider_, &QSlider::valueChanged, this, [this](int index) {
    sticksToLatest_ = index == slider_->maximum();
    latest_->setChecked(sticksToLatest_);
    updateTexts();
    request();
  });
  connect(latest_, &QToolButton::clicked, this, [this] {
    slider_->setValue(slider_->maximum());
    sticksToLatest_ = true;
    latest_->setChecked(true);
  });
  connect(records_, &QComboBox::activated, this, [this] {
    record_ = records_->currentData().toLongLong();
    request();
  });
  connect(ownWords_, &QToolButton::toggled, report_, &ReportText::setOriginalShown);
  retranslate();
}

void PreviewView::setRun(const QString& folder) {
  loader_->setRun(folder);
  steps_.clear();
  shown_.reset();
  sticksToLatest_ = true;
  latest_->setChecked(true);
  record_ = -1;
  tools_->setEnabled(false);
  stack_->setCurrentIndex(0);
}

std::int64_t PreviewView::step() const {
  const auto index = static_cast<std::size_t>(slider_->value());
  return index < steps_.size() ? steps_[index] : -1;
}

void PreviewView::setSteps(const std::vector<std::int64_t>& steps) {
  if (steps == steps_) return;
  const std::int64_t before = step();
  steps_ = steps;
  if (steps_.empty()) {
    stack_->setCurrentIndex(0);
    return;
  }
  int index = static_cast<int>(steps_.size()) - 1;
  if (!sticksToLatest_) {  // stay with the step that is looked at, where it still is
    const auto found = std::lower_bound(steps_.begin(), steps_.end(), before);
    if (found != steps_.end()) index = static_cast<int>(found - steps_.begin());
  }
  {
    const QSignalBlocker block(slider_);
    slider_->setRange(0, static_cast<int>(steps_.size()) - 1);
    slider_->setValue(index);
  }
  tools_->setEnabled(true);
  slider_->setEnabled(steps_.size() > 1);
  updateTexts();
  if (!shown_ || step() != before) request();
}

void PreviewView::request() {
  if (step() >= 0) loader_->load(step(), record_);
}

void PreviewView::show(const std::shared_ptr<const LoadedPreview>& preview) {
  shown_ = preview;
  problem_->hide();
  splitter_->show();
  if (stack_->currentIndex() != 1) {
    stack_->setCurrentIndex(1);
    divide();
  }
  {
    const QSignalBlocker block(records_);
    bool same = records_->count() == static_cast<int>(preview->records.size());
    for (std::size_t i = 0; same && i < preview->records.size(); ++i)
      same = records_->itemData(static_cast<int>(i)).toLongLong() == preview->records[i];
    if (!same) {
      records_->clear();
      for (const std::int64_t number : preview->records)
        records_->addItem(Format::count(number), QVariant::fromValue<qlonglong>(number));
    }
    records_->setCurrentIndex(
        records_->findData(QVariant::fromValue<qlonglong>(preview->record.record)));
  }
  try {
    masked_->setImage(preview->masked);
    restored_->setImage(preview->restored);
    original_->setImage(preview->original);
  } catch (const std::exception& error) {
    showProblem(ErrorText::of(error));
    return;
  }
  report_->setWords(preview->record.words);
  updateTexts();
  Q_EMIT shownChanged();
}

void PreviewView::showProblem(const ErrorText& error) {
  stack_->setCurrentIndex(1);
  problem_->showError(error);
  problem_->show();
  splitter_->setVisible(shown_ != nullptr);
}

void PreviewView::updateTexts() {
  const QString number = step() >= 0 ? Format::count(step()) : kNoValue;
  stepLabel_->setText(sticksToLatest_ ? tr("Step %1 (latest)").arg(number)
                                      : tr("Step %1").arg(number));
  if (!shown_) return;
  const PreviewRecord& r = shown_->record;
  QStringList facts;
  if (r.patches > 0)
    facts << tr("%1 of %2 patches visible")
                 .arg(Format::count(r.visiblePatches), Format::count(r.patches));
  facts << tr("image loss %1").arg(Format::number(r.imageLoss));
  facts << tr("report loss %1").arg(Format::number(r.reportLoss));
  facts_->setText(facts.join(QStringLiteral("  ·  ")));
  words_->setText(report_->maskedCount() > 0
                      ? tr("%1 of %n hidden word(s) restored", nullptr, report_->maskedCount())
                            .arg(Format::count(report_->rightCount()))
                      : tr("Report"));
}

void PreviewView::retranslate() {
  recordLabel_->setText(tr("Record"));
  records_->setAccessibleName(tr("Record of the preview"));
  records_->setToolTip(tr("Number of the record in the table"));
  slider_->setAccessibleName(tr("Step of the preview"));
  slider_->setToolTip(tr("Go back to earlier previews"));
  latest_->setText(tr("Latest"));
  latest_->setToolTip(tr("Go on to each new preview"));
  ownWords_->setText(tr("Report's own words"));
  ownWords_->setToolTip(tr("Show what the report says in place of the hidden words"));
  masked_->setCaption(tr("Masked"));
  restored_->setCaption(tr("Restored"));
  original_->setCaption(tr("Original"));
  empty_->setTexts(tr("No preview yet"),
                   tr("After the first epochs the worker shows here what the model restores of a "
                      "few records: their hidden patches and their hidden words."));
  updateTexts();
}

void PreviewView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PreviewView::divide() {
  // The report beside the images where it is wide, else below them.
  const bool wide = width() * 10 > height() * 19;
  splitter_->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
  if (isDividedByUser_) return;
  // Room for three square images, and what is left, but enough, for the report.
  const int all = wide ? width() : height();
  const int images = std::clamp(wide ? 3 * height() : width() / 3, all * 45 / 100, all * 72 / 100);
  splitter_->setSizes({images, all - images});
}

void PreviewView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  divide();
}

}  // namespace mrm
