// How the records that are shown are spread: bars to look at and to choose by.
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/models/catalog_distribution.h"

class QLabel;

namespace mrm {

class BarChart;
class CatalogSession;

class DistributionView : public QWidget {
  Q_OBJECT
 public:
  explicit DistributionView(CatalogSession& session, QWidget* parent = nullptr);

  const std::vector<BarChart*>& charts() const { return charts_; }
  const CatalogDistribution& shown() const { return shown_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void ask();
  void fill();

  CatalogSession& session_;
  CatalogDistribution shown_;
  std::vector<BarChart*> charts_;  // of kChartFacets, then the ages
  bool isStale_ = true;
};

}  // namespace mrm
