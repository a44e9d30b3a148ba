#include "widgets/dataset/splits_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <algorithm>

#include "core/catalog/checks.h"
#include "core/catalog/label_policy.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {
namespace {

constexpr char kSettings[] = "dataset/splits/";
constexpr int kDelay = 250;  // ms after the last change before it is counted

QString ofTotal(std::int64_t count, std::int64_t total) {
  if (total <= 0 || count == 0) return Format::count(count);
  return QStringLiteral("%1  (%2)")
      .arg(Format::count(count),
           Format::percent(static_cast<double>(count) / static_cast<double>(total)));
}

std::int64_t sum(const SplitPreview::Counts& counts) {
  std::int64_t all = 0;
  for (const std::int64_t count : counts) all += count;
  return all;
}

}  // namespace

SplitsPage::SplitsPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      read_(new Job(this)),
      preview_(new Job(this)),
      applying_(new Job(this)),
      fraction_(new Job(this)),
      check_(new Job(this)),
      bar_(new JobBar(*preview_, this)),
      applyBar_(new JobBar(*applying_, this)),
      seed_(new QSpinBox(this)),
      task_(new QComboBox(this)),
      keep_(new QCheckBox(tr("&Keep splits that records have already"), this)),
      problem_(new QLabel(this)),
      changed_(new QLabel(this)),
      fractionTitle_(new QLabel(this)),
      checks_(new QLabel(this)),
      apply_(new QPushButton(tr("&Apply splits"), this)),
      undo_(nullptr),
      showChecks_(new QPushButton(tr("Show c&hecks"), this)),
      table_(new QTableWidget(this)),
      fractionTable_(new QTableWidget(this)),
      notice_(new Notice(this)) {
  const QSettings settings;
  const std::array names{tr("&Training"), tr("&Validation"), tr("T&est")};
  const std::array keys{"training", "validation", "test"};
  const std::array defaults{80, 10, 10};
  auto* choices = new QHBoxLayout;
  choices->setSpacing(2 * kGrid);
  const auto field = [&](const QString& text, QWidget* editor) {
    auto* label = new QLabel(text, this);
    label->setBuddy(editor);
    editor->setAccessibleName(QString(text).remove('&'));
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addWidget(label);
    column->addWidget(editor);
    choices->addLayout(column);
  };
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    shares_[i] = new QSpinBox(this);
    shares_[i]->setRange(0, 100);
    //: A share in percent, behind the number.
    shares_[i]->setSuffix(tr("%", "unit"));
    shares_[i]->setValue(settings.value(QString(kSettings) + keys[i], defaults[i]).toInt());
    field(names[i], shares_[i]);
    connect(shares_[i], &QSpinBox::valueChanged, this, [this, key = keys[i]](int value) {
      QSettings().setValue(QString(kSettings) + key, value);
      previewSoon_.start();
      updateState();
    });
  }
  seed_->setRange(0, 1'000'000'000);
  seed_->setValue(settings.value(QString(kSettings) + "seed", 1).toInt());
  field(tr("&Seed"), seed_);
  task_->setMinimumWidth(20 * kGrid);
  field(tr("Even out the &classes of"), task_);
  choices->addStretch();
  choices->addWidget(apply_, 0, Qt::AlignBottom);
  apply_->setProperty(kPrimary, true);
  apply_->setAutoDefault(false);
  keep_->setChecked(settings.value(QString(kSettings) + "keep", false).toBool());
  auto* help = new QLabel(
      tr("A patient's records always stay together. The same seed gives the same splits. Where a "
         "data set brings its own splits, keep them: then results can be compared."),
      this);
  help->setWordWrap(true);
  setTextRole(help, TextRole::Small);
  setTextRole(changed_, TextRole::Secondary);
  problem_->setWordWrap(true);
  problem_->setObjectName("splitProblem");
  bar_->setActivity(tr("Counting"));
  bar_->setOneLine(true);
  applyBar_->setActivity(tr("Applying the splits"));
  applyBar_->setOneLine(true);
  notice_->setClosable(true);
  undo_ = notice_->addButton();
  undo_->setText(tr("Undo"));
  notice_->hide();
  setTextRole(fractionTitle_, TextRole::Small);
  fractionTitle_->setWordWrap(true);
  for (QTableWidget* table : {table_, fractionTable_}) {
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setHighlightSections(false);
  }
  table_->setAccessibleName(tr("What the splits would be"));
  fractionTable_->setAccessibleName(tr("Label fractions"));
  auto* fractions = new QWidget(this);
  auto* fractionColumn = new QVBoxLayout(fractions);
  fractionColumn->setContentsMargins(0, kGrid, 0, 0);
  fractionColumn->addWidget(fractionTitle_);
  fractionColumn->addWidget(fractionTable_, 1);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(table_);
  split->addWidget(fractions);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(choices);
  layout->addWidget(keep_);
  layout->addWidget(help);
  layout->addWidget(problem_);
  layout->addWidget(notice_);
  auto* checkRow = new QHBoxLayout;
  checkRow->addWidget(changed_, 1);
  checkRow->addWidget(checks_);
  checkRow->addWidget(showChecks_);
  showChecks_->setAutoDefault(false);
  checks_->setObjectName("splitChecks");
  layout->addLayout(checkRow);
  layout->addWidget(split, 1);
  layout->addWidget(bar_);
  layout->addWidget(applyBar_);

  previewSoon_.setSingleShot(true);
  previewSoon_.setInterval(kDelay);
  connect(&previewSoon_, &QTimer::timeout, this, &SplitsPage::preview);
  connect(seed_, &QSpinBox::valueChanged, this, [this](int value) {
    QSettings().setValue(QString(kSettings) + "seed", value);
    previewSoon_.start();
  });
  connect(keep_, &QCheckBox::toggled, this, [this](bool keep) {
    QSettings().setValue(QString(kSettings) + "keep", keep);
    previewSoon_.start();
  });
  connect(task_, &QComboBox::activated, this, [this] { previewSoon_.start(); });
  connect(apply_, &QPushButton::clicked, this, &SplitsPage::apply);
  connect(undo_, &QPushButton::clicked, this, &SplitsPage::undo);
  connect(showChecks_, &QPushButton::clicked, this, &SplitsPage::checksRequested);
  showFailures({read_, preview_, applying_, fraction_, check_}, notice_);
  for (Job* job : {read_, preview_, applying_, fraction_, check_}) {
    connect(job, &Job::failed, undo_, &QWidget::hide);
    connect(job, &Job::started, this, &SplitsPage::updateState);
    connect(job, &Job::ended, this, &SplitsPage::updateState);
  }
  updateState();
}

QString SplitsPage::title() const {
  return tr("Splits");
}

QString SplitsPage::question() const {
  return tr("Who is trained on, who is held back?");
}

bool SplitsPage::isSettled() const {
  return !read_->isBusy() && !preview_->isBusy() && !applying_->isBusy() && !fraction_->isBusy() &&
         !check_->isBusy() && !previewSoon_.isActive();
}

void SplitsPage::enter() {
  read_->start(
      [open = data_.open](const ProgressSink&, const std::stop_token&) {
        return labelTasks(open());
      },
      [this](const std::vector<std::string>& tasks) {
        const QString chosen = task_->currentData().toString();
        const bool isFirst = task_->count() == 0;
        task_->clear();
        task_->addItem(tr("(none)"), QString());
        for (const std::string& task : tasks) task_->addItem(fromUtf8(task), fromUtf8(task));
        const int known = task_->findData(chosen);
        task_->setCurrentIndex(isFirst ? std::min(1, task_->count() - 1) : std::max(known, 0));
        preview();
      });
}

SplitPlan SplitsPage::plan() const {
  SplitPlan plan;
  plan.training = shares_[0]->value() / 100.0;
  plan.validation = shares_[1]->value() / 100.0;
  plan.test = shares_[2]->value() / 100.0;
  plan.seed = static_cast<std::uint64_t>(seed_->value());
  plan.stratifyBy = task_->currentData().toString().toStdString();
  plan.keepGiven = keep_->isChecked();
  return plan;
}

// As the history shows it.
QString SplitsPage::planText() const {
  QString text = QStringLiteral("by patient %1/%2/%3, seed %4")
                     .arg(shares_[0]->value())
                     .arg(shares_[1]->value())
                     .arg(shares_[2]->value())
                     .arg(seed_->value());
  const QString task = task_->currentData().toString();
  if (!task.isEmpty()) text += QStringLiteral(", even in ") + task;
  if (keep_->isChecked()) text += QStringLiteral(", given ones kept");
  return text;
}

QString SplitsPage::problem() const {
  const int all = shares_[0]->value() + shares_[1]->value() + shares_[2]->value();
  if (all != 100)
    return tr("The shares add up to %1; they must be 100 together.")
        .arg(Format::percent(all / 100.0));
  if (shares_[0]->value() == 0) return tr("Nobody would be trained on.");
  return {};
}

void SplitsPage::updateState() {
  const QString wrong = problem();
  problem_->setText(wrong);
  problem_->setVisible(!wrong.isEmpty());
  setTextColor(problem_, themeColors().failure);
  apply_->setEnabled(wrong.isEmpty() && planned_ && planned_->changed > 0 && isSettled());
  undo_->setEnabled(!applying_->isBusy());
}

void SplitsPage::preview() {
  previewSoon_.stop();
  planned_.reset();
  updateState();
  if (!problem().isEmpty()) return;
  const std::string task = task_->currentData().toString().toStdString();
  preview_->start(
      [open = data_.open, plan = plan(), task](const ProgressSink& progress,
                                               const std::stop_token& stop) {
        const Catalog catalog = open();
        auto present =
            std::make_shared<const SplitPreview>(presentSplits(catalog, task, progress, stop));
        auto planned = std::make_shared<const SplitPreview>(
            previewSplits(catalog, plan, task, progress, stop));
        return std::pair(present, planned);
      },
      [this](std::pair<std::shared_ptr<const SplitPreview>, std::shared_ptr<const SplitPreview>>
                 both) {
        present_ = std::move(both.first);
        planned_ = std::move(both.second);
        showPreview();
        countFractions();
        check();
      });
}

void SplitsPage::fill(QTableWidget* table, const QStringList& header,
                      const std::vector<std::pair<QString, QStringList>>& rows) const {
  table->clear();
  table->setColumnCount(static_cast<int>(header.size()));
  table->setRowCount(static_cast<int>(rows.size()));
  table->setHorizontalHeaderLabels(header);
  for (int column = 0; column < table->columnCount(); ++column)
    table->horizontalHeaderItem(column)->setTextAlignment(
        (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
  for (int row = 0; row < table->rowCount(); ++row) {
    const auto& [name, cells] = rows[static_cast<std::size_t>(row)];
    table->setItem(row, 0, new QTableWidgetItem(name));
    for (int column = 1; column < table->columnCount(); ++column) {
      auto* item = new QTableWidgetItem(cells.value(column - 1));
      item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
      table->setItem(row, column, item);
    }
  }
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void SplitsPage::showPreview() {
  QStringList header{QString()};
  for (std::size_t i = 0; i < 3; ++i) header << CatalogText::split(SplitPreview::kSplits[i]);
  header << tr("None", "no split") << tr("Now: training / validation / test / none");
  std::vector<std::pair<QString, QStringList>> rows;
  const auto add = [&](const QString& name, const SplitPreview::Counts& planned,
                       const SplitPreview::Counts& present) {
    QStringList cells, now;
    for (std::size_t i = 0; i < planned.size(); ++i) {
      cells << ofTotal(planned[i], sum(planned));
      now << Format::count(present[i]);
    }
    cells << now.join(QStringLiteral(" / "));
    rows.emplace_back(name, cells);
  };
  add(tr("Patients"), planned_->patients, present_->patients);
  add(tr("Records"), planned_->records, present_->records);
  add(tr("With report"), planned_->reports, present_->reports);
  for (std::size_t i = 0; i < planned_->classes.size(); ++i)
    add(tr("%1, positive").arg(fromUtf8(planned_->classes[i].name)), planned_->classes[i].counts,
        i < present_->classes.size() ? present_->classes[i].counts : SplitPreview::Counts{});
  fill(table_, header, rows);
  changed_->setText(planned_->changed > 0
                        ? tr("Applying changes the split of %n record(s). It can be undone.",
                             nullptr, static_cast<int>(planned_->changed))
                        : tr("The records have these splits already."));
  updateState();
}

void SplitsPage::apply() {
  if (!planned_) return;
  notice_->hide();
  applying_->start(
      [open = data_.open, planned = planned_, detail = planText().toStdString()](
          const ProgressSink&, const std::stop_token& stop) {
        if (stop.stop_requested()) throw Stopped();
        return open().setSplits(planned->splits, detail);
      },
      [this](std::int64_t changed) {
        undo_->show();
        notice_->showMessage(NoticeTone::Success, tr("The split of %n record(s) was changed.",
                                                     nullptr, static_cast<int>(changed)));
        notice_->show();
        Q_EMIT catalogChanged();
        preview();
      });
}

void SplitsPage::undo() {
  applying_->start(
      [open = data_.open](const ProgressSink&, const std::stop_token&) -> bool {
        Catalog catalog = open();
        // Only what was done here: something else may have been done meanwhile.
        const std::vector<HistoryEntry> last = catalog.history(1);
        if (last.empty() || last.front().isUndone || last.front().what != "split") return false;
        return catalog.undo().has_value();
      },
      [this](bool isUndone) {
        undo_->hide();
        notice_->showMessage(isUndone ? NoticeTone::Info : NoticeTone::Attention,
                             isUndone
                                 ? tr("The splits are as they were.")
                                 : tr("Something else was changed since: undo that first, in the "
                                      "stage Data."));
        if (!isUndone) return;
        Q_EMIT catalogChanged();
        preview();
      });
}

// Of the splits as they are now.
void SplitsPage::check() {
  checks_->setText(tr("Checking…"));
  setTextColor(checks_, themeColors().secondaryText);
  check_->start(
      [open = data_.open](const ProgressSink& progress, std::stop_token stop) {
        const Catalog catalog = open();
        return checkCatalog(catalog, 4, progress, std::move(stop));
      },
      [this](const CatalogCheck& found) {
        const auto blocking =
            std::count_if(found.problems.begin(), found.problems.end(),
                          [](const CatalogProblem& problem) { return problem.blocksTraining; });
        const auto all = static_cast<int>(found.problems.size());
        checks_->setText(
            blocking > 0 ? tr("%n check(s) block(s) training", nullptr, static_cast<int>(blocking))
            : all > 0    ? tr("%n remark(s) of the checks", nullptr, all)
                         : tr("The checks found nothing"));
        setTextColor(checks_, blocking > 0 ? themeColors().failure
                              : all > 0    ? themeColors().attention
                                           : themeColors().success);
      });
}

void SplitsPage::countFractions() {
  const std::string task = task_->currentData().toString().toStdString();
  fraction_->start(
      [open = data_.open, task, seed = plan().seed](const ProgressSink&,
                                                    const std::stop_token& stop) {
        const Catalog catalog = open();
        return previewFractions(catalog, task, seed, stop);
      },
      [this](const std::vector<FractionPreview>& previews) {
        const bool isThere = !previews.empty() && previews.back().records > 0;
        fractionTable_->setVisible(isThere);
        fractionTitle_->setText(
            isThere ? tr("Label fractions of the training split as it is now, for studies with few "
                         "labels: each smaller one lies within the larger.")
            : previews.empty()
                ? tr("Label fractions are shown for a task whose classes are evened out.")
                : tr("Label fractions are shown once records with labels are in training."));
        if (!isThere) return;
        QStringList header{QString()};
        std::vector<std::pair<QString, QStringList>> rows{{tr("Patients"), {}},
                                                          {tr("Records"), {}}};
        for (const SplitPreview::Row& row : previews.front().classes)
          rows.emplace_back(tr("%1, positive").arg(fromUtf8(row.name)), QStringList());
        for (const FractionPreview& preview : previews) {
          header << Format::percent(preview.share);
          rows[0].second << Format::count(preview.patients);
          rows[1].second << Format::count(preview.records);
          for (std::size_t i = 0; i < preview.classes.size(); ++i)
            rows[i + 2].second << Format::count(preview.classes[i].counts[0]);
        }
        fill(fractionTable_, header, rows);
      });
}

}  // namespace mrm
