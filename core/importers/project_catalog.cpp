#include "core/importers/project_catalog.h"

#include <unistd.h>

#include <atomic>

#include "core/base/error.h"
#include "core/importers/importer.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

void removeCatalog(const fs::path& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    fs::remove(file.string() + ending, ignored);
}

}  // namespace

Catalog projectCatalog(const Project& project, const ProgressSink& progress, std::stop_token stop) {
  const fs::path file = project.catalogFile();
  if (fs::exists(file)) return Catalog(file);
  if (project.records.empty())
    throw Error("the project has neither a catalogue nor a table", project.root.string(),
                "Import records into it.");
  const ImportSettings settings{{"table", project.records.string()},
                                {"image-column", project.columns.image},
                                {"report-column", project.columns.report},
                                {"patient-column", project.columns.patient},
                                {"absolute-paths", "yes"}};
  const ImportPlan plan = findImporter("csv")->plan(settings, progress, stop);
  // Made under another name: who looks meanwhile finds none, and not half of one.
  static std::atomic<int> count = 0;  // threads of one process do so, too
  const fs::path part =
      file.string() + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(count++);
  removeCatalog(part);
  try {
    Catalog::create(part).import(plan.batch, progress, stop);
    if (stop.stop_requested()) throw Stopped();
    // Unless another has made it meanwhile: a link takes no place that is taken.
    std::error_code code;
    fs::create_hard_link(part, file, code);
    if (code && !fs::exists(file)) fs::rename(part, file);  // a file system without links
  } catch (...) {
    removeCatalog(part);
    throw;
  }
  removeCatalog(part);
  return Catalog(file);
}

}  // namespace mrm
