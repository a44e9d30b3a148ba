// The last step of an import: the records go into a catalogue, of a project that is there or of a
// new one.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"
#include "core/importers/importer.h"
#include "core/project/project.h"

namespace mrm {

// How a project's catalogue is opened; makes it where the project has none yet.
using CatalogOpener = std::function<Catalog(const Project& project)>;

struct ImportTarget {
  bool isNew = false;
  Project project;  // of a new one: root and name
};

struct ImportOutcome {
  Project project;
  ImportResult result;
};

// Throws Error, or Stopped; nothing is left behind then: no record in the project's catalogue, and
// neither file nor folder of a new project.
ImportOutcome commitImport(const ImportPlan& plan, const ImportTarget& target,
                           const CatalogOpener& open, const ProgressSink& progress,
                           std::stop_token stop);

// Why a new project cannot be made in the folder: empty when it can.
std::string newProjectProblem(const std::filesystem::path& folder);

}  // namespace mrm
