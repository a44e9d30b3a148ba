#include "widgets/shell/runs_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <cmath>

#include "widgets/common/elided_label.h"
#include "widgets/common/format.h"
#include "widgets/pretrain/run_look.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kMostItems = 2;  // side by side; the others are behind a button

QToolButton* iconButton(const QString& icon, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(themedIcon(icon));
  button->setIconSize(QSize(18, 18));
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

// One run that is at work; a click anywhere shows it.
class StripRun : public QWidget {
  Q_OBJECT
 public:
  explicit StripRun(QWidget* parent)
      : QWidget(parent),
        name_(new ElidedLabel(this, Qt::ElideMiddle)),
        facts_(new ElidedLabel(this)),
        progress_(new QProgressBar(this)),
        pause_(iconButton("pause", this)),
        stop_(iconButton("stop", this)) {
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    progress_->setFixedWidth(14 * kGrid);
    QFont strong = name_->font();
    strong.setWeight(QFont::DemiBold);
    name_->setFont(strong);
    setTextRole(facts_, TextRole::Secondary);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * kGrid / 2);
    layout->addWidget(name_, 0);
    layout->addWidget(progress_);
    layout->addWidget(facts_, 1);
    layout->addWidget(pause_);
    layout->addWidget(stop_);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    connect(pause_, &QToolButton::clicked, this,
            [this] { Q_EMIT pauseClicked(run_.path, run_.phase == RunPhase::Running); });
    connect(stop_, &QToolButton::clicked, this, [this] { Q_EMIT stopClicked(run_.path); });
  }

  void show(const RunSummary& run) {
    const double loss = run.status.loss;
    if (run.path != run_.path) {
      trend_ = loss;
      direction_.clear();
    } else if (run.status.step != run_.status.step && std::isfinite(loss)) {
      // Against a slow average, so that the arrow does not flicker with every step.
      if (!std::isfinite(trend_)) trend_ = loss;
      direction_ = loss < trend_ ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
      trend_ = 0.9 * trend_ + 0.1 * loss;
    }
    run_ = run;
    name_->setFullText(run.name);
    const bool busy = run.phase == RunPhase::Starting || run.status.totalSteps <= 0;
    progress_->setRange(0, busy ? 0 : 1000);
    if (!busy) progress_->setValue(static_cast<int>(run.progress() * 1000));
    QStringList facts;
    if (!busy) facts << Format::percent(run.progress());
    if (run.phase != RunPhase::Running) facts << run.phaseText();
    if (std::isfinite(loss) && loss != 0)
      facts << tr("loss %1").arg(Format::number(loss, 3)) + direction_;
    const QString left = Format::timeLeft(run.status.secondsLeft);
    if (run.phase == RunPhase::Running && !left.isEmpty()) facts << left;
    facts_->setFullText(facts.join(QStringLiteral("  ·  ")));
    const bool paused = run.phase == RunPhase::Paused;
    pause_->setIcon(themedIcon(paused ? "play" : "pause"));
    pause_->setEnabled(run.phase == RunPhase::Running || paused);
    pause_->setToolTip(paused ? tr("Go on with %1").arg(run.name) : tr("Pause %1").arg(run.name));
    pause_->setAccessibleName(pause_->toolTip());
    stop_->setToolTip(tr("Stop %1; a checkpoint is written first").arg(run.name));
    stop_->setAccessibleName(stop_->toolTip());
    setToolTip(tr("Show the curves of %1").arg(run.name));
    setAccessibleName(run.name + ", " + facts_->fullText());
  }

  const RunSummary& run() const { return run_; }

 Q_SIGNALS:
  void clicked(const QString& path);
  void pauseClicked(const QString& path, bool pause);
  void stopClicked(const QString& path);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
      Q_EMIT clicked(run_.path);
  }
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
      Q_EMIT clicked(run_.path);
    else
      QWidget::keyPressEvent(event);
  }

 private:
  RunSummary run_;
  double trend_ = std::numeric_limits<double>::quiet_NaN();
  QString direction_;
  ElidedLabel *name_, *facts_;
  QProgressBar* progress_;
  QToolButton *pause_, *stop_;
};

RunsStrip::RunsStrip(QWidget* parent)
    : QWidget(parent),
      row_(new QHBoxLayout(this)),
      newsBox_(new QWidget(this)),
      newsIcon_(new QLabel(newsBox_)),
      newsText_(new ElidedLabel(newsBox_)),
      newsShow_(new QToolButton(newsBox_)),
      newsClose_(iconButton("close", newsBox_)),
      more_(new QToolButton(this)) {
  setObjectName("runsStrip");
  setFixedHeight(6 * kGrid);
  auto* news = new QHBoxLayout(newsBox_);
  news->setContentsMargins(0, 0, 0, 0);
  news->addWidget(newsIcon_);
  news->addWidget(newsText_);
  news->addWidget(newsShow_);
  news->addWidget(newsClose_);
  for (QToolButton* button : {newsShow_, more_}) {
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
  }
  row_->setContentsMargins(2 * kGrid, 0, kGrid, 0);
  row_->setSpacing(3 * kGrid);
  row_->addWidget(more_);
  row_->addStretch(0);
  row_->addWidget(newsBox_);
  newsBox_->hide();
  more_->hide();
  connect(newsClose_, &QToolButton::clicked, this, [this] {
    newsBox_->hide();
    updateVisibility();
  });
  connect(newsShow_, &QToolButton::clicked, this, [this] { Q_EMIT runClicked(news_.path); });
  connect(more_, &QToolButton::clicked, this, [this] {
    for (const RunSummary& run : runs_)
      if (run.isActive() && std::none_of(items_.begin(), items_.end(), [&](const StripRun* item) {
            return item->run().path == run.path;
          })) {
        Q_EMIT runClicked(run.path);
        return;
      }
  });
  retranslate();
  updateVisibility();
}

void RunsStrip::reset() {
  isFirst_ = true;
  phases_.clear();
  newsBox_->hide();
  setRuns({});
  isFirst_ = true;
}

void RunsStrip::setRuns(const QVector<RunSummary>& runs) {
  runs_ = runs;
  QVector<RunSummary> active;
  for (const RunSummary& run : runs) {
    if (run.isActive()) active.append(run);
    const auto before = phases_.constFind(run.path);
    const bool wasActive =
        before != phases_.cend() && (*before == RunPhase::Running || *before == RunPhase::Paused ||
                                     *before == RunPhase::Starting);
    if (!isFirst_ && wasActive && !run.isActive()) announce(run);
    phases_[run.path] = run.phase;
  }
  isFirst_ = false;
  const auto shown = std::min<qsizetype>(active.size(), kMostItems);
  while (items_.size() > shown) delete items_.takeLast();
  while (items_.size() < shown) {
    auto* item = new StripRun(this);
    connect(item, &StripRun::clicked, this, &RunsStrip::runClicked);
    connect(item, &StripRun::pauseClicked, this, &RunsStrip::pauseClicked);
    connect(item, &StripRun::stopClicked, this, &RunsStrip::stopClicked);
    row_->insertWidget(static_cast<int>(items_.size()), item, 1);
    items_.append(item);
  }
  for (qsizetype i = 0; i < shown; ++i) items_[i]->show(active[i]);
  for (StripRun* item : items_) item->setVisible(true);
  const auto rest = static_cast<int>(active.size() - shown);
  more_->setVisible(rest > 0);
  more_->setText(tr("%n more", nullptr, rest));
  updateVisibility();
}

QString RunsStrip::message() const {
  return newsBox_->isHidden() ? QString() : newsText_->fullText();
}

void RunsStrip::announce(const RunSummary& run) {
  news_ = run;
  const RunLook look = lookOf(run.phase);
  newsIcon_->setPixmap(themedPixmap(look.icon, 18, devicePixelRatioF(), look.tone));
  newsText_->setFullText(QStringLiteral("%1: %2").arg(run.name, run.phaseText()));
  newsBox_->show();
}

void RunsStrip::updateVisibility() {
  setVisible(!items_.isEmpty() || !newsBox_->isHidden());
}

void RunsStrip::retranslate() {
  newsShow_->setText(tr("Show"));
  newsClose_->setToolTip(tr("Close this message"));
  newsClose_->setAccessibleName(tr("Close this message"));
  setAccessibleName(tr("Runs at work"));
}

void RunsStrip::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
    retranslate();
    const QVector<RunSummary> runs = runs_;
    setRuns(runs);
    if (!newsBox_->isHidden()) announce(RunSummary(news_));
  }
}

}  // namespace mrm

#include "runs_strip.moc"
