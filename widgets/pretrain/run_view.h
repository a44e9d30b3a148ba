// One run: what it is doing, what is wrong with it, and its curves.
#pragma once

#include <QWidget>
#include <memory>

#include "widgets/models/run_follower.h"

namespace mrm {

class ActionRegistry;
class CurvesView;
class Notice;
class RunHeader;

class RunView : public QWidget {
  Q_OBJECT
 public:
  explicit RunView(const ActionRegistry& actions, QWidget* parent = nullptr);

  void setRun(const QString& folder);  // empty: none
  QString folder() const { return follower_ ? follower_->folder() : QString(); }
  // The run as it was last read; a default one before that.
  const RunSummary& run() const { return run_; }
  bool isCaughtUp() const { return isCaughtUp_; }
  // A summary that was read elsewhere, to show something until the follower has read the folder.
  void preview(const RunSummary& run);
  void setPending(const QString& text);

  CurvesView* curves() const { return curves_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  void updated(const std::shared_ptr<const mrm::RunUpdate>& update);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void take(const std::shared_ptr<const RunUpdate>& update);
  void updateNotice();

  std::unique_ptr<RunFollower> follower_;
  RunSummary run_;
  std::int64_t malformedLines_ = 0;
  bool isCaughtUp_ = false;
  RunHeader* header_;
  Notice* notice_;
  CurvesView* curves_;
};

}  // namespace mrm
