// The runs that are at work, always in view at the bottom of the window, and quiet news about those
// that ended.
#pragma once

#include <QHash>
#include <QVector>
#include <QWidget>

#include "widgets/models/run_summary.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace mrm {

class ElidedLabel;
class StripRun;

class RunsStrip : public QWidget {
  Q_OBJECT
 public:
  explicit RunsStrip(QWidget* parent = nullptr);

  void setRuns(const QVector<RunSummary>& runs);
  // Forgets which runs were at work, so that another project's runs are no news.
  void reset();
  int shownRuns() const { return static_cast<int>(items_.size()); }
  QString message() const;

 Q_SIGNALS:
  void runClicked(const QString& path);
  void pauseClicked(const QString& path, bool pause);  // false: go on
  void stopClicked(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void updateVisibility();
  void announce(const RunSummary& run);
  void retranslate();

  QHBoxLayout* row_;
  QVector<StripRun*> items_;
  QVector<RunSummary> runs_;
  QHash<QString, RunPhase> phases_;
  bool isFirst_ = true;
  RunSummary news_;
  QWidget* newsBox_;
  QLabel* newsIcon_;
  ElidedLabel* newsText_;
  QToolButton *newsShow_, *newsClose_, *more_;
};

}  // namespace mrm
