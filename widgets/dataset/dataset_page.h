// A page of the data set's window: one choice that prepares the records for training.
#pragma once

#include <QWidget>
#include <functional>
#include <initializer_list>
#include <stop_token>
#include <string>

#include "core/catalog/catalog.h"
#include "core/project/project.h"

namespace mrm {

class Job;
class Notice;

// What the pages work on. The catalogue is opened anew for every piece of work, on its thread.
struct DataSet {
  Project project;
  std::function<Catalog()> open;
  RecordId current = 0;  // the record that is looked at; 0: none
};

// Writes a setting of the catalogue unless a later choice asked this work to stop. Not for the GUI
// thread. Throws Error, Stopped.
void saveSetting(const DataSet& data, const std::string& name, const std::string& json,
                 const std::stop_token& stop);

class DataSetPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  virtual QString title() const = 0;     // "Reports"
  virtual QString question() const = 0;  // "What does the model read of a report?"
  // Shown for the first time, or again after another page changed something.
  virtual void enter() = 0;
  virtual bool isSettled() const = 0;  // everything that was asked for is shown

 protected:
  // From now on a failure of one of them stands in the notice.
  static void showFailures(std::initializer_list<Job*> jobs, Notice* notice);

 Q_SIGNALS:
  void catalogChanged();
  void projectChanged(const mrm::Project& project);
};

}  // namespace mrm
