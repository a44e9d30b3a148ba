// The line above a run's curves: what it is doing, how far it is, and what can be done with it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "widgets/models/run_summary.h"

class QLabel;
class QProgressBar;

namespace mrm {

class ActionRegistry;
class ElidedLabel;

class RunHeader : public QWidget {
  Q_OBJECT
 public:
  // Shows buttons for the actions run.pause, run.resume, run.continue and run.stop.
  explicit RunHeader(const ActionRegistry& actions, QWidget* parent = nullptr);

  void show(const RunSummary& run);
  // What was asked of the worker and has not happened yet ("Pausing…"); until the run's state
  // changes.
  void setPending(const QString& text);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void update();

  RunSummary run_;
  QString pending_;
  RunPhase pendingSince_ = RunPhase::NotStarted;
  QTimer forget_;
  QLabel* icon_;
  ElidedLabel *phase_, *name_, *facts_;
  QProgressBar* progress_;
};

}  // namespace mrm
