#include "widgets/dataset/reports_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeWidget>

#include "widgets/common/background.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/common/small_label.h"
#include "widgets/dataset/dataset_text.h"
#include "widgets/dataset/report_text_view.h"
#include "widgets/dataset/section_order.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kDelay = 200;  // ms after the last choice before all reports are read
constexpr int kChoicesWidth = 36 * kGrid;

// What a line of the counts stands for.
enum Line { AnyLine, ReadLine, FallbackLine, ReasonLine, SectionLine, PersonalLine };
constexpr int kLineRole = Qt::UserRole, kValueRole = Qt::UserRole + 1;

const std::vector<std::vector<SectionChoice>>& offeredFallbacks() {
  static const std::vector<std::vector<SectionChoice>> offered{
      {{SectionKind::Unnamed}},
      {},
      {{SectionKind::Unnamed}, {}},
      {{}},
  };
  return offered;
}

}  // namespace

struct ReportsPage::Loaded {
  CatalogRecord record;
  ReportSections sections;
  std::vector<PersonalData> personal;
};

ReportsPage::ReportsPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      open_(new Job(this)),
      scanning_(new Job(this)),
      save_(new Job(this)),
      bar_(new JobBar(*scanning_, this)),
      sections_(new SectionOrder(this)),
      fallback_(new QComboBox(this)),
      blanks_(new QComboBox(this)),
      blankWord_(new QLineEdit(this)),
      normalize_(new QCheckBox(tr("Single blanks for line breaks"), this)),
      numbers_(new QCheckBox(tr("Leave out the numbers of lists"), this)),
      words_(new QSpinBox(this)),
      previous_(new QPushButton(tr("&Previous"), this)),
      next_(new QPushButton(tr("&Next"), this)),
      name_(new QLabel(this)),
      verdict_(new QLabel(this)),
      original_(new ReportTextView(this)),
      read_(new QPlainTextEdit(this)),
      counts_(new QTreeWidget(this)),
      notice_(new Notice(this)),
      content_(new QWidget(this)),
      empty_(new EmptyState("report", this)) {
  bar_->setActivity(tr("Reading reports"));
  bar_->setOneLine(true);
  notice_->hide();
  empty_->setTexts(tr("No reports"), tr("No usable record of this data set has a report."));
  empty_->hide();
  auto* both = new QHBoxLayout(content_);
  both->setContentsMargins(0, 0, 0, 0);
  both->setSpacing(2 * kGrid);
  both->addWidget(makeChoices());
  both->addWidget(makePreview(), 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(notice_);
  layout->addWidget(content_, 1);
  layout->addWidget(empty_, 1);
  layout->addWidget(bar_);

  scanSoon_.setSingleShot(true);
  scanSoon_.setInterval(kDelay);
  connect(&scanSoon_, &QTimer::timeout, this, &ReportsPage::startScan);
  connect(sections_, &SectionOrder::changed, this, &ReportsPage::choose);
  connect(fallback_, &QComboBox::activated, this, &ReportsPage::choose);
  connect(blanks_, &QComboBox::activated, this, &ReportsPage::choose);
  connect(blankWord_, &QLineEdit::textEdited, this, &ReportsPage::choose);
  connect(normalize_, &QCheckBox::toggled, this, &ReportsPage::choose);
  connect(numbers_, &QCheckBox::toggled, this, &ReportsPage::choose);
  connect(words_, &QSpinBox::valueChanged, this, &ReportsPage::choose);
  connect(previous_, &QPushButton::clicked, this, [this] { move(-1); });
  connect(next_, &QPushButton::clicked, this, [this] { move(1); });
  connect(counts_, &QTreeWidget::itemActivated, this, &ReportsPage::jump);
  connect(counts_, &QTreeWidget::itemClicked, this, &ReportsPage::jump);
  showFailures({open_, scanning_, save_}, notice_);
  setPolicy({});
}

QWidget* ReportsPage::makeChoices() {
  auto* choices = new QWidget;
  auto* column = new QVBoxLayout(choices);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(kGrid / 2);
  const auto caption = [&](const QString& text, QWidget* editor) {
    auto* label = new QLabel(text, choices);
    label->setBuddy(editor);
    editor->setAccessibleName(QString(text).remove('&'));
    column->addWidget(label);
    column->addWidget(editor);
  };
  auto* sectionsTitle = new QLabel(tr("Sections that are read, in this order"), choices);
  sectionsTitle->setWordWrap(true);
  column->addWidget(sectionsTitle);
  column->addWidget(sections_);
  column->addWidget(smallLabel(
      tr("Drag a section, or press Alt+Up and Alt+Down, to change the order."), choices));
  column->addSpacing(kGrid);
  for (const auto& fallbacks : offeredFallbacks()) {
    QStringList names;
    for (const SectionChoice& choice : fallbacks) names << DataSetText::choice(choice);
    //: What is read in the place of sections that are missing.
    fallback_->addItem(names.isEmpty() ? tr("Leave the record out") : names.join(tr(", then ")));
  }
  fallback_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  caption(tr("Where these are &missing"), fallback_);
  column->addWidget(smallLabel(tr("What is read in their place."), choices));
  column->addSpacing(kGrid);
  blanks_->addItem(tr("Drop them"), static_cast<int>(BlankHandling::Drop));
  blanks_->addItem(tr("Keep them"), static_cast<int>(BlankHandling::Keep));
  blanks_->addItem(tr("Replace them by a word"), static_cast<int>(BlankHandling::Replace));
  caption(tr("&Blanks of de-identification"), blanks_);
  blankWord_->setPlaceholderText(tr("The word"));
  blankWord_->setAccessibleName(tr("Word in the place of a blank"));
  column->addWidget(blankWord_);
  column->addWidget(smallLabel(tr("___ in MIMIC-CXR, XXXX in Open-I."), choices));
  column->addSpacing(kGrid);
  column->addWidget(normalize_);
  column->addWidget(numbers_);
  words_->setRange(1, 1000);
  words_->setSuffix(tr(" words", "unit of the shortest report"));
  caption(tr("&Shortest report"), words_);
  column->addWidget(smallLabel(tr("A record with fewer is left out."), choices));
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(choices);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFixedWidth(kChoicesWidth);
  return scroll;
}

QWidget* ReportsPage::makePreview() {
  auto* preview = new QWidget;
  for (QPushButton* button : {previous_, next_}) button->setAutoDefault(false);
  name_->setTextFormat(Qt::PlainText);
  setTextRole(name_, TextRole::Secondary);
  verdict_->setWordWrap(true);
  verdict_->setTextFormat(Qt::PlainText);
  verdict_->setObjectName("verdict");
  original_->setAccessibleName(tr("The report as it was written"));
  read_->setAccessibleName(tr("What the model reads"));
  read_->setReadOnly(true);
  read_->setFrameShape(QFrame::NoFrame);
  read_->document()->setDocumentMargin(kGrid);
  read_->setTabChangesFocus(true);
  read_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* navigation = new QHBoxLayout;
  navigation->addWidget(previous_);
  navigation->addWidget(next_);
  navigation->addSpacing(kGrid);
  navigation->addWidget(name_, 1);
  const auto pane = [](const QString& title, QWidget* widget, QWidget* below) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(smallLabel(title, box));
    column->addWidget(widget, 1);
    if (below) column->addWidget(below);
    return box;
  };
  auto* texts = new QSplitter(Qt::Horizontal);
  texts->addWidget(
      pane(tr("As it was written; underlined: may be personal data"), original_, nullptr));
  texts->addWidget(pane(tr("What the model reads"), read_, verdict_));
  texts->setChildrenCollapsible(false);
  texts->setSizes({500, 500});
  counts_->setObjectName("reportCounts");
  counts_->setAccessibleName(tr("Counts over the data set"));
  counts_->setColumnCount(3);
  counts_->setHeaderLabels({tr("In the data set"), tr("Records"), tr("Share")});
  counts_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  counts_->header()->setStretchLastSection(false);
  counts_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  counts_->setFrameShape(QFrame::NoFrame);
  counts_->setUniformRowHeights(true);
  auto* split = new QSplitter(Qt::Vertical);
  split->addWidget(texts);
  split->addWidget(pane(tr("A click shows the next such report."), counts_, nullptr));
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(preview);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(navigation);
  column->addWidget(split, 1);
  return preview;
}

QString ReportsPage::title() const {
  return tr("Reports");
}

QString ReportsPage::question() const {
  return tr("What does the model read of a report?");
}

bool ReportsPage::isSettled() const {
  return !open_->isBusy() && !scanning_->isBusy() && !save_->isBusy() && !scanSoon_.isActive() &&
         loading_ == 0;
}

ReportPolicy ReportsPage::policy() const {
  ReportPolicy policy;
  policy.sections = sections_->choice();
  const auto offered = static_cast<std::size_t>(fallback_->currentIndex());
  policy.fallbacks =
      offered < offeredFallbacks().size() ? offeredFallbacks()[offered] : otherFallbacks_;
  policy.blanks = static_cast<BlankHandling>(blanks_->currentData().toInt());
  policy.blankWord = blankWord_->text().trimmed().toStdString();
  policy.normalizeSpace = normalize_->isChecked();
  policy.dropListNumbers = numbers_->isChecked();
  policy.minimumWords = words_->value();
  return policy;
}

void ReportsPage::setPolicy(const ReportPolicy& policy) {
  const QSignalBlocker blockNormalize(normalize_), blockNumbers(numbers_), blockWords(words_);
  sections_->setChoice(policy.sections);
  const auto& offered = offeredFallbacks();
  const auto known = std::find(offered.begin(), offered.end(), policy.fallbacks);
  while (fallback_->count() > static_cast<int>(offered.size()))
    fallback_->removeItem(fallback_->count() - 1);
  if (known == offered.end()) {
    otherFallbacks_ = policy.fallbacks;
    QStringList names;
    for (const SectionChoice& choice : policy.fallbacks) names << DataSetText::choice(choice);
    fallback_->addItem(names.join(tr(", then ")));
  }
  fallback_->setCurrentIndex(static_cast<int>(known - offered.begin()));
  blanks_->setCurrentIndex(blanks_->findData(static_cast<int>(policy.blanks)));
  blankWord_->setText(fromUtf8(policy.blankWord));
  blankWord_->setVisible(policy.blanks == BlankHandling::Replace);
  normalize_->setChecked(policy.normalizeSpace);
  numbers_->setChecked(policy.dropListNumbers);
  words_->setValue(static_cast<int>(policy.minimumWords));
}

void ReportsPage::enter() {
  open_->start([open = data_.open](const ProgressSink&,
                                   const std::stop_token&) { return reportPolicyOf(open()); },
               [this](const ReportPolicy& policy) {
                 setPolicy(policy);
                 startScan();
               });
}

void ReportsPage::choose() {
  blankWord_->setVisible(blanks_->currentData().toInt() ==
                         static_cast<int>(BlankHandling::Replace));
  showReport();  // at once; the counts follow
  save();
  scanSoon_.start();
}

void ReportsPage::save() {
  save_->start(
      [set = data_, json = writeReportPolicy(policy())](const ProgressSink&,
                                                        const std::stop_token& stop) {
        saveSetting(set, kReportPolicySetting, json, stop);
        return true;
      },
      [this](bool) { Q_EMIT catalogChanged(); });
}

void ReportsPage::startScan() {
  scanSoon_.stop();
  scanning_->start(
      [open = data_.open, policy = policy()](const ProgressSink& progress,
                                             const std::stop_token& stop) {
        return std::make_shared<const ReportScan>(scanReports(open(), policy, progress, stop));
      },
      [this](std::shared_ptr<const ReportScan> scan) {
        scan_ = std::move(scan);
        const bool hasReports = !scan_->reports.empty();
        content_->setVisible(hasReports);
        empty_->setVisible(!hasReports);
        fillCounts();
        if (!hasReports) return;
        current_ = std::min(current_, scan_->reports.size() - 1);
        if (scan_->reports[current_].id != shown_) load(scan_->reports[current_].id);
      });
}

void ReportsPage::fillCounts() {
  // What was chosen and folded stays.
  const QTreeWidgetItem* chosen = counts_->currentItem();
  const QVariant line = chosen ? chosen->data(0, kLineRole) : QVariant();
  const QVariant value = chosen ? chosen->data(0, kValueRole) : QVariant();
  counts_->clear();
  const auto all = static_cast<double>(scan_->reports.size());
  const auto add = [&](QTreeWidgetItem* parent, const QString& name, std::int64_t count, Line kind,
                       int which) {
    auto* item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(counts_);
    item->setText(0, name);
    item->setText(1, Format::count(count));
    item->setText(2, all > 0 ? Format::percent(static_cast<double>(count) / all) : kNoValue);
    for (const int column : {1, 2})
      item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setSizeHint(0, QSize(0, 3 * kGrid));
    item->setData(0, kLineRole, kind);
    item->setData(0, kValueRole, which);
    if (line == QVariant(kind) && value == QVariant(which)) counts_->setCurrentItem(item);
    return item;
  };
  QTreeWidgetItem* read = add(nullptr, tr("Read by the model"), scan_->read, ReadLine, 0);
  if (scan_->fallback > 0)
    add(read, tr("of them what serves in the place of missing sections"), scan_->fallback,
        FallbackLine, 0);
  std::int64_t left = 0;
  for (const ReportScan::Reason& reason : scan_->reasons) left += reason.count;
  QTreeWidgetItem* out = add(nullptr, tr("Left out"), left, ReasonLine, -1);
  for (std::size_t i = 0; i < scan_->reasons.size(); ++i)
    add(out, DataSetText::reason(scan_->reasons[i].text), scan_->reasons[i].count, ReasonLine,
        static_cast<int>(i));
  std::int64_t hits = 0;
  for (const ReportFacts& facts : scan_->reports) hits += facts.personal != 0 ? 1 : 0;
  QTreeWidgetItem* personal =
      add(nullptr, tr("With what may be personal data"), hits, PersonalLine, -1);
  for (std::size_t i = 0; i < scan_->personal.size(); ++i)
    if (scan_->personal[i] > 0)
      add(personal, DataSetText::personalData(kPersonalDataKinds[i]), scan_->personal[i],
          PersonalLine, static_cast<int>(i));
  for (std::size_t i = 0; i < scan_->sections.size(); ++i)
    if (scan_->sections[i] > 0)
      add(nullptr, tr("Section: %1").arg(DataSetText::section(kSectionKinds[i])),
          scan_->sections[i], SectionLine, static_cast<int>(i));
  if (scan_->withoutReport > 0) {
    auto* item =
        add(nullptr, tr("Usable records without a report"), scan_->withoutReport, AnyLine, -1);
    item->setText(2, QString());
    item->setFlags(Qt::ItemIsEnabled);
  }
  counts_->expandAll();
}

void ReportsPage::jump(const QTreeWidgetItem* item) {
  const auto line = static_cast<Line>(item->data(0, kLineRole).toInt());
  const int value = item->data(0, kValueRole).toInt();
  move(1, [line, value](const ReportFacts& facts) {
    switch (line) {
      case ReadLine:
        return facts.reason < 0;
      case FallbackLine:
        return facts.isFallback;
      case ReasonLine:
        return value < 0 ? facts.reason >= 0 : facts.reason == value;
      case SectionLine:
        return facts.has(kSectionKinds[value]);
      case PersonalLine:
        return value < 0 ? facts.personal != 0 : facts.has(kPersonalDataKinds[value]);
      case AnyLine:
        break;
    }
    return false;
  });
}

void ReportsPage::move(int by, const std::function<bool(const ReportFacts&)>& suits) {
  if (!scan_ || scan_->reports.empty()) return;
  const auto all = static_cast<std::ptrdiff_t>(scan_->reports.size());
  auto place = static_cast<std::ptrdiff_t>(current_);
  for (std::ptrdiff_t steps = 0; steps < all; ++steps) {
    place = (place + by + all) % all;
    if (suits && !suits(scan_->reports[static_cast<std::size_t>(place)])) continue;
    current_ = static_cast<std::size_t>(place);
    return load(scan_->reports[current_].id);
  }
}

void ReportsPage::load(RecordId id) {
  ++loading_;
  shown_ = id;
  runInBackground(
      this,
      [open = data_.open, id]() -> std::shared_ptr<const Loaded> {
        auto record = open().record(id);
        if (!record || !record->report) return nullptr;
        auto loaded = std::make_shared<Loaded>();
        loaded->sections = parseReport(record->report->text);
        loaded->personal = findPersonalData(record->report->text);
        loaded->record = std::move(*record);
        return loaded;
      },
      [this, generation = ++generation_](std::shared_ptr<const Loaded> loaded) {
        --loading_;
        if (generation != generation_) return;
        loaded_ = std::move(loaded);
        showReport();
      },
      [this](const ErrorText& error) {
        --loading_;
        notice_->showError(error);
        notice_->show();
      });
}

void ReportsPage::showReport() {
  if (!loaded_) {
    original_->clearReport();
    read_->clear();
    verdict_->clear();
    return;
  }
  const CatalogRecord& record = loaded_->record;
  const ModelText text = modelText(record.report->text, loaded_->sections, policy());
  const bool isRead = text.exclusion == ReportExclusion::None;
  original_->setReport(record.report->text, loaded_->sections, text.sections,
                       isRead && text.sections.empty(), loaded_->personal);
  read_->setPlainText(fromUtf8(text.text));
  const auto words = static_cast<int>(fromUtf8(text.text).split(' ', Qt::SkipEmptyParts).size());
  verdict_->setText(!isRead         ? tr("Left out: %1").arg(DataSetText::reason(text.reason))
                    : text.fallback ? tr("%n word(s), of what serves in the place of missing "
                                         "sections",
                                         nullptr, words)
                                    : tr("%n word(s)", nullptr, words));
  setTextColor(verdict_, isRead ? themeColors().secondaryText : themeColors().attention);
  name_->setText(tr("Record %1, %2 of %3 with a report")
                     .arg(Format::count(record.id),
                          Format::count(static_cast<qint64>(current_) + 1),
                          Format::count(scan_ ? static_cast<qint64>(scan_->reports.size()) : 0)));
}

}  // namespace mrm
