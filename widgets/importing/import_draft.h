// What the pages of the import wizard fill in together.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/importers/importer.h"

namespace mrm {

// A plan with what is said about it, counted off the window's thread.
struct CheckedPlan {
  explicit CheckedPlan(ImportPlan made);

  ImportPlan plan;
  std::int64_t usable = 0, quarantined = 0, patients = 0;
  std::int64_t problems = 0;      // findings that want a look
  std::int64_t catalogBytes = 0;  // on the disk, about
};

struct ImportDraft {
  std::vector<const Importer*> importers;  // those that are offered
  QString path;                            // what was dropped or chosen
  const Importer* importer = nullptr;
  ImportSettings settings;
  // What the check found for these settings; null: not checked.
  std::shared_ptr<const CheckedPlan> plan;
  // Set: the settings of a source that is there already are not asked for again.
  bool isUpdate = false;
};

}  // namespace mrm
