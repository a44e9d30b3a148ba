// A project: a folder with a data set, its vocabulary and its runs.
//   project.json   catalog.db   records/   tokenizer.json   runs/<name>/
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/catalog/records.h"

namespace mrm {

struct Project {
  std::filesystem::path root;
  std::string name;
  bool synthetic = false;  // made by the sample generator: every view of it says so
  // The CSV table that the data set was made from; stored relative to root where it lies inside.
  // Empty: the catalogue alone has the records.
  std::filesystem::path records;
  ColumnMapping columns;
  std::filesystem::path
      tokenizer;  // empty: trained from the reports of the training split at each run

  std::filesystem::path runsFolder() const { return root / "runs"; }
  std::filesystem::path catalogFile() const { return root / "catalog.db"; }
};

// Throws Error, also for a project that has neither a table nor a catalogue.
Project openProject(const std::filesystem::path& root);
void saveProject(const Project& project);  // makes the folder; atomically

// Run folders of the project (those with a run.yaml or status.json), newest first.
std::vector<std::filesystem::path> projectRuns(const Project& project);
// A new run folder's path: `name` made safe for a file name, with -2, -3… when taken.
std::filesystem::path newRunFolder(const Project& project, const std::string& name);

}  // namespace mrm
