#include "widgets/curation/distribution_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/common/format.h"
#include "widgets/curation/bar_chart.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr std::size_t kMostBars = 14;

}  // namespace

DistributionView::DistributionView(CatalogSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {
  auto* content = new QWidget;
  auto* grid = new QGridLayout(content);
  grid->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  grid->setHorizontalSpacing(2 * kGrid);
  grid->setVerticalSpacing(2 * kGrid);
  for (const Facet facet : kChartFacets) {
    auto* chart = new BarChart(BarChart::Direction::Across, this);
    charts_.push_back(chart);
    connect(chart, &BarChart::clicked, this, [this, facet](const QString& value) {
      const QModelIndex index = session_.facets().indexOf(facet, value.toStdString());
      if (index.isValid()) return session_.facets().activate(index);
      // Folded away at the left, as far as it is there.
      RecordQuery query = session_.query();
      query.facets[facet].insert(value.toStdString());
      session_.setQuery(std::move(query));
    });
  }
  charts_.push_back(new BarChart(BarChart::Direction::Upright, this));
  grid->addWidget(charts_[0], 0, 0);
  grid->addWidget(charts_[3], 0, 1, 2, 1);
  grid->addWidget(charts_[1], 1, 0);
  grid->addWidget(charts_[2], 2, 0);
  grid->addWidget(charts_[4], 2, 1);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(0, 5);
  grid->setRowStretch(1, 4);
  grid->setRowStretch(2, 4);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  content->setAutoFillBackground(true);
  content->setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(scroll);
  connect(&session, &CatalogSession::found, this, [this] {
    isStale_ = true;
    if (isVisible()) ask();
  });
  fill();
}

void DistributionView::ask() {
  if (!isStale_ || !session_.isOpen()) return;
  isStale_ = false;
  session_.service().ask(
      CatalogService::Topic::Charts, 0,
      [query = session_.query()](Catalog& catalog, const std::stop_token& stop) {
        return distributionOf(catalog, query, stop);
      },
      [this](CatalogDistribution found) {
        shown_ = std::move(found);
        fill();
      });
}

void DistributionView::fill() {
  for (std::size_t i = 0; i < std::size(kChartFacets); ++i) {
    const Facet facet = kChartFacets[i];
    const auto chosen = session_.query().facets.find(facet);
    QVector<BarChart::Bar> bars;
    for (const FacetCount& count : shown_.counts[i]) {
      if (bars.size() == kMostBars) break;
      bars.append(
          {count.value, CatalogText::facetValue(facet, count.value), count.count,
           chosen != session_.query().facets.end() && chosen->second.contains(count.value)});
    }
    const auto rest = static_cast<int>(shown_.counts[i].size()) - static_cast<int>(bars.size());
    charts_[i]->setTitle(CatalogText::facet(facet));
    charts_[i]->setBars(bars, rest > 0 ? tr("%Ln rarer not shown", nullptr, rest) : QString());
  }
  QVector<BarChart::Bar> bars;
  for (int decade = 0; decade < CatalogDistribution::kDecades; ++decade) {
    const bool isLast = decade + 1 == CatalogDistribution::kDecades;
    const QString name = isLast ? tr("%1+").arg(10 * decade) : QString::number(10 * decade);
    bars.append(
        {std::to_string(10 * decade), name, shown_.ages[static_cast<std::size_t>(decade)], false});
  }
  charts_.back()->setTitle(tr("Age, by ten years"));
  charts_.back()->setBars(bars, shown_.withoutAge > 0
                                    ? tr("%1 without age").arg(Format::count(shown_.withoutAge))
                                    : QString());
}

void DistributionView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  ask();
}

void DistributionView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

}  // namespace mrm
