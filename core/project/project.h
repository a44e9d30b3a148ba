// A project: a folder with a data set, its vocabulary and its runs.
//   project.json   records/   tokenizer.json   runs/<name>/
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/catalog/records.h"

namespace mrm {

struct Project {
  std::filesystem::path root;
  std::string name;
  bool synthetic = false;         // made by the sample generator: every view of it says so
  std::filesystem::path records;  // the CSV table; stored relative to root where it lies inside
  ColumnMapping columns;
  std::filesystem::path
      tokenizer;  // empty: trained from the reports of the training split at each run

  std::filesystem::path runsFolder() const { return root / "runs"; }
};

Project openProject(const std::filesystem::path& root);  // throws Error
void saveProject(const Project& project);                // makes the folder; atomically

// Run folders of the project (those with a run.yaml or status.json), newest first.
std::vector<std::filesystem::path> projectRuns(const Project& project);
// A new run folder's path: `name` made safe for a file name, with -2, -3… when taken.
std::filesystem::path newRunFolder(const Project& project, const std::string& name);

}  // namespace mrm
