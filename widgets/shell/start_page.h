// What one sees without a project: the sample first, then new, open, and the recent ones.
#pragma once

#include <QWidget>

#include "widgets/common/error_text.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace mrm {

class ActionRegistry;
class Notice;
class RecentList;
class SampleMaker;

class StartPage : public QWidget {
  Q_OBJECT
 public:
  // Shows buttons for the actions project.sample, project.new, project.open.
  StartPage(const ActionRegistry& actions, SampleMaker& maker, QWidget* parent = nullptr);

  void reload();  // the recent projects, off this thread
  bool isSettled() const { return !isReading_; }
  void showProblem(const ErrorText& error);
  void hideProblem();
  RecentList* recent() const { return recent_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  void openRequested(const QString& folder);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showProgress(bool busy);

  SampleMaker& maker_;
  bool isReading_ = false;
  int generation_ = 0;
  QLabel *title_, *sentence_, *recentTitle_, *sampleHint_, *progressText_;
  QWidget *progressBox_, *recentBox_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  Notice* notice_;
  RecentList* recent_;
};

}  // namespace mrm
