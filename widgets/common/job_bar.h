// What a job is doing: its activity, count, rate and time left, and a button to cancel it. There
// only while it is at work.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mrm {

class Job;
struct JobProgress;

class JobBar : public QWidget {
  Q_OBJECT
 public:
  explicit JobBar(Job& job, QWidget* parent = nullptr);

  // What is being done, where the work does not say.
  void setActivity(const QString& activity);
  // Whether the progress bar stands in the line of the text, for a bar of little height.
  void setOneLine(bool oneLine);
  QPushButton* cancelButton() const { return cancel_; }
  QString text() const;

 private:
  void showProgress(const JobProgress& progress);

  Job& job_;
  QString activity_;
  bool isOneLine_ = false;
  QLabel* text_;
  QProgressBar* bar_;
  QPushButton* cancel_;
};

}  // namespace mrm
