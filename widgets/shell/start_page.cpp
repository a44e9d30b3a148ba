#include "widgets/shell/start_page.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/base/progress.h"
#include "widgets/actions/action_button.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/background.h"
#include "widgets/common/format.h"
#include "widgets/common/notice.h"
#include "widgets/shell/recent_list.h"
#include "widgets/shell/sample_maker.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {

StartPage::StartPage(const ActionRegistry& actions, SampleMaker& maker, QWidget* parent)
    : QWidget(parent), maker_(maker) {
  auto* page = new QWidget(this);
  title_ = new QLabel(page);
  sentence_ = new QLabel(page);
  sampleHint_ = new QLabel(page);
  setTextRole(title_, TextRole::Title);
  setTextRole(sentence_, TextRole::Secondary);
  setTextRole(sampleHint_, TextRole::Small);
  sentence_->setWordWrap(true);
  sampleHint_->setWordWrap(true);
  auto* mark = new QLabel(page);
  mark->setPixmap(themedIcon("app").pixmap(QSize(56, 56), devicePixelRatioF()));
  notice_ = new Notice(page);
  notice_->setClosable(true);
  notice_->hide();

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  bool isFirst = true;
  for (const char* id : {"project.sample", "project.new", "project.open"}) {
    auto* button = new ActionButton(actions.action(id), page);
    button->setMinimumHeight(5 * kGrid);
    if (isFirst) {
      button->setProperty(kPrimary, true);
      button->setIconTone(true);
    }
    isFirst = false;
    buttons->addWidget(button);
  }
  buttons->addStretch();

  progressBox_ = new QWidget(page);
  progressText_ = new QLabel(progressBox_);
  progress_ = new QProgressBar(progressBox_);
  progress_->setTextVisible(false);
  progress_->setFixedWidth(40 * kGrid);
  cancel_ = new QPushButton(progressBox_);
  cancel_->setAutoDefault(false);
  auto* progressRow = new QGridLayout(progressBox_);
  progressRow->setContentsMargins(0, 0, 0, 0);
  progressRow->addWidget(progressText_, 0, 0, 1, 2);
  progressRow->addWidget(progress_, 1, 0);
  progressRow->addWidget(cancel_, 1, 1, Qt::AlignLeading);
  progressRow->setColumnStretch(1, 1);
  progressBox_->hide();

  recentBox_ = new QWidget(page);
  recentTitle_ = new QLabel(recentBox_);
  setTextRole(recentTitle_, TextRole::Heading);
  recent_ = new RecentList(recentBox_);
  auto* recentColumn = new QVBoxLayout(recentBox_);
  recentColumn->setContentsMargins(0, 0, 0, 0);
  recentColumn->addWidget(recentTitle_);
  recentColumn->addWidget(recent_, 1);
  recentBox_->hide();

  auto* head = new QHBoxLayout;
  head->setSpacing(2 * kGrid);
  head->addWidget(mark, 0, Qt::AlignTop);
  auto* headTexts = new QVBoxLayout;
  headTexts->setSpacing(kGrid / 2);
  headTexts->addWidget(title_);
  headTexts->addWidget(sentence_);
  head->addLayout(headTexts, 1);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2 * kGrid);
  column->addLayout(head);
  column->addWidget(notice_);
  column->addSpacing(kGrid);
  column->addLayout(buttons);
  column->addWidget(sampleHint_);
  column->addWidget(progressBox_);
  column->addSpacing(2 * kGrid);
  column->addWidget(recentBox_, 10);
  column->addStretch(1);
  page->setMaximumWidth(96 * kGrid);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(4 * kGrid, 8 * kGrid, 4 * kGrid, 3 * kGrid);
  layout->addStretch(1);
  layout->addWidget(page, 20);
  layout->addStretch(1);

  connect(recent_, &RecentList::chosen, this, &StartPage::openRequested);
  connect(recent_, &RecentList::removed, this, [this](const QString& folder) {
    RecentProjects::remove(folder);
    reload();
  });
  connect(cancel_, &QPushButton::clicked, &maker, &SampleMaker::cancel);
  connect(&maker, &SampleMaker::progressed, this, [this](const Progress& p, double secondsLeft) {
    showProgress(true);
    progress_->setRange(0, p.total > 0 ? 1000 : 0);
    if (p.total > 0) progress_->setValue(static_cast<int>(1000 * p.done / p.total));
    QStringList parts{tr("Making the sample project")};
    if (p.total > 0) parts << tr("%1 of %2").arg(Format::count(p.done), Format::count(p.total));
    const QString left = Format::timeLeft(secondsLeft);
    if (!left.isEmpty()) parts << left;
    progressText_->setText(parts.join(QStringLiteral("  ·  ")));
  });
  connect(&maker, &SampleMaker::finished, this, [this] { showProgress(false); });
  connect(&maker, &SampleMaker::cancelled, this, [this] { showProgress(false); });
  connect(&maker, &SampleMaker::failed, this, [this](const ErrorText& error) {
    showProgress(false);
    showProblem(error);
  });
  retranslate();
}

void StartPage::showProgress(bool busy) {
  progressBox_->setVisible(busy);
  sampleHint_->setVisible(!busy);
}

void StartPage::showProblem(const ErrorText& error) {
  notice_->showError(error);
  notice_->show();
}

void StartPage::hideProblem() {
  notice_->hide();
}

void StartPage::reload() {
  const QStringList folders = RecentProjects::folders();
  ++generation_;
  recentBox_->setVisible(!folders.isEmpty());
  if (folders.isEmpty()) {
    recent_->setEntries({});
    return;
  }
  isReading_ = true;
  runInBackground(
      this,
      [folders] {
        QVector<RecentProjects::Entry> entries;
        for (const QString& folder : folders) entries.append(RecentProjects::read(folder));
        return entries;
      },
      [this, generation = generation_](const QVector<RecentProjects::Entry>& entries) {
        if (generation != generation_) return;
        isReading_ = false;
        recent_->setEntries(entries);
      },
      [this](const ErrorText&) { isReading_ = false; });
}

void StartPage::retranslate() {
  title_->setText(tr("MRM Workbench"));
  sentence_->setText(tr(
      "Learns from chest radiographs and their reports by hiding parts of both and restoring them. "
      "Everything stays on this computer."));
  sampleHint_->setText(
      tr("The sample project is synthetic: drawn radiographs with matching reports, no patient "
         "data. It is made on this computer the first time, within a minute or two. To use your "
         "own data, drop a CSV table or a project folder on this window."));
  recentTitle_->setText(tr("Recent projects"));
  cancel_->setText(tr("Cancel"));
  progress_->setAccessibleName(tr("Progress of the sample project"));
}

void StartPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    reload();
  }
}

}  // namespace mrm
