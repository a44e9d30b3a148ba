#include "widgets/dataset/vocabulary_page.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeWidget>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/vocabulary_trainer.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/dataset/report_scan.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {
namespace {

constexpr char kSizeKey[] = "vocabulary/size";
constexpr std::size_t kLargestFile = std::size_t{64} << 20;  // bytes
// Spread over the data set; more do not change the shares.
constexpr std::size_t kMostInspected = 20000;

std::vector<std::string> sample(std::vector<std::string> texts) {
  if (texts.size() <= kMostInspected) return texts;
  std::vector<std::string> some;
  some.reserve(kMostInspected);
  for (std::size_t i = 0; i < kMostInspected; ++i)
    some.push_back(std::move(texts[i * texts.size() / kMostInspected]));
  return some;
}

// Pieces as chips: what begins a word stands on grey, what goes on with it on accent, what is not
// known on red.
QString chips(const std::vector<std::string>& pieces) {
  const Colors& c = themeColors();
  QString html;
  for (const std::string& piece : pieces) {
    const bool goesOn = piece.starts_with("##");
    const bool isUnknown = piece == "[UNK]";
    const QColor& fill = isUnknown ? c.failureTint : goesOn ? c.selection : c.controlPressed;
    html += QStringLiteral("<span style='background-color:%1'>&nbsp;%2&nbsp;</span>%3")
                .arg(fill.name(), fromUtf8(piece).toHtmlEscaped(), QStringLiteral("&#8203; "));
  }
  return html;
}

}  // namespace

struct VocabularyPage::Inspected {
  VocabularyReport report;
  std::string json;  // of the tokenizer; to be written when it is used
  QString origin;
  bool isInUse = false;  // it is the project's
};

VocabularyPage::VocabularyPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      work_(new Job(this)),
      using_(new Job(this)),
      bar_(new JobBar(*work_, this)),
      size_(new QSpinBox(this)),
      train_(new QPushButton(tr("&Train vocabulary"), this)),
      file_(new QPushButton(tr("Take a &file…"), this)),
      use_(new QPushButton(tr("&Use in this project"), this)),
      origin_(new QLabel(this)),
      facts_(new QTreeWidget(this)),
      examples_(new QTextBrowser(this)),
      inspector_(new QWidget(this)),
      notice_(new Notice(this)) {
  size_->setRange(100, 100'000);
  size_->setSingleStep(1000);
  size_->setGroupSeparatorShown(true);
  size_->setValue(QSettings().value(kSizeKey, 30000).toInt());
  size_->setAccessibleName(tr("Size of the vocabulary"));
  auto* sizeLabel = new QLabel(tr("&Size, in word pieces"), this);
  sizeLabel->setBuddy(size_);
  for (QPushButton* button : {train_, file_, use_}) button->setAutoDefault(false);
  use_->setProperty(kPrimary, true);
  auto* sizeColumn = new QVBoxLayout;
  sizeColumn->setSpacing(kGrid / 2);
  sizeColumn->addWidget(sizeLabel);
  sizeColumn->addWidget(size_);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(kGrid);
  choices->addLayout(sizeColumn);
  choices->addWidget(train_, 0, Qt::AlignBottom);
  choices->addSpacing(2 * kGrid);
  choices->addWidget(file_, 0, Qt::AlignBottom);
  choices->addStretch();
  choices->addWidget(use_, 0, Qt::AlignBottom);
  auto* help = new QLabel(
      tr("It is made from the reports of the training split, as the page Reports has them read. "
         "30,000 is published for MIMIC-CXR; a few hundred reports fill far less. A file is a "
         "tokenizer.json, such as that of the published weights."),
      this);
  help->setWordWrap(true);
  setTextRole(help, TextRole::Small);
  notice_->setClosable(true);
  notice_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  notice_->hide();
  QFont strong = origin_->font();
  strong.setWeight(QFont::DemiBold);
  origin_->setFont(strong);
  origin_->setWordWrap(true);
  origin_->setTextFormat(Qt::PlainText);
  facts_->setObjectName("vocabularyFacts");
  facts_->setAccessibleName(tr("How well the vocabulary fits"));
  facts_->setColumnCount(2);
  facts_->setHeaderHidden(true);
  facts_->setFrameShape(QFrame::NoFrame);
  facts_->header()->setStretchLastSection(false);
  facts_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  facts_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  examples_->setAccessibleName(tr("Words and reports in pieces"));
  examples_->setFrameShape(QFrame::NoFrame);
  examples_->setOpenLinks(false);
  examples_->document()->setDocumentMargin(2 * kGrid);
  auto* split = new QSplitter(Qt::Horizontal, inspector_);
  split->addWidget(facts_);
  split->addWidget(examples_);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  split->setChildrenCollapsible(false);
  auto* inspectorColumn = new QVBoxLayout(inspector_);
  inspectorColumn->setContentsMargins(0, 0, 0, 0);
  inspectorColumn->addWidget(origin_);
  inspectorColumn->addWidget(split, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(choices);
  layout->addWidget(help);
  layout->addWidget(notice_);
  layout->addWidget(bar_);
  layout->addWidget(inspector_, 1);
  layout->addStretch();
  inspector_->hide();

  connect(size_, &QSpinBox::valueChanged, this,
          [](int size) { QSettings().setValue(kSizeKey, size); });
  connect(train_, &QPushButton::clicked, this, &VocabularyPage::train);
  connect(use_, &QPushButton::clicked, this, &VocabularyPage::use);
  connect(file_, &QPushButton::clicked, this, [this] {
    auto* dialog =
        new QFileDialog(window(), tr("Vocabulary"), QString(), tr("Vocabularies (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &VocabularyPage::takeFile);
    dialog->open();
  });
  showFailures({work_, using_}, notice_);
  for (Job* job : {work_, using_}) {
    connect(job, &Job::started, this, &VocabularyPage::updateState);
    connect(job, &Job::ended, this, &VocabularyPage::updateState);
  }
  connect(work_, &Job::cancelled, this, [this] {
    notice_->showMessage(NoticeTone::Info, tr("Cancelled; the vocabulary is as it was."));
    notice_->show();
  });
  updateState();
}

QString VocabularyPage::title() const {
  return tr("Vocabulary");
}

QString VocabularyPage::question() const {
  return tr("Which words does the model know?");
}

bool VocabularyPage::isSettled() const {
  return !work_->isBusy() && !using_->isBusy();
}

const VocabularyReport* VocabularyPage::report() const {
  return shown_ ? &shown_->report : nullptr;
}

void VocabularyPage::updateState() {
  train_->setEnabled(isSettled());
  file_->setEnabled(isSettled());
  use_->setEnabled(isSettled() && shown_ && !shown_->isInUse);
  use_->setVisible(shown_ != nullptr);
}

void VocabularyPage::start(
    const QString& activity,
    std::function<std::shared_ptr<const Inspected>(const ProgressSink&, std::stop_token)> work) {
  notice_->hide();
  bar_->setActivity(activity);
  work_->start(std::move(work), [this](std::shared_ptr<const Inspected> inspected) {
    shown_ = std::move(inspected);
    showInspected();
    updateState();
  });
}

void VocabularyPage::enter() {
  if (data_.project.tokenizer.empty()) {
    if (!shown_) {
      notice_->showMessage(
          NoticeTone::Info, tr("This project has no vocabulary of its own yet."),
          tr("Each run makes one from its training split. With one of the project's own, runs can "
             "be compared and go on from one another."));
      notice_->show();
    }
    return;
  }
  start(tr("Looking at the project's vocabulary"),
        [set = data_, origin = tr("The vocabulary of this project")](const ProgressSink& progress,
                                                                     std::stop_token stop) {
          auto inspected = std::make_shared<Inspected>();
          inspected->json = readFile(set.project.tokenizer, kLargestFile);
          inspected->origin = origin;
          inspected->isInUse = true;
          const Tokenizer tokenizer =
              Tokenizer::fromJson(inspected->json, set.project.tokenizer.string());
          inspected->report = inspectVocabulary(
              tokenizer, sample(trainingTexts(set.open(), progress, stop)), {}, progress, stop);
          return inspected;
        });
}

void VocabularyPage::takeFile(const QString& file) {
  start(tr("Looking at the vocabulary"),
        [set = data_, file, origin = tr("From the file %1").arg(QFileInfo(file).fileName())](
            const ProgressSink& progress, std::stop_token stop) {
          auto inspected = std::make_shared<Inspected>();
          inspected->json = readFile(file.toStdString(), kLargestFile);
          inspected->origin = origin;
          const Tokenizer tokenizer = Tokenizer::fromJson(inspected->json, file.toStdString());
          inspected->report = inspectVocabulary(
              tokenizer, sample(trainingTexts(set.open(), progress, stop)), {}, progress, stop);
          return inspected;
        });
}

void VocabularyPage::train() {
  VocabularyOptions options;
  options.size = size_->value();
  start(tr("Training the vocabulary"), [set = data_, options,
                                        origin = tr("Trained just now; not in use yet")](
                                           const ProgressSink& progress, std::stop_token stop) {
    auto inspected = std::make_shared<Inspected>();
    std::vector<std::string> texts = trainingTexts(set.open(), progress, stop);
    inspected->json = trainVocabulary(texts, options, progress, stop);
    inspected->origin = origin;
    const Tokenizer tokenizer = Tokenizer::fromJson(inspected->json, "tokenizer.json");
    inspected->report = inspectVocabulary(tokenizer, sample(std::move(texts)), {}, progress, stop);
    return inspected;
  });
}

void VocabularyPage::use() {
  if (!shown_) return;
  using_->start(
      [project = data_.project, shown = shown_](const ProgressSink&, const std::stop_token& stop) {
        if (stop.stop_requested()) throw Stopped();
        Project changed = project;
        changed.tokenizer = project.root / "tokenizer.json";
        writeFileAtomically(changed.tokenizer, shown->json);
        saveProject(changed);
        return changed;
      },
      [this](const Project& project) {
        data_.project = project;
        auto used = std::make_shared<Inspected>(*shown_);
        used->isInUse = true;
        used->origin = tr("The vocabulary of this project");
        shown_ = std::move(used);
        showInspected();
        notice_->showMessage(NoticeTone::Success,
                             tr("The project uses this vocabulary from now on."),
                             tr("Runs that were started before keep theirs."));
        notice_->show();
        updateState();
        Q_EMIT projectChanged(project);
      });
}

void VocabularyPage::showInspected() {
  inspector_->setVisible(shown_ != nullptr);
  if (!shown_) return;
  const VocabularyReport& r = shown_->report;
  origin_->setText(shown_->origin);
  facts_->clear();
  const auto add = [this](const QString& name, const QString& value, const QString& help) {
    auto* item = new QTreeWidgetItem(facts_);
    item->setText(0, name);
    item->setText(1, value);
    item->setToolTip(0, help);
    item->setSizeHint(0, QSize(0, 3 * kGrid));
    item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setData(0, Qt::AccessibleTextRole, name + ": " + value + ". " + help);
  };
  const auto rate = [](double share) {
    //: A share in percent with decimals; %1 is the number.
    return tr("%1%").arg(QLocale().toString(100 * share, 'f', share > 0 && share < 0.1 ? 2 : 1));
  };
  add(tr("Word pieces"), Format::count(r.vocabularySize), tr("The size of the vocabulary."));
  add(tr("Reports looked at"), Format::count(r.texts), tr("Of the training split."));
  add(tr("Words"), Format::count(r.words), tr("In all of these reports."));
  add(tr("Words that are one piece"), rate(r.coverage()), tr("The more, the better it fits."));
  add(tr("Pieces a word"), QLocale().toString(r.piecesPerWord(), 'f', 2), tr("1 is the least."));
  add(tr("Unknown words"), rate(r.unknownRate()),
      tr("Their characters are not in the vocabulary: the model sees [UNK]."));
  add(tr("Pieces of a report, median"), Format::count(r.medianPieces),
      tr("Half of the reports have fewer."));
  add(tr("Pieces of the longest report"), Format::count(r.longestPieces), {});
  add(tr("Reports that are cut off"), Format::count(r.cutTexts),
      tr("They are longer than the 100 positions that the model reads."));
  add(tr("Pieces never used"), Format::count(r.unusedPieces),
      tr("In these reports; with many, a smaller vocabulary does."));
  QString html;
  const auto heading = [&](const QString& text) {
    html +=
        QStringLiteral("<p style='margin:14px 0 4px 0'><b>%1</b></p>").arg(text.toHtmlEscaped());
  };
  const auto words = [&](const QString& title, const std::vector<WordSplit>& list) {
    if (list.empty()) return;
    heading(title);
    for (const WordSplit& word : list)
      html += QStringLiteral(
                  "<p style='margin:0 0 3px 0'>%1 &nbsp; <span style='color:%2'>%3</span></p>")
                  .arg(chips(word.pieces), themeColors().secondaryText.name(),
                       tr("%1, %n time(s)", nullptr, static_cast<int>(word.count))
                           .arg(fromUtf8(word.word).toHtmlEscaped()));
  };
  words(tr("Most frequent words that are split"), r.frequentSplits);
  words(tr("Words in the most pieces"), r.longestSplits);
  words(tr("Unknown words"), r.unknown);
  if (!r.examples.empty()) {
    heading(tr("Reports with the most pieces a word"));
    for (const TextSplit& text : r.examples)
      html += QStringLiteral("<p style='margin:0 0 10px 0; line-height:140%'>%1</p>")
                  .arg(chips(text.pieces));
  }
  examples_->setHtml(html);
}

void VocabularyPage::changeEvent(QEvent* event) {
  DataSetPage::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && shown_) showInspected();
}

}  // namespace mrm
