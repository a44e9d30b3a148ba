#include "widgets/dataset/dataset_page.h"

#include <mutex>

#include "core/base/error.h"

namespace mrm {

void saveSetting(const DataSet& data, const std::string& name, const std::string& json,
                 const std::stop_token& stop) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (stop.stop_requested()) throw Stopped();  // a later choice is on its way, or written
  data.open().setSetting(name, json);
}

}  // namespace mrm
