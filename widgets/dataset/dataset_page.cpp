#include "widgets/dataset/dataset_page.h"

#include <mutex>

#include "core/base/error.h"
#include "widgets/common/job.h"
#include "widgets/common/notice.h"

namespace mrm {

void saveSetting(const DataSet& data, const std::string& name, const std::string& json,
                 const std::stop_token& stop) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (stop.stop_requested()) throw Stopped();  // a later choice is on its way, or written
  data.open().setSetting(name, json);
}

void DataSetPage::showFailures(std::initializer_list<Job*> jobs, Notice* notice) {
  for (Job* job : jobs)
    connect(job, &Job::failed, notice, [notice](const ErrorText& error) {
      notice->showError(error);
      notice->show();
    });
}

}  // namespace mrm
