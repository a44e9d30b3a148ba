#include "core/sample/sample_project.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/catalog/csv.h"
#include "core/catalog/splits.h"
#include "core/image/decode.h"
#include "core/importers/project_catalog.h"
#include "core/sample/sample_study.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using phantom::SampleStudy;

constexpr const char* kSettingsFile = "sample.json";
constexpr const char* kHeader =
    "image,report,patient_id,study,view,effusion,cardiomegaly,nodule,consolidation,pneumothorax,"
    "lung_mask,"
    "pneumothorax_mask\n";

constexpr const char* kReadme =
    "SYNTHETIC DATA - NO PATIENTS\n"
    "\n"
    "This project was made by the sample generator of MRM Workbench. Its radiographs are computed "
    "from a\n"
    "simple model of the chest, its reports are put together from templates, and its patients do "
    "not exist.\n"
    "It is for trying out the program. Nothing learnt from it says anything about real "
    "radiographs.\n"
    "\n"
    "records.csv   one line per study: image, report, patient, view, labels (1 present, 0 absent), "
    "masks\n"
    "images/       16-bit gray PNG files with 12 significant bits; the image's left is the "
    "patient's right\n"
    "masks/        8-bit PNG files, 255 inside: lung fields (beside heart and mediastinum, above "
    "the\n"
    "              diaphragm, whatever fills them) and pleural air (all 0 without a pneumothorax)\n"
    "sample.json   the settings it was made with; the same settings give the same files\n"
    "catalog.db    the catalogue that the program keeps of all this, split by patient\n";

void writePlainly(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error("cannot be written", path.string(), "Is the disk full?");
}

// A folder that is built beside its final place; gone again unless it was put there.
class FolderInProgress {
 public:
  explicit FolderInProgress(const fs::path& target) : target_(target) {
    removeAbandoned();
    path_ = target_.parent_path() / (prefix() + std::to_string(::getpid()));
    std::error_code code;
    fs::remove_all(path_, code);
    fs::create_directories(path_, code);
    if (code)
      throw Error("the folder cannot be made: " + code.message(), target_.string(),
                  "Choose a folder that you may write to.");
  }
  ~FolderInProgress() {
    std::error_code code;
    if (!path_.empty()) fs::remove_all(path_, code);
  }
  FolderInProgress(const FolderInProgress&) = delete;
  FolderInProgress& operator=(const FolderInProgress&) = delete;

  const fs::path& path() const { return path_; }

  // Written through to the disk first, so that a crash leaves no folder with empty files.
  void putInPlace() {
    const int folder = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
      ::syncfs(folder);
      ::close(folder);
    }
    std::error_code code;
    fs::rename(path_, target_, code);
    if (code) throw Error("the folder cannot be put in place: " + code.message(), target_.string());
    path_.clear();
    syncPath(target_.parent_path());
  }

 private:
  std::string prefix() const { return "." + target_.filename().string() + ".part"; }

  // What a process left that was killed.
  void removeAbandoned() const {
    std::error_code code;
    std::vector<fs::path> abandoned;
    for (auto entry = fs::directory_iterator(target_.parent_path(), code);
         !code && entry != fs::directory_iterator(); entry.increment(code)) {
      const std::string name = entry->path().filename().string();
      if (!name.starts_with(prefix())) continue;
      const std::string number = name.substr(prefix().size());
      const bool isNumber =
          !number.empty() && number.size() < 10 &&
          std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (isNumber && ::kill(static_cast<pid_t>(std::stol(number)), 0) != 0 && errno == ESRCH)
        abandoned.push_back(entry->path());
    }
    for (const fs::path& path : abandoned) fs::remove_all(path, code);
  }

  fs::path target_, path_;
};

nlohmann::ordered_json settingsOf(const SampleOptions& options) {
  return {{"synthetic", true},
          {"patients", options.patients},
          {"size", options.size},
          {"seed", options.seed}};
}

// True when `root` is a sample with these options; false when it is free. Throws Error for anything
// else there.
bool isThereAlready(const fs::path& root, const SampleOptions& options) {
  if (!fs::exists(fs::symlink_status(root))) return false;
  if (fs::exists(root / kSettingsFile) && fs::exists(root / "project.json")) {
    const std::string text = readFile(root / kSettingsFile, 1 << 16);
    if (nlohmann::json::parse(text, nullptr, false) == nlohmann::json(settingsOf(options)))
      return true;
    throw Error("holds a sample project made with other settings", root.string(),
                "Choose another folder, or delete this one.");
  }
  std::error_code code;
  if (fs::is_directory(root, code) && fs::is_empty(root, code) && !code) return false;
  throw Error("is in use by something else", root.string(),
              "Choose a new folder for the sample project.");
}

class SampleWriter {
 public:
  SampleWriter(const fs::path& folder, const SampleOptions& options, const ProgressSink& progress,
               std::stop_token stop)
      : folder_(folder),
        options_(options),
        progress_(progress),
        stop_(std::move(stop)),
        rows_(static_cast<std::size_t>(options.patients)) {
    fs::create_directories(folder_ / "images");
    fs::create_directories(folder_ / "masks");
  }

  // The table's lines.
  std::string write() {
    {
      std::vector<std::jthread> threads;
      const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
      for (unsigned i = 0; i < count; ++i) threads.emplace_back([this] { work(); });
    }
    if (failure_) std::rethrow_exception(failure_);
    std::string table;
    for (const std::string& rows : rows_) table += rows;
    return table;
  }

 private:
  void work() {
    try {
      for (std::size_t patient; (patient = next_++) < rows_.size();) {
        rows_[patient] = writePatient(patient);
        const std::lock_guard lock(mutex_);
        ++done_;
        if (progress_ && !failure_)
          progress_({done_, options_.patients, "Making the sample's patients"});
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = rows_.size();
    }
  }

  std::string writePatient(std::size_t patient) const {
    std::string number = std::to_string(patient + 1), rows;
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    const std::vector<SampleStudy> studies = phantom::drawPatient(options_.seed, patient);
    for (std::size_t i = 0; i < studies.size(); ++i) {
      if (stop_.stop_requested()) throw Stopped();
      rows += writeStudy(studies[i], patient, i, "SYN" + number);
    }
    return rows;
  }

  std::string writeStudy(const SampleStudy& study, std::size_t patient, std::size_t index,
                         const std::string& id) const {
    const phantom::Phantom rendered =
        phantom::renderStudy(study, options_.seed, patient, index, options_.size);
    const std::string number = std::to_string(index + 1), name = id + "-" + number;
    const std::string image = "images/" + name + ".png", lungs = "masks/" + name + "-lungs.png",
                      air = "masks/" + name + "-pneumothorax.png";
    const std::vector<PngText> mark = {{"Synthetic", "MRM Workbench sample"}};
    writePlainly(folder_ / image, encodePng(rendered.image, rendered.significantBits, mark));
    writePlainly(folder_ / lungs, encodePng(rendered.lungMask, mark));
    writePlainly(folder_ / air, encodePng(rendered.pneumothoraxMask, mark));
    const phantom::Findings& f = study.findings;
    std::string row = image + "," + csvField(study.report) + "," + id + "," + number;
    row += study.projection.view == phantom::View::PosteroAnterior ? ",PA" : ",AP";
    for (const bool label : {f.hasEffusion(), f.cardiomegaly, f.nodule.has_value(),
                             f.consolidation.has_value(), f.pneumothorax.has_value()})
      row += label ? ",1" : ",0";
    return row + "," + lungs + "," + air + "\n";
  }

  fs::path folder_;
  SampleOptions options_;
  const ProgressSink& progress_;
  std::stop_token stop_;
  std::vector<std::string>
      rows_;  // by patient: the table does not depend on which thread was faster
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::int64_t done_ = 0;
  std::exception_ptr failure_;
};

// The catalogue as the importer makes it, each record marked as made up, split by patient.
Project withCatalog(const Project& project, const std::stop_token& stop) {
  if (fs::exists(project.catalogFile())) return project;
  Catalog catalog = projectCatalog(project, {}, stop);
  catalog.addTag(catalog.find({}), "synthetic");
  catalog.setSplits(planSplits(catalog, {}, stop), "by patient 80/10/10, seed 1");
  return project;
}

}  // namespace

Project makeSampleProject(const fs::path& root, const SampleOptions& options,
                          const ProgressSink& progress, std::stop_token stop) {
  if (options.patients < 1 || options.patients > 1000000)
    throw Error("a sample has 1 to 1,000,000 patients, not " + std::to_string(options.patients));
  if (options.size < 64 || options.size > 4096)
    throw Error("a sample's images have a shorter side of 64 to 4096 pixels, not " +
                std::to_string(options.size));
  fs::path target = fs::absolute(root).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();  // of "folder/"
  if (isThereAlready(target, options)) return withCatalog(openProject(target), stop);

  FolderInProgress folder(target);
  const std::string table = kHeader + SampleWriter(folder.path(), options, progress, stop).write();
  writePlainly(folder.path() / "records.csv", table);
  writePlainly(folder.path() / "README.txt", kReadme);
  writePlainly(folder.path() / kSettingsFile, settingsOf(options).dump(2) + "\n");
  Project project;
  project.root = folder.path();
  project.name = "Sample (synthetic)";
  project.synthetic = true;
  project.records = folder.path() / "records.csv";
  saveProject(project);
  folder.putInPlace();
  return withCatalog(openProject(target), stop);
}

}  // namespace mrm
