#include "widgets/pretrain/run_view.h"

#include <QEvent>
#include <QVBoxLayout>

#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/curves/curves_view.h"
#include "widgets/pretrain/run_header.h"
#include "widgets/theme/theme.h"

namespace mrm {

RunView::RunView(const ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      header_(new RunHeader(actions, this)),
      notice_(new Notice(this)),
      curves_(new CurvesView(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(header_);
  auto* around = new QVBoxLayout;
  around->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
  around->setSpacing(0);
  around->addWidget(notice_);
  notice_->setContentsMargins(0, 0, 0, kGrid);
  layout->addLayout(around);
  layout->addWidget(new Hairline);
  layout->addWidget(curves_, 1);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  notice_->hide();
}

void RunView::setRun(const QString& folder) {
  if (folder == this->folder()) return;
  follower_.reset();
  run_ = {};
  run_.path = folder;
  malformedLines_ = 0;
  isCaughtUp_ = false;
  curves_->clear();
  header_->show(run_);
  updateNotice();
  if (folder.isEmpty()) return;
  follower_ = std::make_unique<RunFollower>(folder);
  connect(follower_.get(), &RunFollower::updated, this, &RunView::take);
}

void RunView::preview(const RunSummary& run) {
  if (run.path != folder() || isCaughtUp_) return;
  run_ = run;
  header_->show(run_);
  updateNotice();
}

void RunView::setPending(const QString& text) {
  header_->setPending(text);
}

void RunView::take(const std::shared_ptr<const RunUpdate>& update) {
  run_ = update->summary;
  malformedLines_ = update->malformedLines;
  header_->show(run_);
  updateNotice();
  if (update->areMetricsRestarted) curves_->clear();
  curves_->setBaselines(update->baselines);
  curves_->append(update->points);
  isCaughtUp_ = update->isCaughtUp;
  Q_EMIT updated(update);
}

void RunView::updateNotice() {
  ErrorText text = run_.problem;
  NoticeTone tone = NoticeTone::Failure;
  const QString step = Format::count(run_.status.checkpointStep);
  const bool hasCheckpoint = run_.status.checkpointStep >= 0;
  switch (run_.phase) {
    case RunPhase::Interrupted:
      tone = NoticeTone::Attention;
      text.what = tr("This run was interrupted.");
      text.advice =
          (hasCheckpoint
               ? tr("Its worker ended without saying why; perhaps the computer was switched off or "
                    "ran out of memory. Resume it: it goes on from step %1, exactly as if it had "
                    "not been interrupted.")
                     .arg(step)
               : tr("Its worker ended without saying why, before the first checkpoint; perhaps the "
                    "computer was switched off or ran out of memory. Resume it: it begins anew."));
      break;
    case RunPhase::Failed:
      if (text.advice.isEmpty())
        text.advice = hasCheckpoint
                          ? tr("The last good checkpoint, of step %1, is kept. When the cause is "
                               "removed, the run can be resumed from there.")
                                .arg(step)
                          : tr("There is no checkpoint yet. When the cause is removed, the run can "
                               "be started again.");
      break;
    case RunPhase::Unreadable:
      break;
    case RunPhase::NotStarted:
      if (run_.path.isEmpty() || run_.name.isEmpty()) {
        notice_->hide();
        return;
      }
      tone = text.details.isEmpty() ? NoticeTone::Info : NoticeTone::Failure;
      text.what = text.details.isEmpty() ? tr("This run has not been started yet.")
                                         : tr("The worker of this run did not start.");
      text.advice = text.details.isEmpty()
                        ? tr("Start it here, or on another computer with “mrm pretrain --run”.")
                        : tr("What it said is in the details.");
      break;
    default:
      if (malformedLines_ == 0) {
        notice_->hide();
        return;
      }
      tone = NoticeTone::Attention;
      text = {};
      text.what = tr("%n line(s) of metrics.jsonl could not be read and are left out.", nullptr,
                     static_cast<int>(std::min<std::int64_t>(malformedLines_, 1'000'000'000)));
      break;
  }
  notice_->display(tone, text);
  notice_->show();
}

void RunView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) updateNotice();
}

}  // namespace mrm
