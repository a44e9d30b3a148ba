#include "core/importers/class_names.h"

namespace mrm {

const std::vector<std::string>& nihClasses() {
  static const std::vector<std::string> classes = {
      "Atelectasis", "Cardiomegaly", "Effusion",           "Infiltration",  "Mass",
      "Nodule",      "Pneumonia",    "Pneumothorax",       "Consolidation", "Edema",
      "Emphysema",   "Fibrosis",     "Pleural_Thickening", "Hernia"};
  return classes;
}

const std::vector<std::string>& chexpertTestTasks() {
  static const std::vector<std::string> classes = {"Atelectasis", "Cardiomegaly", "Consolidation",
                                                   "Edema", "Pleural Effusion"};
  return classes;
}

}  // namespace mrm
