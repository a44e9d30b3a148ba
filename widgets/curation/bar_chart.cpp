#include "widgets/curation/bar_chart.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/common/format.h"
#include "widgets/curves/qcp.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr double kBreadth = 0.62;  // of a bar, as share of its place
constexpr int kNameWidth = 16 * kGrid;

}  // namespace

BarChart::BarChart(Direction direction, QWidget* parent)
    : QWidget(parent),
      direction_(direction),
      title_(new QLabel(this)),
      note_(new QLabel(this)),
      plot_(new QCustomPlot(this)) {
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  setTextRole(note_, TextRole::Secondary);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kGrid, 0, kGrid, 0);
  head->addWidget(title_);
  head->addStretch();
  head->addWidget(note_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid / 2);
  column->addLayout(head);
  column->addWidget(plot_, 1);

  const bool isAcross = direction == Direction::Across;
  QCPAxis* names = isAcross ? plot_->yAxis : plot_->xAxis;
  QCPAxis* values = isAcross ? plot_->xAxis : plot_->yAxis;
  plain_ = new QCPBars(names, values);
  chosen_ = new QCPBars(names, values);
  for (QCPBars* bars : {plain_, chosen_}) {
    bars->setWidth(kBreadth);
    bars->setPen(Qt::NoPen);
    bars->setAntialiasedFill(false);
  }
  names->setTicker(QSharedPointer<QCPAxisTickerText>::create());
  names->setTickLength(0);
  names->setSubTicks(false);
  names->grid()->setVisible(false);
  names->setRangeReversed(isAcross);
  values->setVisible(!isAcross);
  values->grid()->setVisible(!isAcross);
  values->setTickLength(0);
  values->setSubTicks(false);
  values->setNumberFormat("f");
  values->setNumberPrecision(0);
  values->ticker()->setTickCount(3);
  plot_->setMinimumSize(18 * kGrid, 10 * kGrid);
  plot_->setFocusPolicy(Qt::NoFocus);
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  setFocusPolicy(Qt::TabFocus);
  applyTheme();
}

QSize BarChart::sizeHint() const {
  const int count = std::max<int>(3, static_cast<int>(bars_.size()));
  return direction_ == Direction::Across ? QSize(40 * kGrid, (count + 1) * 24 + 4 * kGrid)
                                         : QSize(40 * kGrid, 24 * kGrid);
}

void BarChart::setTitle(const QString& title) {
  title_->setText(title);
  describe();
}

void BarChart::setBars(QVector<Bar> bars, const QString& note) {
  bars_ = std::move(bars);
  note_->setText(note);
  draw();
  describe();
  updateGeometry();
}

void BarChart::draw() {
  const bool isAcross = direction_ == Direction::Across;
  QCPAxis* names = isAcross ? plot_->yAxis : plot_->xAxis;
  QCPAxis* values = isAcross ? plot_->xAxis : plot_->yAxis;
  for (QCPItemText* item : counts_) plot_->removeItem(item);
  counts_.clear();
  QVector<double> places, heights, chosenPlaces, chosenHeights;
  QMap<double, QString> ticks;
  const QFontMetrics metrics(names->tickLabelFont());
  double most = 1;
  int widest = 0;
  for (int i = 0; i < bars_.size(); ++i) {
    const Bar& bar = bars_[i];
    (bar.isChosen ? chosenPlaces : places) << i;
    (bar.isChosen ? chosenHeights : heights) << static_cast<double>(bar.count);
    ticks.insert(i, isAcross ? metrics.elidedText(bar.name, Qt::ElideRight, kNameWidth) : bar.name);
    most = std::max(most, static_cast<double>(bar.count));
    if (!isAcross) continue;  // the axis tells them
    auto* text = new QCPItemText(plot_);
    text->setClipToAxisRect(false);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->setPadding(QMargins(6, 0, 0, 0));
    text->setText(Format::count(bar.count));
    text->setFont(fontOf(TextRole::Small));
    text->setColor(themeColors().secondaryText);
    text->position->setCoords(static_cast<double>(bar.count), i);
    widest = std::max(widest, metrics.horizontalAdvance(text->text()));
    counts_ << text;
  }
  plot_->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
  plot_->axisRect()->setMargins(QMargins(0, 6, isAcross ? widest + 14 : 6, 0));
  plain_->setData(places, heights, true);
  chosen_->setData(chosenPlaces, chosenHeights, true);
  qSharedPointerCast<QCPAxisTickerText>(names->ticker())->setTicks(ticks);
  // A single bar is no wall.
  names->setRange(-0.6, std::max<double>(3, static_cast<double>(bars_.size())) - 0.4);
  values->setRange(0, most * (isAcross ? 1 : 1.05));
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

int BarChart::barAt(QPointF position) const {
  const bool isAcross = direction_ == Direction::Across;
  const QCPAxis* names = isAcross ? plot_->yAxis : plot_->xAxis;
  const int bar =
      static_cast<int>(std::lround(names->pixelToCoord(isAcross ? position.y() : position.x())));
  return bar >= 0 && bar < bars_.size() ? bar : -1;
}

bool BarChart::eventFilter(QObject* watched, QEvent* event) {
  if (watched == plot_ && event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int bar = barAt(help->pos());
    if (bar < 0)
      QToolTip::hideText();
    else
      QToolTip::showText(help->globalPos(),
                         tr("%1: %2").arg(bars_[bar].name, Format::count(bars_[bar].count)));
    return true;
  }
  if (watched == plot_ && event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const int bar = barAt(mouse->position());
    if (mouse->button() == Qt::LeftButton && bar >= 0)
      Q_EMIT clicked(QString::fromStdString(bars_[bar].value));
  }
  return QWidget::eventFilter(watched, event);
}

void BarChart::applyTheme() {
  const Colors& c = themeColors();
  plot_->setBackground(QBrush(c.base));
  plain_->setBrush(c.accentText);
  chosen_->setBrush(c.attention);
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setBasePen(QPen(c.hairline));
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(c.text);
    axis->grid()->setPen(QPen(c.hairline));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->setTickLabelFont(fontOf(TextRole::Small));
  }
  draw();
}

// What the picture says, for those who do not see it.
void BarChart::describe() {
  QStringList parts;
  for (const Bar& bar : bars_) parts << tr("%1: %2").arg(bar.name, Format::count(bar.count));
  setAccessibleName(title_->text());
  setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void BarChart::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) applyTheme();
}

}  // namespace mrm
