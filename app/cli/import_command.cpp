// mrm import: records of a data set into a catalogue, by the same importers as the window's wizard.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/catalog/catalog.h"
#include "core/image/display.h"
#include "core/importers/importer.h"
#include "core/importers/index_images.h"
#include "core/importers/plan_report.h"
#include "core/importers/project_catalog.h"
#include "core/importers/recheck.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct Arguments {
  std::vector<std::string> words;  // an importer's name, and paths
  fs::path into;
  ImportSettings settings;
  bool skipsPixels = false, isDryRun = false, isJson = false, isList = false, isRecheck = false;
};

// One import: its importer with the settings that are given.
struct Job {
  const Importer* importer = nullptr;
  ImportSettings settings;
};

void print(const ordered_json& value) {
  // Names of files may be no UTF-8.
  std::cout << value.dump(2, ' ', false, ordered_json::error_handler_t::replace) << std::endl;
}

std::string importerNames() {
  std::string names;
  for (const auto& importer : importers()) names += (names.empty() ? "" : ", ") + importer->id();
  return names;
}

// Shown on a terminal alone, in one line.
class ProgressLine {
 public:
  ~ProgressLine() { clear(); }
  ProgressSink sink() {
    if (!::isatty(STDERR_FILENO)) return {};
    return [this](const Progress& progress) {
      std::string text = progress.activity + " " + std::to_string(progress.done);
      if (progress.total > 0) text += " of " + std::to_string(progress.total);
      std::cerr << "\r" << text << "\033[K" << std::flush;
      isShown_ = true;
    };
  }
  void clear() {
    if (isShown_) std::cerr << "\r\033[K" << std::flush;
    isShown_ = false;
  }

 private:
  bool isShown_ = false;
};

// Paths as they will be found again whatever folder the program is started in.
void makeAbsolute(const Importer& importer, ImportSettings& settings) {
  for (const ImportField& field : importer.fields(settings)) {
    if (field.kind != ImportField::Kind::File && field.kind != ImportField::Kind::Folder) continue;
    const auto found = settings.find(field.name);
    if (found != settings.end() && !found->second.empty())
      found->second = fs::absolute(found->second).lexically_normal().string();
  }
}

bool haveCommonKey(const ImportSettings& a, const ImportSettings& b) {
  for (const auto& [name, value] : a)
    if (b.count(name) != 0) return true;
  return false;
}

// Each path is an import of its own, unless the importer takes several files together (a list for
// training, another for the test).
std::vector<Job> jobsOf(const Arguments& a) {
  std::vector<std::string> paths = a.words;
  const Importer* named = paths.empty() ? nullptr : findImporter(paths.front());
  if (named) paths.erase(paths.begin());
  std::vector<Job> jobs;
  for (const std::string& path : paths) {
    if (!fs::exists(path))
      throw Error("is not there", path,
                  named || jobs.size() > 0 ? "" : "Importers are: " + importerNames() + ".");
    const fs::path full = fs::absolute(path).lexically_normal();
    const Importer* importer = named ? named : importerFor(full);
    if (!importer)
      throw Error("no importer knows what this is", path, "Name one of: " + importerNames() + ".");
    ImportSettings settings = importer->settingsFor(full);
    if (!jobs.empty() && jobs.back().importer == importer &&
        !haveCommonKey(jobs.back().settings, settings))
      jobs.back().settings.merge(settings);
    else
      jobs.push_back({importer, std::move(settings)});
  }
  if (paths.empty() && named && !a.settings.empty()) jobs.push_back({named, {}});
  if (jobs.empty())
    throw Error("nothing to import is named", "mrm import",
                "Name a file or folder; importers are: " + importerNames() + ".");
  for (Job& job : jobs) {
    for (const auto& [name, value] : a.settings) job.settings[name] = value;
    makeAbsolute(*job.importer, job.settings);
  }
  return jobs;
}

// A project's catalogue, the one in a folder, or a file; made when it is not there. A folder
// becomes a project, so that it can be opened in the window and trained on.
Catalog openTarget(const fs::path& into, const ProgressSink& progress, std::stop_token stop) {
  if (into.empty())
    throw Error("it is not said where the records go", "--into",
                "Name a project, a folder or a catalogue's file.");
  const fs::path target = fs::absolute(into).lexically_normal();
  if (fs::exists(target / "project.json")) {
    const Project project = openProject(target);
    if (!project.records.empty() || fs::exists(project.catalogFile()))
      return projectCatalog(project, progress, std::move(stop));
    return Catalog::create(project.catalogFile());
  }
  const bool isFile = target.extension() == ".db";
  const fs::path file = isFile ? target : target / "catalog.db";
  std::error_code code;
  fs::create_directories(file.parent_path(), code);
  if (code)
    throw Error("the folder cannot be made: " + code.message(), file.parent_path().string());
  Catalog catalog = fs::exists(file) ? Catalog(file) : Catalog::create(file);
  if (!isFile) {
    Project project;
    project.root = target.has_filename() ? target : target.parent_path();
    project.name = project.root.filename().string();
    saveProject(project);
  }
  return catalog;
}

const char* kindName(ImportField::Kind kind) {
  switch (kind) {
    case ImportField::Kind::File:
      return "file";
    case ImportField::Kind::Folder:
      return "folder";
    case ImportField::Kind::Column:
      return "column";
    case ImportField::Kind::Columns:
      return "columns";
    case ImportField::Kind::Choice:
      return "choice";
    case ImportField::Kind::Switch:
      return "switch";
    default:
      return "text";
  }
}

int list(const Arguments& a) {
  ordered_json all = ordered_json::array();
  for (const auto& importer : importers()) {
    if (!a.words.empty() && importer->id() != a.words.front()) continue;
    ordered_json fields = ordered_json::array();
    for (const ImportField& field : importer->fields({}))
      fields.push_back({{"name", field.name},
                        {"kind", kindName(field.kind)},
                        {"label", field.label},
                        {"help", field.help},
                        {"required", field.isRequired},
                        {"default", field.value},
                        {"choices", field.choices}});
    all.push_back({{"id", importer->id()},
                   {"title", importer->title()},
                   {"help", importer->help()},
                   {"fields", std::move(fields)}});
  }
  if (all.empty())
    throw Error("there is no such importer", a.words.front(), "Known are " + importerNames() + ".");
  if (a.isJson) {
    print(all);
    return 0;
  }
  for (const ordered_json& importer : all) {
    std::cout << importer["id"].get<std::string>() << "  " << importer["title"].get<std::string>()
              << "\n    " << importer["help"].get<std::string>() << "\n";
    if (a.words.empty()) continue;
    for (const ordered_json& field : importer["fields"])
      std::cout << "  --" << field["name"].get<std::string>() << "  "
                << field["help"].get<std::string>() << "\n";
  }
  std::cout << std::flush;
  return 0;
}

// Reads the pixels of the source's records, with the data set's own display policy.
IndexResult readPixels(Catalog& catalog, std::int64_t source, const ProgressSink& progress,
                       std::stop_token stop) {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  for (const CatalogSource& one : catalog.sources())
    if (one.id == source) query.facets[Facet::Source] = {one.name};
  return indexImages(catalog, catalog.find(query), displayPolicyOf(catalog), 0, progress,
                     std::move(stop));
}

int lookAgain(const Arguments& a) {
  const StopSignals signals;
  ProgressLine line;
  Catalog catalog = openTarget(a.into, line.sink(), signals.token());
  RecordQuery quarantined;
  quarantined.facets[Facet::Status] = {"quarantined"};
  const RecheckResult result =
      recheck(catalog, catalog.find(quarantined), line.sink(), signals.token());
  if (!a.skipsPixels)
    indexImages(catalog, result.restored, displayPolicyOf(catalog), 0, line.sink(),
                signals.token());
  line.clear();
  if (a.isJson)
    print({{"restored", result.restored.size()},
           {"remaining", result.remaining},
           {"to_import_again", result.toImport}});
  else
    std::cout << result.restored.size() << " records can be used again; " << result.remaining
              << " still lack what they lacked; " << result.toImport
              << " are set aside for what their source says: import it again" << std::endl;
  return 0;
}

int import(const Arguments& a) {
  const std::vector<Job> jobs = jobsOf(a);
  const StopSignals signals;
  ProgressLine line;
  std::optional<Catalog> catalog;
  ordered_json output = ordered_json::array();
  for (const Job& job : jobs) {
    const ImportPlan plan = job.importer->plan(job.settings, line.sink(), signals.token());
    line.clear();
    if (a.isJson)
      output.push_back(planAsJson(plan));
    else
      std::cout << job.importer->title() << ": " << plan.batch.source.root.string() << "\n"
                << planAsText(plan);
    if (a.isDryRun) continue;
    if (!catalog) catalog = openTarget(a.into, line.sink(), signals.token());  // all is well so far
    const ImportResult result = catalog->import(plan.batch, line.sink(), signals.token());
    line.clear();
    if (a.isJson)
      output.back()["result"] = resultAsJson(result);
    else
      std::cout << "Imported into " << catalog->file().string() << ": " << resultAsText(result)
                << std::endl;
    if (a.skipsPixels) continue;
    const IndexResult pixels = readPixels(*catalog, result.source, line.sink(), signals.token());
    line.clear();
    if (a.isJson)
      output.back()["pixels"] = {{"read", pixels.read},
                                 {"quarantined", pixels.quarantined},
                                 {"known", pixels.known},
                                 {"look_inverted", pixels.inverted}};
    else
      std::cout << "Pixels of " << pixels.read << " images read, " << pixels.known
                << " known before; " << pixels.quarantined << " cannot be used, " << pixels.inverted
                << " look inverted\n";
  }
  if (a.isJson)
    print({{"imports", std::move(output)}});
  else if (a.isDryRun)
    std::cout << "Nothing was imported: this was a dry run\n";
  std::cout << std::flush;
  return 0;
}

}  // namespace

void addImport(CLI::App& program, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "import",
      "Bring a data set's records into a catalogue: what there is, what is wrong, then in.");
  command->add_option("what", a->words,
                      "Importer (told by the files when it is left out), and files or folders");
  command->add_option("--into", a->into, "Project, folder or catalogue file; made when not there");
  command->add_flag("--dry-run", a->isDryRun, "Only say what would be imported");
  command->add_flag("--no-pixels", a->skipsPixels,
                    "Do not read the images themselves (sizes, hashes, what cannot be decoded)");
  command->add_flag("--json", a->isJson, "Print JSON");
  command->add_flag("--list", a->isList, "List the importers; with one, its settings");
  command->add_flag("--recheck", a->isRecheck,
                    "Look again at records that were set aside: their files may be there now");
  for (const auto& importer : importers())
    for (const ImportField& field : importer->fields({})) {
      const std::string flag = "--" + field.name;
      CLI::Option* option = command->get_option_no_throw(flag);
      if (!option) {
        option = command->add_option_function<std::string>(
            flag, [a, name = field.name](const std::string& value) { a->settings[name] = value; },
            field.help);
        option->group("Settings of " + importer->id());
      }
    }
  command->callback([a, &run] {
    run = [a] { return a->isList ? list(*a) : a->isRecheck ? lookAgain(*a) : import(*a); };
  });
}

}  // namespace mrm::cli
