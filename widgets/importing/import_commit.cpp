#include "widgets/importing/import_commit.h"

#include "core/base/error.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

// Removes what was made of a new project unless it is kept.
class Unfinished {
 public:
  explicit Unfinished(const Project& project) : project_(project) {
    // The folders that are about to be made, from the outermost.
    for (fs::path folder = project.root; !folder.empty() && !fs::exists(folder);
         folder = folder.parent_path())
      made_.push_back(folder);
    std::error_code code;
    fs::create_directories(project.root, code);
    if (code)
      throw Error("the folder cannot be made: " + code.message(), project.root.string(),
                  "Choose a folder that you may write to.");
  }
  ~Unfinished() {
    if (isKept_) return;
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
      fs::remove(project_.catalogFile().string() + ending, ignored);
    for (const fs::path& folder : made_) fs::remove(folder, ignored);  // where it is empty
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  void keep() { isKept_ = true; }

 private:
  Project project_;
  std::vector<fs::path> made_;  // innermost first
  bool isKept_ = false;
};

}  // namespace

std::string newProjectProblem(const fs::path& folder) {
  std::error_code code;
  if (fs::exists(folder / "project.json", code)) return "holds a project already";
  if (fs::exists(folder / "catalog.db", code)) return "holds a data set already";
  if (fs::exists(folder, code) && !fs::is_directory(folder, code)) return "is a file, not a folder";
  return {};
}

ImportOutcome commitImport(const ImportPlan& plan, const ImportTarget& target,
                           const CatalogOpener& open, const ProgressSink& progress,
                           std::stop_token stop) {
  ImportOutcome outcome;
  outcome.project = target.project;
  if (!target.isNew) {
    Catalog catalog = open(target.project);
    outcome.result = catalog.import(plan.batch, progress, stop);
    return outcome;
  }
  const std::string problem = newProjectProblem(target.project.root);
  if (!problem.empty())
    throw Error(problem, target.project.root.string(),
                "Choose another folder, or open the project that is there.");
  Unfinished unfinished(target.project);
  {
    Catalog catalog = Catalog::create(target.project.catalogFile());
    outcome.result = catalog.import(plan.batch, progress, stop);
  }
  if (stop.stop_requested()) throw Stopped();
  saveProject(target.project);
  unfinished.keep();
  return outcome;
}

}  // namespace mrm
