// The curves of a run: losses large, learning rate and speed small, with a table of their values.
#pragma once

#include <QHash>
#include <QTimer>
#include <QVector>
#include <QWidget>
#include <array>
#include <optional>

#include "core/run/run_folder.h"

class QLabel;
class QSlider;
class QToolButton;

namespace mrm {

class CurvePanel;
class CurvesTable;

class CurvesView : public QWidget {
  Q_OBJECT
 public:
  explicit CurvesView(QWidget* parent = nullptr);

  void clear();
  // New points (step, value) by their name in metrics.jsonl; unknown names are left out.
  void append(const QHash<QString, QVector<QPointF>>& points);
  void setBaselines(const std::optional<Baselines>& baselines);

  bool isFollowing() const;
  void setFollowing(bool following);
  void setLogarithmic(bool logarithmic);
  void showAll();  // the whole run, following it
  void zoom(double factor);
  void pan(double share);

  CurvePanel* panel(int index) const { return panels_[static_cast<std::size_t>(index)]; }
  CurvesTable* table() const { return table_; }
  // Draws what is new now, not at the next tick.
  void refreshNow();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void setRange(double from, double to);
  void refreshSoon();
  void showCursor(std::optional<double> x);
  void retranslate();
  void updateDescription();
  double firstStep() const;
  double lastStep() const;

  std::array<CurvePanel*, 5> panels_;
  CurvesTable* table_;
  QLabel* smoothingLabel_;
  QSlider* smoothing_;
  QToolButton *log_, *follow_, *all_;
  double from_ = 0, to_ = 100;
  bool showsAll_ = true;
  QTimer refresh_;
};

}  // namespace mrm
