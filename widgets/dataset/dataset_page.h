// A page of the data set's window: one choice that prepares the records for training.
#pragma once

#include <QWidget>
#include <functional>

#include "core/catalog/catalog.h"
#include "core/project/project.h"

namespace mrm {

// What the pages work on. The catalogue is opened anew for every piece of work, on its thread.
struct DataSet {
  Project project;
  std::function<Catalog()> open;
};

class DataSetPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  virtual QString title() const = 0;     // "Reports"
  virtual QString question() const = 0;  // "What does the model read of a report?"
  // Shown for the first time, or again after another page changed something.
  virtual void enter() = 0;
  virtual bool isSettled() const = 0;  // everything that was asked for is shown

 Q_SIGNALS:
  void recordsRequested(const mrm::RecordQuery& query);
  void catalogChanged();
  void projectChanged(const mrm::Project& project);
};

}  // namespace mrm
