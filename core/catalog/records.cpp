#include "core/catalog/records.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/base/random.h"
#include "core/base/trim.h"
#include "core/catalog/csv.h"
#include "core/catalog/patient_groups.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTableLimit = std::size_t{1}
                                    << 30;  // bytes; 400,000 records with reports take about half

// Whether the normalised relative path stays below the folder it is relative to.
bool staysInside(const fs::path& relative) {
  return relative.empty() || *relative.begin() != "..";
}

bool isFile(const fs::path& path) {
  std::error_code code;
  return fs::is_regular_file(path, code);
}

// The image's absolute path, or why there is none.
struct Image {
  fs::path path;
  std::string problem;
};

Image findImage(const fs::path& folder, std::string_view name) {
  if (name.empty()) return {{}, "no image is named"};
  std::string spelled(name);
  fs::path path(spelled);
  if (!path.is_absolute() && !isFile(folder / path) && spelled.find('\\') != std::string::npos) {
    std::replace(spelled.begin(), spelled.end(), '\\', '/');  // a table made on Windows
    path = spelled;
  }
  path = path.lexically_normal();
  if (!path.is_absolute()) {
    if (!staysInside(path))
      return {{}, "the image lies outside of the table's folder: " + printable(name)};
    path = (folder / path).lexically_normal();
  }
  if (!isFile(path)) return {{}, "there is no such image file: " + printable(name)};
  return {path, {}};
}

}  // namespace

RecordTable readRecords(const fs::path& csv, const ColumnMapping& columns) {
  const std::string name = csv.string();
  const CsvTable table = parseCsv(readFile(csv, kTableLimit), name);
  const std::size_t imageColumn = table.column(columns.image, name);
  const std::size_t reportColumn = table.column(columns.report, name);
  const std::size_t patientColumn = table.column(columns.patient, name);
  const fs::path folder = fs::absolute(csv).parent_path().lexically_normal();

  RecordTable result;
  std::unordered_map<std::string, std::size_t> recordOfImage;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::vector<std::string>& fields = table.rows[row];
    const auto number = static_cast<std::int64_t>(row) + 1;
    const auto reject = [&](std::string reason) {
      result.rejected.push_back({number, std::move(reason)});
    };
    const std::string_view report = trimmed(fields[reportColumn]);
    const std::string_view patient = trimmed(fields[patientColumn]);
    if (report.empty()) {
      reject("it has no report");
      continue;
    }
    if (patient.empty()) {
      reject("it has no patient");
      continue;
    }
    Image image = findImage(folder, trimmed(fields[imageColumn]));
    if (image.path.empty()) {
      reject(image.problem);
      continue;
    }
    const auto [same, isNew] =
        recordOfImage.try_emplace(image.path.string(), result.records.size());
    if (!isNew && result.records[same->second].patient != patient) {
      // It could stand on both sides of a split.
      reject("record " + std::to_string(result.records[same->second].number) +
             " gives the same image to another patient");
      continue;
    }
    result.records.push_back(
        {number, std::move(image.path), std::string(report), std::string(patient), 0});
  }
  return result;
}

PatientSplit splitByPatient(const std::vector<Record>& records, double validationShare,
                            std::uint64_t seed) {
  if (!(validationShare >= 0 && validationShare < 1))
    throw Error("the share that is held back must be at least 0 and below 1");
  std::unordered_map<std::string, double> draws;  // one a patient, uniform in [0, 1)
  for (const Record& record : records)
    draws.try_emplace(record.patient, Random(seed, {hashOfText(record.patient)}).uniform());

  double threshold = validationShare;  // patients who draw below it are held back
  if (draws.size() > 1 && validationShare > 0) {
    double least = 1, greatest = 0;
    for (const auto& [patient, draw] : draws) {
      least = std::min(least, draw);
      greatest = std::max(greatest, draw);
    }
    // Too few patients for the share: the nearest one changes sides.
    if (threshold <= least) threshold = std::nextafter(least, 1.0);
    if (threshold > greatest) threshold = greatest;
  }
  PatientSplit split;
  for (std::size_t i = 0; i < records.size(); ++i)
    (draws.at(records[i].patient) < threshold ? split.validation : split.training).push_back(i);
  return split;
}

}  // namespace mrm
