// Makes the sample project off the GUI thread, with progress, and can be stopped.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <stop_token>

#include "core/base/progress.h"
#include "core/project/project.h"
#include "widgets/common/error_text.h"

namespace mrm {

class SampleMaker : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~SampleMaker() override;

  void make(const QString& folder);  // finished() at once when it was made before
  void cancel();
  bool isBusy() const { return shared_ != nullptr; }

 Q_SIGNALS:
  void progressed(const mrm::Progress& progress, double secondsLeft);  // below 0: not known
  void finished(const mrm::Project& project);
  void failed(const mrm::ErrorText& error);
  void cancelled();

 private:
  struct Shared;
  void report();

  std::shared_ptr<Shared> shared_;
  std::stop_source stop_;
  QTimer timer_;
  QElapsedTimer clock_;
};

}  // namespace mrm
