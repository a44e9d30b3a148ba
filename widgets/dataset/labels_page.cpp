#include "widgets/dataset/labels_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include "widgets/common/empty_state.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/dataset/cooccurrence_view.h"
#include "widgets/dataset/label_counts_view.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

struct Counted {
  std::vector<LabelCounts> counts;
  LabelCooccurrence together;
};

struct Read {
  std::vector<std::string> tasks;
  LabelPolicies policies;
};

RecordQuery queryFor(const QString& split) {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  if (!split.isEmpty()) query.facets[Facet::Split] = {split.toStdString()};
  return query;
}

}  // namespace

LabelsPage::LabelsPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      read_(new Job(this)),
      count_(new Job(this)),
      save_(new Job(this)),
      bar_(new JobBar(*count_, this)),
      task_(new QComboBox(this)),
      split_(new QComboBox(this)),
      uncertain_(new QComboBox(this)),
      blank_(new QComboBox(this)),
      counts_(new LabelCountsView(this)),
      together_(new CooccurrenceView(this)),
      notice_(new Notice(this)),
      content_(new QWidget(this)),
      empty_(new EmptyState("data", this)) {
  bar_->setActivity(tr("Counting labels"));
  bar_->setOneLine(true);
  notice_->hide();
  empty_->setTexts(tr("No labels"),
                   tr("The records of this data set have no labels. They come with an import: a "
                      "table with a column for each class, or a list of classes."));
  uncertain_->addItem(tr("Left out (U-ignore)"), static_cast<int>(UncertainAs::Ignore));
  uncertain_->addItem(tr("As negative (U-zeros)"), static_cast<int>(UncertainAs::Zero));
  uncertain_->addItem(tr("As positive (U-ones)"), static_cast<int>(UncertainAs::One));
  uncertain_->addItem(tr("Kept, as 0.5"), static_cast<int>(UncertainAs::Keep));
  blank_->addItem(tr("As negative"), static_cast<int>(BlankAs::Zero));
  blank_->addItem(tr("Left out"), static_cast<int>(BlankAs::Ignore));
  split_->addItem(tr("All usable records"), QString());
  split_->addItem(tr("Training"), "training");
  split_->addItem(tr("Validation"), "validation");
  split_->addItem(tr("Test"), "test");
  const auto field = [this](const QString& text, QComboBox* combo) {
    auto* label = new QLabel(text, this);
    label->setBuddy(combo);
    combo->setAccessibleName(QString(text).remove('&'));
    combo->setMinimumWidth(20 * kGrid);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addWidget(label);
    column->addWidget(combo);
    return column;
  };
  auto* copy = new QPushButton(tr("Copy"), this);
  copy->setAutoDefault(false);
  copy->setToolTip(tr("The table of counts, for a spreadsheet."));
  auto* choices = new QHBoxLayout;
  choices->setSpacing(2 * kGrid);
  choices->addLayout(field(tr("&Task"), task_));
  choices->addLayout(field(tr("&Uncertain labels"), uncertain_));
  choices->addLayout(field(tr("&Blank labels"), blank_));
  choices->addLayout(field(tr("Counted &in"), split_));
  choices->addStretch();
  choices->addWidget(copy, 0, Qt::AlignBottom);
  auto* help = new QLabel(
      tr("Blank: the source leaves the class open. Absent: it does not speak of the class. The "
         "names U-ignore, U-zeros, U-ones are those of the CheXpert paper."),
      this);
  help->setWordWrap(true);
  setTextRole(help, TextRole::Small);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(counts_);
  split->addWidget(together_);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 1);
  split->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(choices);
  column->addWidget(help);
  column->addWidget(split, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(notice_);
  layout->addWidget(content_, 1);
  layout->addWidget(empty_, 1);
  layout->addWidget(bar_);
  empty_->hide();

  connect(task_, &QComboBox::activated, this, [this] {
    showPolicy();
    count();
  });
  connect(split_, &QComboBox::activated, this, &LabelsPage::count);
  connect(uncertain_, &QComboBox::activated, this, &LabelsPage::choosePolicy);
  connect(blank_, &QComboBox::activated, this, &LabelsPage::choosePolicy);
  connect(copy, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(counts_->asText()); });
  showFailures({read_, count_, save_}, notice_);
}

QString LabelsPage::title() const {
  return tr("Labels");
}

QString LabelsPage::question() const {
  return tr("What counts as positive?");
}

bool LabelsPage::isSettled() const {
  return !read_->isBusy() && !count_->isBusy() && !save_->isBusy();
}

void LabelsPage::enter() {
  read_->start(
      [open = data_.open](const ProgressSink&, const std::stop_token&) {
        const Catalog catalog = open();
        return Read{labelTasks(catalog), readLabelPolicies(catalog.setting(kLabelPolicySetting),
                                                           catalog.file().string())};
      },
      [this](Read read) {
        const QString chosen = task_->currentText();
        policies_ = std::move(read.policies);
        task_->clear();
        for (const std::string& task : read.tasks) task_->addItem(QString::fromStdString(task));
        if (task_->findText(chosen) >= 0) task_->setCurrentIndex(task_->findText(chosen));
        content_->setVisible(!read.tasks.empty());
        empty_->setVisible(read.tasks.empty());
        if (read.tasks.empty()) return;
        showPolicy();
        count();
      });
}

void LabelsPage::showPolicy() {
  const LabelPolicy policy = policies_[task_->currentText().toStdString()];
  uncertain_->setCurrentIndex(uncertain_->findData(static_cast<int>(policy.uncertain)));
  blank_->setCurrentIndex(blank_->findData(static_cast<int>(policy.blank)));
}

void LabelsPage::choosePolicy() {
  LabelPolicy& policy = policies_[task_->currentText().toStdString()];
  policy.uncertain = static_cast<UncertainAs>(uncertain_->currentData().toInt());
  policy.blank = static_cast<BlankAs>(blank_->currentData().toInt());
  save();
  count();
}

void LabelsPage::save() {
  save_->start(
      [set = data_, json = writeLabelPolicies(policies_)](const ProgressSink&,
                                                          const std::stop_token& stop) {
        saveSetting(set, kLabelPolicySetting, json, stop);
        return true;
      },
      [this](bool) { Q_EMIT catalogChanged(); });
}

void LabelsPage::count() {
  notice_->hide();
  const std::string task = task_->currentText().toStdString();
  count_->start(
      [open = data_.open, task, policy = policies_[task],
       query = queryFor(split_->currentData().toString())](const ProgressSink&,
                                                           const std::stop_token&) {
        const Catalog catalog = open();
        return Counted{countLabels(catalog, task, policy, query),
                       labelCooccurrence(catalog, task, query)};
      },
      [this](Counted counted) {
        counts_->counts()->setCounts(std::move(counted.counts));
        together_->matrix()->setMatrix(std::move(counted.together));
      });
}

}  // namespace mrm
