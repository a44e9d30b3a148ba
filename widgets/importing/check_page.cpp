#include "widgets/importing/check_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "widgets/common/format.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/importing/findings_view.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
CheckPage::CheckPage(ImportDraft& draft, QWidget* parent)
    : WizardPage(parent),
      draft_(draft),
      bar_(new JobBar(job_, this)),
      summary_(new QLabel(this)),
      notice_(new Notice(this)),
      again_(new QPushButton(tr("Check again"), this)),
      findings_(new FindingsView(this)) {
  bar_->setActivity(tr("Reading what there is"));
  QFont strong = summary_->font();
  strong.setWeight(QFont::DemiBold);
  summary_->setFont(strong);
  summary_->setWordWrap(true);
  summary_->setObjectName("checkSummary");
  again_->setAutoDefault(false);
  notice_->hide();
  auto* row = new QHBoxLayout;
  row->addWidget(summary_, 1);
  row->addWidget(again_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(3 * kGrid / 2);
  layout->addWidget(bar_);
  layout->addWidget(notice_);
  layout->addLayout(row);
  layout->addWidget(findings_, 1);
  connect(again_, &QPushButton::clicked, this, &CheckPage::check);
  connect(&job_, &Job::cancelled, this, [this] {
    notice_->showMessage(NoticeTone::Info, tr("The check was cancelled."),
                         tr("Nothing was changed. Go back to the settings, or check again."));
    notice_->show();
    showPlan();
  });
  connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
    showPlan();
  });
  connect(findings_, &FindingsView::saved, this, [this](const QString& file) {
    notice_->showMessage(NoticeTone::Success, tr("The list was saved."), file);
    notice_->show();
  });
  connect(findings_, &FindingsView::saveFailed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
  });
}

QString CheckPage::title() const {
  return tr("Check");
}

QString CheckPage::question() const {
  return tr("What was found?");
}

bool CheckPage::isComplete() const {
  return draft_.plan && !draft_.plan->plan.batch.records.empty();
}

QString CheckPage::attention() const {
  if (job_.isBusy() || !draft_.plan) return {};
  if (draft_.plan->plan.batch.records.empty()) return tr("No record was found");
  const int problems = static_cast<int>(draft_.plan->problems);
  return problems > 0 ? tr("%n finding(s) to look at", nullptr, problems) : QString();
}

QString CheckPage::cost() const {
  if (!isComplete()) return tr("Nothing is copied or changed before the last page.");
  return tr("Needs about %1 on the disk for the catalogue; images stay where they are.")
      .arg(Format::fileSize(draft_.plan->catalogBytes));
}

void CheckPage::enter() {
  if (draft_.plan)
    showPlan();
  else
    check();
}

void CheckPage::check() {
  if (!draft_.importer) return;
  draft_.plan.reset();
  notice_->hide();
  job_.start(
      [importer = draft_.importer, settings = draft_.settings](const ProgressSink& progress,
                                                               std::stop_token stop) {
        return std::make_shared<const CheckedPlan>(
            importer->plan(settings, progress, std::move(stop)));
      },
      [this](std::shared_ptr<const CheckedPlan> plan) {
        draft_.plan = std::move(plan);
        showPlan();
      });
  showPlan();
}

void CheckPage::showPlan() {
  findings_->setPlan(
      draft_.plan ? std::shared_ptr<const ImportPlan>(draft_.plan, &draft_.plan->plan) : nullptr);
  findings_->setVisible(draft_.plan != nullptr);
  again_->setVisible(!job_.isBusy());
  summary_->setText(!draft_.plan                              ? QString()
                    : draft_.plan->plan.batch.records.empty() ? tr("No record was found.")
                                                              : ImportText::records(*draft_.plan));
  Q_EMIT changed();
}

}  // namespace mrm
