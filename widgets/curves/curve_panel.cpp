#include "widgets/curves/curve_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "widgets/common/format.h"
#include "widgets/curves/qcp.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kOverlay[] = "mrm-overlay";       // the layer that follows the mouse, redrawn alone
constexpr double kMinimumSteps = 4;              // shown at the closest zoom
constexpr std::size_t kSmoothedAtOnce = 40'000;  // points: some milliseconds

QCPScatterStyle::ScatterShape markerOf(CurveKind kind) {
  switch (kind) {
    case CurveKind::ImageLoss:
      return QCPScatterStyle::ssDisc;
    case CurveKind::ReportLoss:
      return QCPScatterStyle::ssSquare;
    default:
      return QCPScatterStyle::ssDiamond;
  }
}

void setData(QCPGraph* graph, const std::vector<QPointF>& points) {
  QVector<QCPGraphData> data;
  data.reserve(static_cast<qsizetype>(points.size()));
  for (const QPointF& point : points) data.append(QCPGraphData(point.x(), point.y()));
  graph->data()->set(data, /*alreadySorted=*/true);
}

}  // namespace

QColor curveColor(CurveKind kind) {
  const Colors& c = themeColors();
  switch (kind) {
    case CurveKind::ImageLoss:
      return c.imageLoss;
    case CurveKind::ReportLoss:
      return c.reportLoss;
    case CurveKind::TotalLoss:
      return c.totalLoss;
    case CurveKind::LearningRate:
      return c.learningRate;
    case CurveKind::Speed:
      return c.speed;
  }
  return c.text;
}

QColor curveRawColor(CurveKind kind) {
  QColor color = curveColor(kind);
  color.setAlphaF(themeColors().dark ? 0.38f : 0.30f);
  return color;
}

CurvePanel::CurvePanel(CurveKind kind, QWidget* parent)
    : QWidget(parent),
      kind_(kind),
      smoother_(0),
      title_(new QLabel(this)),
      readout_(new QLabel(this)),
      plot_(new QCustomPlot(this)) {
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  setTextRole(readout_, TextRole::Secondary);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kGrid, 0, kGrid, 0);
  head->addWidget(title_);
  head->addStretch();
  head->addWidget(readout_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid / 2);
  layout->addLayout(head);
  layout->addWidget(plot_, 1);

  plot_->setMinimumSize(12 * kGrid, 7 * kGrid);
  plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  plot_->axisRect()->setRangeDrag(Qt::Horizontal);
  plot_->axisRect()->setRangeZoom(Qt::Horizontal);
  plot_->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
  plot_->axisRect()->setMargins(QMargins(0, 4, 12, 0));
  plot_->setFocusPolicy(Qt::NoFocus);  // the view around it takes the keys
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  plot_->addLayer(kOverlay, plot_->layer("main"), QCustomPlot::limAbove);
  plot_->layer(kOverlay)->setMode(QCPLayer::lmBuffered);
  rawGraph_ = plot_->addGraph();
  lineGraph_ = plot_->addGraph();
  validationGraph_ = plot_->addGraph();
  for (QCPGraph* graph : {rawGraph_, lineGraph_, validationGraph_})
    graph->setAdaptiveSampling(true);
  rawGraph_->setAntialiased(false);
  baselineLine_ = new QCPItemStraightLine(plot_);
  baselineLabel_ = new QCPItemText(plot_);
  baselineLabel_->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
  baselineLabel_->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  baselineLabel_->position->setTypeY(QCPItemPosition::ptPlotCoords);
  baselineLabel_->setPadding(QMargins(0, 0, 4, 1));
  cursorLine_ = new QCPItemStraightLine(plot_);
  cursorLine_->setLayer(kOverlay);
  cursorLine_->setVisible(false);
  baselineLine_->setVisible(false);
  baselineLabel_->setVisible(false);
  plot_->xAxis->ticker()->setTickCount(4);
  plot_->xAxis->setNumberFormat("f");
  plot_->xAxis->setNumberPrecision(0);
  plot_->yAxis->setNumberFormat("g");
  plot_->yAxis->setNumberPrecision(4);
  setXRange(0, 100);

  connect(plot_->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& range) {
            if (!settingRange_) Q_EMIT xRangeEdited(range.lower, range.upper);
          });
  connect(plot_, &QCustomPlot::mouseDoubleClick, this, &CurvePanel::resetRequested);
  connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
    if (plot_->axisRect()->rect().contains(event->pos()) && !training_.isEmpty())
      Q_EMIT cursorMoved(plot_->xAxis->pixelToCoord(event->pos().x()));
    else
      Q_EMIT cursorLeft();
  });
  smoothSoon_.setSingleShot(true);
  connect(&smoothSoon_, &QTimer::timeout, this, &CurvePanel::smoothOn);
  applyTheme();
  retranslate();
}

bool CurvePanel::isLoss() const {
  return kind_ == CurveKind::ImageLoss || kind_ == CurveKind::ReportLoss ||
         kind_ == CurveKind::TotalLoss;
}

QString CurvePanel::title() const {
  switch (kind_) {
    case CurveKind::ImageLoss:
      return tr("Image loss");
    case CurveKind::ReportLoss:
      return tr("Report loss");
    case CurveKind::TotalLoss:
      return tr("Total loss");
    case CurveKind::LearningRate:
      return tr("Learning rate");
    case CurveKind::Speed:
      return tr("Images per second");
  }
  return {};
}

void CurvePanel::clear() {
  training_.clear();
  smoothed_.clear();
  validation_.clear();
  smoothing_.reset();
  smoothSoon_.stop();
  smoother_ = Smoother(weight_);
}

void CurvePanel::append(const QVector<QPointF>& training, const QVector<QPointF>& validation) {
  for (const QPointF& point : training) {
    const std::size_t before = training_.size();
    training_.append(point.x(), point.y());
    if (isLoss() && !smoothing_ && training_.size() > before)
      smoothed_.append(point.x(), smoother_.next(point.y()));
  }
  for (const QPointF& point : validation) validation_.append(point.x(), point.y());
}

void CurvePanel::setSmoothing(double weight) {
  if (weight == weight_) return;
  weight_ = weight;
  smoother_ = Smoother(weight_);
  if (!isLoss()) return;
  smoothing_.emplace();
  smoothOn();
}

void CurvePanel::smoothOn() {
  const auto& points = training_.points();
  const std::size_t end = std::min(points.size(), smoothing_->size() + kSmoothedAtOnce);
  for (std::size_t i = smoothing_->size(); i < end; ++i)
    smoothing_->append(points[i].x(), smoother_.next(points[i].y()));
  if (end < points.size()) {
    smoothSoon_.start();
    return;
  }
  smoothed_ = std::move(*smoothing_);
  smoothing_.reset();
  Q_EMIT smoothingFinished();
}

void CurvePanel::setBaseline(std::optional<double> value) {
  if (value && !std::isfinite(*value)) value.reset();
  baseline_ = value;
  baselineLine_->setVisible(value.has_value());
  baselineLabel_->setVisible(value.has_value());
  if (!value) return;
  baselineLine_->point1->setCoords(0, *value);
  baselineLine_->point2->setCoords(1, *value);
  baselineLabel_->position->setCoords(1, *value);
}

void CurvePanel::setLogarithmic(bool logarithmic) {
  logarithmic_ = logarithmic;
  plot_->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

void CurvePanel::setXRange(double from, double to) {
  settingRange_ = true;
  plot_->xAxis->setRange(from, std::max(to, from + kMinimumSteps));
  settingRange_ = false;
}

void CurvePanel::setCursor(std::optional<double> x) {
  cursor_ = x;
  cursorLine_->setVisible(x.has_value());
  if (x) {
    cursorLine_->point1->setCoords(*x, 0);
    cursorLine_->point2->setCoords(*x, 1);
    if (logarithmic_) {  // a line needs two points that the axis can show
      cursorLine_->point1->setCoords(*x, plot_->yAxis->range().lower);
      cursorLine_->point2->setCoords(*x, plot_->yAxis->range().upper);
    }
  }
  updateReadout();
  plot_->layer(kOverlay)->replot();
}

void CurvePanel::updateReadout() {
  QString text;
  const CurveSeries& shown = isLoss() && weight_ > 0 ? smoothed_ : training_;
  if (cursor_) {
    if (const QPointF* point = shown.nearest(*cursor_))
      text = tr("step %1: %2").arg(Format::count(qRound64(point->x())), Format::number(point->y()));
  } else if (!shown.isEmpty()) {
    text = Format::number(shown.lastValue());
  }
  if (readout_->text() != text) readout_->setText(text);
}

void CurvePanel::fitValues() {
  const QCPRange x = plot_->xAxis->range();
  double low = 0, high = 0;
  bool any = false;
  const auto include = [&](double from, double to) {
    if (logarithmic_ && !(from > 0)) {
      if (!(to > 0)) return;
      from = to / 1000;
    }
    low = any ? std::min(low, from) : from;
    high = any ? std::max(high, to) : to;
    any = true;
  };
  const auto includeSeries = [&](const CurveSeries& series) {
    const CurveSeries::Range range = series.valuesWithin(x.lower, x.upper);
    if (!range.isEmpty) include(range.lowest, range.highest);
  };
  // By what is read from the plot: the raw curve's spikes may leave it.
  includeSeries(isLoss() ? smoothed_ : training_);
  includeSeries(validation_);
  if (baseline_ && any) include(*baseline_, *baseline_);
  if (!isLoss() && any && !logarithmic_) include(0, 0);
  if (!any) {
    low = logarithmic_ ? 0.1 : 0;
    high = 1;
  }
  if (logarithmic_) {
    const double room = std::max(std::pow(high / low, 0.08), 1.02);
    plot_->yAxis->setRange(low / room, high * room);
  } else {
    const double room = std::max((high - low) * 0.08, std::abs(high) * 1e-3 + 1e-12);
    plot_->yAxis->setRange(!isLoss() && low == 0 ? 0 : low - room, high + room);
  }
  updateTicker();
}

void CurvePanel::updateTicker() {
  const QCPRange range = plot_->yAxis->range();
  const bool decades = logarithmic_ && range.upper > 50 * range.lower;
  const bool has = plot_->yAxis->ticker().dynamicCast<QCPAxisTickerLog>() != nullptr;
  if (decades && !has) plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
  if (!decades && has) plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
  const int height = plot_->axisRect()->height();
  plot_->yAxis->ticker()->setTickCount(std::clamp(height / 24, 2, 6));
  plot_->xAxis->ticker()->setTickCount(std::clamp(plot_->axisRect()->width() / 90, 2, 8));
}

void CurvePanel::refresh() {
  if (!isVisible()) return;
  const QCPRange x = plot_->xAxis->range();
  const int columns = std::max(50, plot_->axisRect()->width());
  const bool twoLines = isLoss() && weight_ > 0;
  setData(rawGraph_,
          twoLines ? training_.sample(x.lower, x.upper, columns) : std::vector<QPointF>());
  setData(lineGraph_, (isLoss() ? smoothed_ : training_).sample(x.lower, x.upper, columns));
  setData(validationGraph_, validation_.sample(x.lower, x.upper, columns));
  const bool fewPoints = validationGraph_->dataCount() <= columns / 24;
  const QColor color = curveColor(kind_);
  validationGraph_->setScatterStyle(QCPScatterStyle(
      fewPoints ? markerOf(kind_) : QCPScatterStyle::ssNone, QPen(color), QBrush(color), 6));
  fitValues();
  updateReadout();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePanel::applyTheme() {
  const Colors& c = themeColors();
  plot_->setBackground(c.base);
  const QColor grid = c.hairline;
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setBasePen(QPen(c.hairline));
    axis->setTickPen(QPen(c.hairline));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(c.secondaryText);
    axis->setTickLabelFont(fontOf(TextRole::Small));
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(3);
    axis->grid()->setPen(QPen(grid, 1));
    axis->grid()->setZeroLinePen(QPen(grid, 1));
    axis->setLabelColor(c.secondaryText);
  }
  plot_->xAxis->grid()->setVisible(false);
  const QColor color = curveColor(kind_);
  rawGraph_->setPen(QPen(curveRawColor(kind_), 1));
  lineGraph_->setPen(QPen(color, isLoss() ? 1.8 : 1));
  validationGraph_->setPen(QPen(color, 1.3, Qt::DashLine));
  baselineLine_->setPen(QPen(c.secondaryText, 1.2, Qt::DotLine));
  baselineLabel_->setColor(c.secondaryText);
  baselineLabel_->setFont(fontOf(TextRole::Small));
  cursorLine_->setPen(QPen(c.secondaryText, 1));
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePanel::retranslate() {
  title_->setText(title());
  plot_->setLocale(QLocale());
  baselineLabel_->setText(kind_ == CurveKind::ImageLoss ? tr("Each patch's mean")
                                                        : tr("The words' frequencies"));
  plot_->setAccessibleName(title());
  const QString help =
      tr("Drag to move, turn the wheel to zoom, double-click to see all. Thin: each step; thick: "
         "smoothed; dashed with marks: on records held back from training.");
  plot_->setWhatsThis(help);
  updateReadout();
}

void CurvePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) applyTheme();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

bool CurvePanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == plot_) {
    if (event->type() == QEvent::Leave) Q_EMIT cursorLeft();
    if (event->type() == QEvent::Resize) {
      if (plot_->bufferDevicePixelRatio() != plot_->devicePixelRatioF())
        plot_->setBufferDevicePixelRatio(plot_->devicePixelRatioF());
    }
  }
  return QWidget::eventFilter(watched, event);
}

void CurvePanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void CurvePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  refresh();
}

}  // namespace mrm
