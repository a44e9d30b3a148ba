#include "widgets/pretrain/run_header.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include "widgets/actions/action_button.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/format.h"
#include "widgets/pretrain/run_look.h"

namespace mrm {
namespace {

constexpr int kForget =
    120'000;  // ms after which a command that nothing came of is no longer shown

}  // namespace

RunHeader::RunHeader(const ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel(this)),
      phase_(new ElidedLabel(this)),
      name_(new ElidedLabel(this, Qt::ElideMiddle)),
      facts_(new ElidedLabel(this)),
      progress_(new QProgressBar(this)) {
  name_->setFont(fontOf(TextRole::Heading));
  name_->setObjectName("runName");
  phase_->setObjectName("runPhase");
  // What a worker says it is doing may be a whole sentence.
  phase_->setMaximumWidth(40 * kGrid);
  facts_->setObjectName("runFacts");
  setTextRole(facts_, TextRole::Secondary);
  facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  progress_->setTextVisible(false);
  progress_->setRange(0, 10000);

  auto* texts = new QVBoxLayout;
  texts->setSpacing(2);
  texts->addWidget(name_);
  texts->addWidget(facts_);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  line->setSpacing(kGrid);
  line->addLayout(texts, 1);
  line->addSpacing(kGrid);
  line->addWidget(icon_);
  line->addWidget(phase_);
  line->addSpacing(kGrid);
  for (const char* id : {"run.pause", "run.resume", "run.continue", "run.stop"}) {
    auto* button = new ActionButton(actions.action(id), this);
    button->setHiddenWhenDisabled(true);
    line->addWidget(button);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(line);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(2 * kGrid, 0, 2 * kGrid, kGrid);
  bar->addWidget(progress_);
  layout->addLayout(bar);
  forget_.setSingleShot(true);
  forget_.setInterval(kForget);
  connect(&forget_, &QTimer::timeout, this, [this] { setPending({}); });
}

void RunHeader::show(const RunSummary& run) {
  const bool another = run.path != run_.path;
  run_ = run;
  if (another || run.phase != pendingSince_) pending_.clear();
  update();
}

void RunHeader::setPending(const QString& text) {
  pending_ = text;
  pendingSince_ = run_.phase;
  if (!text.isEmpty()) forget_.start();
  update();
}

void RunHeader::update() {
  const RunLook look = lookOf(run_.phase);
  const RunStatus& s = run_.status;
  icon_->setPixmap(themedPixmap(look.icon, 18, devicePixelRatioF(), look.tone));
  name_->setFullText(run_.name);
  QString phase = run_.phaseText();
  const QString activity = run_.activityText();
  if (!pending_.isEmpty())
    phase = pending_;
  else if (run_.phase == RunPhase::Running && !activity.isEmpty())
    phase = activity;
  phase_->setFullText(phase);
  setTextColor(phase_, look.color);

  QStringList facts;
  if (s.totalSteps > 0)
    facts << tr("step %1 of %2").arg(Format::count(s.step), Format::count(s.totalSteps));
  else if (s.step > 0)
    facts << tr("step %1").arg(Format::count(s.step));
  if (s.totalEpochs > 0)
    facts << tr("epoch %1 of %2").arg(Format::number(s.epoch, 3), Format::number(s.totalEpochs, 3));
  if (run_.phase == RunPhase::Running) {
    if (s.imagesPerSecond > 0) facts << Format::rate(s.imagesPerSecond);
    const QString left = Format::timeLeft(s.secondsLeft);
    if (!left.isEmpty()) facts << left;
  }
  if (!s.device.empty()) facts << QString::fromStdString(s.device);
  if (s.checkpointStep >= 0 && !run_.isActive())
    facts << tr("checkpoint at step %1").arg(Format::count(s.checkpointStep));
  facts_->setFullText(facts.join(QStringLiteral("  ·  ")));
  const bool busy =
      run_.phase == RunPhase::Starting || (run_.phase == RunPhase::Running && s.totalSteps <= 0);
  progress_->setRange(0, busy ? 0 : 10000);
  if (!busy) progress_->setValue(static_cast<int>(run_.progress() * 10000));
  progress_->setAccessibleName(tr("Progress of the run"));
  progress_->setEnabled(run_.isActive() || run_.phase == RunPhase::Finished);
}

void RunHeader::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) update();
}

}  // namespace mrm
