#include "widgets/dataset/checks_page.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kMostShown = 200;  // problems of a kind in the list

}  // namespace

ChecksPage::ChecksPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      job_(new Job(this)),
      bar_(new JobBar(*job_, this)),
      notice_(new Notice(this)),
      list_(new QTreeWidget(this)),
      hashed_(new QLabel(this)),
      again_(new QPushButton(tr("Check again"), this)),
      show_(new QPushButton(tr("&Show records"), this)),
      copy_(new QPushButton(tr("Copy"), this)) {
  bar_->setActivity(tr("Checking the data set"));
  list_->setObjectName("problems");
  list_->setAccessibleName(tr("Problems"));
  list_->setHeaderHidden(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setWordWrap(true);
  hashed_->setWordWrap(true);
  setTextRole(hashed_, TextRole::Small);
  notice_->hide();
  for (QPushButton* button : {again_, show_, copy_}) button->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(show_);
  buttons->addWidget(copy_);
  buttons->addStretch();
  buttons->addWidget(again_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(3 * kGrid / 2);
  layout->addWidget(bar_);
  layout->addWidget(notice_);
  layout->addWidget(list_, 1);
  layout->addWidget(hashed_);
  layout->addLayout(buttons);
  connect(again_, &QPushButton::clicked, this, &ChecksPage::enter);
  connect(show_, &QPushButton::clicked, this, &ChecksPage::showRecords);
  connect(list_, &QTreeWidget::itemActivated, this, &ChecksPage::showRecords);
  connect(list_, &QTreeWidget::itemSelectionChanged, this, &ChecksPage::updateState);
  connect(copy_, &QPushButton::clicked, this, [this] {
    QString text;
    for (const CatalogProblem& problem : check_.problems) text += fromUtf8(problem.text) + '\n';
    QApplication::clipboard()->setText(text);
  });
  connect(job_, &Job::started, this, &ChecksPage::updateState);
  connect(job_, &Job::ended, this, &ChecksPage::updateState);
  connect(job_, &Job::cancelled, this, [this] {
    notice_->showMessage(NoticeTone::Info, tr("The check was cancelled."));
    notice_->show();
  });
  connect(job_, &Job::failed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
  });
  updateState();
}

QString ChecksPage::title() const {
  return tr("Checks");
}

QString ChecksPage::question() const {
  return tr("May it be trained on?");
}

bool ChecksPage::isSettled() const {
  return !job_->isBusy();
}

void ChecksPage::enter() {
  notice_->hide();
  job_->start(
      [open = data_.open](const ProgressSink& progress, std::stop_token stop) {
        const Catalog catalog = open();
        return checkCatalog(catalog, 4, progress, std::move(stop));
      },
      [this](CatalogCheck check) {
        check_ = std::move(check);
        isChecked_ = true;
        fill();
      });
}

void ChecksPage::fill() {
  list_->clear();
  if (!isChecked_) return;
  // In the order of the problems: the most serious first.
  std::vector<std::pair<CatalogProblem::Kind, std::vector<int>>> kinds;
  for (std::size_t i = 0; i < check_.problems.size(); ++i) {
    const CatalogProblem::Kind kind = check_.problems[i].kind;
    auto place = std::find_if(kinds.begin(), kinds.end(),
                              [&](const auto& known) { return known.first == kind; });
    if (place == kinds.end()) place = kinds.insert(kinds.end(), {kind, {}});
    place->second.push_back(static_cast<int>(i));
  }
  for (const auto& [kind, problems] : kinds) {
    bool blocks = false;
    for (const int i : problems)
      blocks = blocks || check_.problems[static_cast<std::size_t>(i)].blocksTraining;
    const int count = static_cast<int>(problems.size());
    auto* group = new QTreeWidgetItem(list_);
    const QString title = CatalogText::problemKind(kind, count);
    group->setText(0, blocks ? tr("%1: blocks training").arg(title) : title);
    group->setIcon(0, blocks ? themedIcon("error", IconTone::Failure)
                             : themedIcon("warning", IconTone::Attention));
    QFont strong = list_->font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(0, strong);
    group->setData(0, Qt::UserRole, problems.size() == 1 ? problems.front() : -1);
    for (const int i : problems) {
      if (group->childCount() == kMostShown) {
        auto* more = new QTreeWidgetItem(group);
        more->setText(0, tr("… and %n more", nullptr, count - kMostShown));
        more->setData(0, Qt::UserRole, -1);
        break;
      }
      auto* item = new QTreeWidgetItem(group);
      item->setText(0, fromUtf8(check_.problems[static_cast<std::size_t>(i)].text));
      item->setData(0, Qt::UserRole, i);
    }
    group->setExpanded(blocks || count <= 5);
  }
  if (list_->topLevelItemCount() > 0) list_->setCurrentItem(list_->topLevelItem(0));
  if (check_.blocksTraining()) {
    notice_->showMessage(NoticeTone::Failure, tr("Training is blocked until this is resolved."),
                         tr("Exclude records, put them into another split, or split anew."));
  } else if (check_.problems.empty()) {
    notice_->showMessage(NoticeTone::Success,
                         tr("Nothing was found that speaks against training."));
  } else {
    notice_->showMessage(NoticeTone::Attention,
                         tr("Nothing blocks training; have a look at this."));
  }
  notice_->show();
  hashed_->setText(
      check_.hashed < check_.of
          ? tr("Images were compared as far as they were read: %1 of %2. The rest follows as their "
               "pixels are read in the background.")
                .arg(Format::count(check_.hashed), Format::count(check_.of))
          : tr("All %n image(s) were compared with one another.", nullptr,
               static_cast<int>(check_.of)));
  updateState();
}

void ChecksPage::updateState() {
  list_->setVisible(isChecked_ && !check_.problems.empty());
  const QTreeWidgetItem* item = list_->currentItem();
  const int index = item ? item->data(0, Qt::UserRole).toInt() : -1;
  const bool isOne = index >= 0 && index < static_cast<int>(check_.problems.size()) &&
                     !check_.problems[static_cast<std::size_t>(index)].records.empty();
  show_->setEnabled(!job_->isBusy() && item && (isOne || item->childCount() > 0));
  copy_->setEnabled(!check_.problems.empty());
  again_->setEnabled(!job_->isBusy());
}

void ChecksPage::showRecords() {
  const QTreeWidgetItem* item = list_->currentItem();
  if (!item || !show_->isEnabled()) return;
  RecordQuery query;
  const auto take = [&](int index) {
    if (index < 0 || index >= static_cast<int>(check_.problems.size())) return;
    const auto& records = check_.problems[static_cast<std::size_t>(index)].records;
    query.only.insert(query.only.end(), records.begin(), records.end());
  };
  take(item->data(0, Qt::UserRole).toInt());
  if (query.only.empty())
    for (int i = 0; i < item->childCount(); ++i)
      take(item->child(i)->data(0, Qt::UserRole).toInt());
  if (!query.only.empty()) Q_EMIT recordsRequested(query);
}

void ChecksPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) fill();
}

}  // namespace mrm
