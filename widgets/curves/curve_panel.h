// One plot: a training curve raw and smoothed, the values on held-back records, and a baseline.
#pragma once

#include <QTimer>
#include <QVector>
#include <QWidget>
#include <optional>

#include "widgets/curves/curve_series.h"
#include "widgets/curves/curve_style.h"

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPRange;
class QCustomPlot;
class QLabel;

namespace mrm {

class CurvePanel : public QWidget {
  Q_OBJECT
 public:
  CurvePanel(CurveKind kind, QWidget* parent = nullptr);

  CurveKind kind() const { return kind_; }
  QString title() const;
  bool isLoss() const;  // has smoothing, held-back values, perhaps a baseline

  void clear();
  void append(const QVector<QPointF>& training, const QVector<QPointF>& validation);
  // Weight of the moving average, 0 to below 1. Of a very long curve the smoothed one follows a
  // moment later: smoothingFinished().
  void setSmoothing(double weight);
  void setBaseline(std::optional<double> value);
  void setLogarithmic(bool logarithmic);
  void setXRange(double from, double to);
  void setCursor(std::optional<double> x);  // where the vertical line and the read-out are
  // Draws what was appended or set since. Cheap, however many points there are.
  void refresh();

  const CurveSeries& training() const { return training_; }
  const CurveSeries& smoothed() const { return smoothed_; }
  const CurveSeries& validation() const { return validation_; }
  const std::optional<double>& baseline() const { return baseline_; }
  QCustomPlot* plot() const { return plot_; }

 Q_SIGNALS:
  void xRangeEdited(double from, double to);  // by the user
  void resetRequested();
  void cursorMoved(double x);
  void cursorLeft();
  void smoothingFinished();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void applyTheme();
  void retranslate();
  void fitValues();
  void updateTicker();
  void updateReadout();
  void smoothOn();

  CurveKind kind_;
  CurveSeries training_, smoothed_, validation_;
  double weight_ = 0;
  Smoother smoother_;
  std::optional<CurveSeries> smoothing_;  // with a new weight, on its way
  QTimer smoothSoon_;
  std::optional<double> baseline_, cursor_;
  bool logarithmic_ = false, settingRange_ = false;
  QLabel *title_, *readout_;
  QCustomPlot* plot_;
  QCPGraph *rawGraph_, *lineGraph_, *validationGraph_;
  QCPItemStraightLine *baselineLine_, *cursorLine_;
  QCPItemText* baselineLabel_;
};

}  // namespace mrm
