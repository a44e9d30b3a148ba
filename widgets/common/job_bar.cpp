#include "widgets/common/job_bar.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "widgets/common/core_text.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kSteps = 1000;  // of the bar

}  // namespace

JobBar::JobBar(Job& job, QWidget* parent)
    : QWidget(parent),
      job_(job),
      text_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("Progress"));
  cancel_->setAutoDefault(false);
  cancel_->setObjectName("cancelJob");
  text_->setTextFormat(Qt::PlainText);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(2 * kGrid);
  grid->setColumnStretch(0, 1);
  setOneLine(false);
  hide();
  connect(&job, &Job::started, this, [this] {
    showProgress({});
    cancel_->setEnabled(true);
    show();
  });
  connect(&job, &Job::progressed, this, &JobBar::showProgress);
  connect(&job, &Job::ended, this, &QWidget::hide);
  connect(cancel_, &QPushButton::clicked, &job, &Job::cancel);
}

void JobBar::setOneLine(bool oneLine) {
  isOneLine_ = oneLine;
  auto* grid = static_cast<QGridLayout*>(layout());
  for (QWidget* widget :
       {static_cast<QWidget*>(text_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)})
    grid->removeWidget(widget);
  if (oneLine) {
    grid->addWidget(text_, 0, 0);
    grid->addWidget(bar_, 0, 1);
    grid->addWidget(cancel_, 0, 2);
    bar_->setFixedWidth(20 * kGrid);
  } else {
    grid->addWidget(text_, 0, 0);
    grid->addWidget(bar_, 1, 0);
    grid->addWidget(cancel_, 0, 1, 2, 1, Qt::AlignVCenter);
  }
}

void JobBar::setActivity(const QString& activity) {
  activity_ = activity;
}

QString JobBar::text() const {
  return text_->text();
}

void JobBar::showProgress(const JobProgress& now) {
  const Progress& progress = now.progress;
  bar_->setRange(0, progress.total > 0 ? kSteps : 0);
  if (progress.total > 0)
    bar_->setValue(
        static_cast<int>(static_cast<double>(kSteps) * static_cast<double>(progress.done) /
                         static_cast<double>(progress.total)));
  QStringList parts;
  const QString activity = coreText(progress.activity);
  if (job_.isCancelling())
    parts << tr("Stopping…");
  else if (!activity.isEmpty() || !activity_.isEmpty())
    parts << (activity.isEmpty() ? activity_ : activity);
  if (progress.total > 0)
    parts << tr("%1 of %2").arg(Format::count(progress.done), Format::count(progress.total));
  else if (progress.done > 0)
    parts << Format::count(progress.done);
  if (now.perSecond > 0)
    //: A rate of whatever is counted: files, records.
    parts << tr("%1/s").arg(now.perSecond < 10 ? Format::number(now.perSecond, 2)
                                               : Format::count(qRound64(now.perSecond)));
  const QString left = Format::timeLeft(now.secondsLeft);
  if (!left.isEmpty()) parts << left;
  text_->setText(parts.join(QStringLiteral("  ·  ")));
  cancel_->setEnabled(!job_.isCancelling());
}

}  // namespace mrm
