#include "widgets/curves/curves_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSettings>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "widgets/common/format.h"
#include "widgets/curves/curve_panel.h"
#include "widgets/curves/curves_table.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kRefresh = 200;  // ms between two redraws while a run is followed
constexpr char kSmoothingKey[] = "curves/smoothing", kLogKey[] = "curves/logarithmic";

struct Names {
  CurveKind kind;
  const char *training, *validation;
};
constexpr std::array kNames = {
    Names{CurveKind::ImageLoss, "image_loss", "validation_image_loss"},
    Names{CurveKind::ReportLoss, "report_loss", "validation_report_loss"},
    Names{CurveKind::TotalLoss, "loss", "validation_loss"},
    Names{CurveKind::LearningRate, "learning_rate", ""},
    Names{CurveKind::Speed, "images_per_second", ""},
};

// The slider's hundredths to the weight of the moving average: fine towards 1, where it matters.
double weightOf(int hundredths) {
  const double t = hundredths / 100.0;
  return hundredths == 0 ? 0 : 1 - std::pow(10.0, -3 * t);
}

QToolButton* toolButton(const QString& icon, bool checkable, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(themedIcon(icon));
  button->setCheckable(checkable);
  button->setAutoRaise(true);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

CurvesView::CurvesView(QWidget* parent) : QWidget(parent) {
  for (std::size_t i = 0; i < panels_.size(); ++i)
    panels_[i] = new CurvePanel(kNames[i].kind, this);
  table_ = new CurvesTable({panels_.begin(), panels_.end()}, this);
  smoothingLabel_ = new QLabel(this);
  setTextRole(smoothingLabel_, TextRole::Secondary);
  smoothing_ = new QSlider(Qt::Horizontal, this);
  smoothing_->setRange(0, 95);
  smoothing_->setFixedWidth(12 * kGrid);
  smoothingLabel_->setBuddy(smoothing_);
  log_ = toolButton("log-scale", true, this);
  follow_ = toolButton("follow", true, this);
  all_ = toolButton("fit", false, this);

  auto* tools = new QHBoxLayout;
  tools->setContentsMargins(kGrid, kGrid / 2, kGrid, 0);
  tools->addWidget(smoothingLabel_);
  tools->addWidget(smoothing_);
  tools->addStretch();
  tools->addWidget(log_);
  tools->addWidget(follow_);
  tools->addWidget(all_);

  auto* plots = new QWidget(this);
  auto* large = new QHBoxLayout;
  large->setSpacing(kGrid);
  large->addWidget(panels_[0], 1);
  large->addWidget(panels_[1], 1);
  auto* small = new QHBoxLayout;
  small->setSpacing(kGrid);
  for (std::size_t i = 2; i < panels_.size(); ++i) small->addWidget(panels_[i], 1);
  auto* rows = new QVBoxLayout(plots);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(kGrid);
  rows->addLayout(tools);
  rows->addLayout(large, 5);
  rows->addLayout(small, 3);
  auto* splitter = new QSplitter(this);
  splitter->addWidget(plots);
  splitter->addWidget(table_);
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 0);
  splitter->setSizes({640, 390});
  splitter->setCollapsible(0, false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter);
  setFocusPolicy(Qt::StrongFocus);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);

  for (CurvePanel* panel : panels_) {
    connect(panel, &CurvePanel::xRangeEdited, this, [this](double from, double to) {
      showsAll_ = false;
      setRange(from, to);
    });
    connect(panel, &CurvePanel::resetRequested, this, &CurvesView::showAll);
    connect(panel, &CurvePanel::cursorMoved, this, [this](double x) { showCursor(x); });
    connect(panel, &CurvePanel::cursorLeft, this, [this] { showCursor(std::nullopt); });
    connect(panel, &CurvePanel::smoothingFinished, this, &CurvesView::refreshSoon);
  }
  connect(smoothing_, &QSlider::valueChanged, this, [this](int value) {
    QSettings().setValue(kSmoothingKey, value);
    for (CurvePanel* panel : panels_) panel->setSmoothing(weightOf(value));
    refreshNow();
  });
  connect(log_, &QToolButton::toggled, this, [this](bool on) {
    QSettings().setValue(kLogKey, on);
    for (int i = 0; i < 3; ++i) panel(i)->setLogarithmic(on);
    refreshNow();
  });
  connect(follow_, &QToolButton::toggled, this, [this] { refreshNow(); });
  connect(all_, &QToolButton::clicked, this, &CurvesView::showAll);
  refresh_.setSingleShot(true);
  refresh_.setInterval(kRefresh);
  connect(&refresh_, &QTimer::timeout, this, &CurvesView::refreshNow);

  const QSettings settings;
  smoothing_->setValue(settings.value(kSmoothingKey, 55).toInt());
  log_->setChecked(settings.value(kLogKey, false).toBool());
  follow_->setChecked(true);
  retranslate();
}

void CurvesView::clear() {
  for (CurvePanel* panel : panels_) {
    panel->clear();
    panel->setBaseline(std::nullopt);
  }
  showsAll_ = true;
  follow_->setChecked(true);
  refreshNow();
}

void CurvesView::append(const QHash<QString, QVector<QPointF>>& points) {
  if (points.isEmpty()) return;
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    const auto training = points.constFind(kNames[i].training);
    const auto validation = points.constFind(kNames[i].validation);
    panels_[i]->append(training == points.cend() ? QVector<QPointF>() : *training,
                       validation == points.cend() ? QVector<QPointF>() : *validation);
  }
  refreshSoon();
}

void CurvesView::setBaselines(const std::optional<Baselines>& baselines) {
  panel(0)->setBaseline(baselines ? std::optional(baselines->imageLoss) : std::nullopt);
  panel(1)->setBaseline(baselines ? std::optional(baselines->reportLoss) : std::nullopt);
  refreshSoon();
}

bool CurvesView::isFollowing() const {
  return follow_->isChecked();
}
void CurvesView::setFollowing(bool following) {
  follow_->setChecked(following);
}
void CurvesView::setLogarithmic(bool logarithmic) {
  log_->setChecked(logarithmic);
}

double CurvesView::firstStep() const {
  double first = 0;
  bool any = false;
  for (const CurvePanel* panel : panels_)
    if (!panel->training().isEmpty()) {
      first = any ? std::min(first, panel->training().first()) : panel->training().first();
      any = true;
    }
  return first;
}

double CurvesView::lastStep() const {
  double last = 0;
  for (const CurvePanel* panel : panels_)
    if (!panel->training().isEmpty()) last = std::max(last, panel->training().last());
  return last;
}

void CurvesView::showAll() {
  showsAll_ = true;
  follow_->setChecked(true);
  refreshNow();
}

void CurvesView::setRange(double from, double to) {
  // Not beyond what there is, and not closer than a few steps.
  const double first = firstStep(), last = std::max(lastStep(), first + 1);
  const double room = (last - first) * 0.05;
  const double width = std::clamp(to - from, std::min(4.0, last - first), last - first + 2 * room);
  from = std::clamp(from, first - room, std::max(first - room, last + room - width));
  from_ = from;
  to_ = from + width;
  for (CurvePanel* panel : panels_) {
    panel->setXRange(from_, to_);
    panel->refresh();
  }
}

void CurvesView::refreshSoon() {
  if (!refresh_.isActive()) refresh_.start();
}

void CurvesView::refreshNow() {
  refresh_.stop();
  const double first = firstStep(), last = lastStep();
  if (isFollowing()) {
    if (showsAll_) {
      from_ = first;
      to_ = std::max(last, first + 10);
    } else if (last > to_) {  // zoomed in: the window travels with the run
      from_ += last - to_;
      to_ = last;
    }
  }
  for (CurvePanel* panel : panels_) {
    panel->setXRange(from_, to_);
    panel->refresh();
  }
  table_->refresh();
  updateDescription();
}

void CurvesView::zoom(double factor) {
  showsAll_ = false;
  const double centre = (from_ + to_) / 2, half = (to_ - from_) / 2 / factor;
  setRange(centre - half, centre + half);
}

void CurvesView::pan(double share) {
  showsAll_ = false;
  const double distance = (to_ - from_) * share;
  setRange(from_ + distance, to_ + distance);
}

void CurvesView::showCursor(std::optional<double> x) {
  for (CurvePanel* panel : panels_) panel->setCursor(x);
}

void CurvesView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Space:
      return follow_->toggle();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1.5);
    case Qt::Key_Minus:
      return zoom(1 / 1.5);
    case Qt::Key_Left:
      return pan(-0.1);
    case Qt::Key_Right:
      return pan(0.1);
    case Qt::Key_0:
    case Qt::Key_Home:
      return showAll();
    default:
      QWidget::keyPressEvent(event);
  }
}

void CurvesView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CurvesView::retranslate() {
  smoothingLabel_->setText(tr("Smoothing"));
  smoothing_->setToolTip(tr("How much the thick curves are smoothed"));
  smoothing_->setAccessibleName(tr("Smoothing"));
  log_->setText(tr("Logarithmic"));
  log_->setToolTip(tr("Show the losses on a logarithmic scale"));
  follow_->setText(tr("Follow"));
  follow_->setToolTip(tr("Keep up with the run; Space pauses and goes on"));
  all_->setText(tr("All"));
  all_->setToolTip(tr("Show the whole run (double-click in a plot)"));
  setAccessibleName(tr("Curves"));
  updateDescription();
}

void CurvesView::updateDescription() {
  QStringList values;
  for (const CurvePanel* panel : panels_)
    if (!panel->training().isEmpty())
      values << QStringLiteral("%1: %2").arg(panel->title(),
                                             Format::number(panel->training().lastValue()));
  setAccessibleDescription(values.join(QStringLiteral("; ")));
}

}  // namespace mrm
