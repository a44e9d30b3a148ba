// The classes of published data sets, in the order in which their lists give them.
#pragma once

#include <string>
#include <vector>

namespace mrm {

const std::vector<std::string>& nihClasses();         // 14 of ChestX-ray14
const std::vector<std::string>& chexpertTestTasks();  // the 5 that CheXpert is judged by

}  // namespace mrm
