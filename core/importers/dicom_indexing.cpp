#include "core/importers/dicom_indexing.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/dicom/dicom_header.h"
#include "core/dicom/tag.h"
#include "core/importers/field_values.h"
#include "core/importers/file_index.h"
#include "core/importers/import_reasons.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using dicom::DataSet;
using dicom::DicomHeader;
using dicom::Tag;

constexpr Tag kConceptName{0x0040A043, "SQ"};
constexpr Tag kContent{0x0040A730, "SQ"};
constexpr Tag kTextValue{0x0040A160, "UT"};
constexpr std::size_t kLongestReport = std::size_t{1} << 20;  // bytes
constexpr int kDeepestContent = 16;

constexpr const char* kDirectoryClass = "1.2.840.10008.1.3.10";
constexpr const char* kReportClasses = "1.2.840.10008.5.1.4.1.1.88.";

// Modalities of which a radiograph of the chest may be; what names none may be one, too.
bool mayBeRadiograph(const std::string& modality) {
  constexpr std::array<std::string_view, 8> kModalities = {"",   "CR", "DX", "DR",
                                                           "RG", "RF", "OT", "SC"};
  return std::find(kModalities.begin(), kModalities.end(), modality) != kModalities.end();
}

// What is certainly something else, without a look inside.
bool isKnownOther(const std::string& ending) {
  constexpr std::array<std::string_view, 22> kEndings = {
      "txt", "csv", "tsv", "json", "xml", "html", "htm", "pdf",  "zip", "gz",  "tgz",
      "md",  "png", "jpg", "jpeg", "gif", "tif",  "exe", "xlsx", "log", "nii", "db"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

CatalogRecord recordOf(const DicomHeader& header, const std::string& file) {
  CatalogRecord record;
  record.image = file;
  record.provenance = file;
  record.key = header.sopInstance.empty() ? file : header.sopInstance;
  record.instance = header.sopInstance;
  record.series = header.seriesInstance;
  record.study = header.studyInstance;
  record.patient = header.patientId;
  record.view = viewOf(dicom::viewOf(header).name);
  record.modality = header.modality;
  record.sex = sexOf(header.sex);
  record.age = ageOf(header.age);
  record.date = dateOf(header.studyDate);
  record.width = header.columns;
  record.height = header.rows;
  record.spacing = {header.rowSpacing, header.columnSpacing};
  if (!mayBeRadiograph(header.modality))
    record.reason = reasons::kNotARadiograph;
  else if (!header.hasPixels)
    record.reason = header.damage.empty() ? reasons::kNoPixels : reasons::kDamaged;
  return record;
}

IndexedFile indexFile(const fs::path& root, const std::string& file) {
  IndexedFile indexed;
  const std::string ending = fileEnding(file);
  indexed.what = ending.empty() ? "without ending" : "." + ending;
  if (isKnownOther(ending)) return indexed;
  const std::string name = file.substr(file.rfind('/') + 1);
  if (name == "DICOMDIR" || name == "dicomdir") {
    indexed.kind = IndexedFile::Kind::Index;
    return indexed;
  }
  DicomHeader header;
  try {
    header = dicom::readDicomHeader(root / file);
  } catch (const Error&) {
    return indexed;
  }
  indexed.study = header.studyInstance;
  indexed.accession = header.accessionNumber;
  if (header.sopClass == kDirectoryClass) {
    indexed.kind = IndexedFile::Kind::Index;
  } else if (header.sopClass.starts_with(kReportClasses)) {
    indexed.kind = IndexedFile::Kind::Report;
    indexed.what = "SR";
    try {
      indexed.text = structuredReportText(root / file);
    } catch (const Error&) {
      indexed.kind = IndexedFile::Kind::Other;
    }
  } else if (!header.hasPixels && header.rows == 0 && header.damage.empty() &&
             (header.modality.empty() || !mayBeRadiograph(header.modality))) {
    indexed.kind = IndexedFile::Kind::Other;
    indexed.what = header.modality.empty() ? "without modality" : header.modality;
  } else {
    indexed.kind = IndexedFile::Kind::Image;
    indexed.frames = header.frames;
    indexed.hasBurnedInText = header.burnedInAnnotation == "YES";
    indexed.record = recordOf(header, file);
  }
  return indexed;
}

void appendContent(const DataSet& item, int depth, std::string& text) {
  if (depth > kDeepestContent || text.size() > kLongestReport) return;
  if (const std::string value(trimmed(item.text(kTextValue))); !value.empty()) {
    std::string heading;
    for (const DataSet& name : item.items(kConceptName)) heading = name.text(dicom::kCodeMeaning);
    for (char& c : heading)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    text += (text.empty() ? "" : "\n") + (heading.empty() ? "" : heading + ": ") + value;
  }
  for (const DataSet& part : item.items(kContent)) appendContent(part, depth + 1, text);
}

}  // namespace

std::string structuredReportText(const fs::path& file) {
  const dicom::DicomFile opened = dicom::DicomFile::open(file);
  std::string text;
  for (const DataSet& item : opened.dataSet().items(kContent)) appendContent(item, 1, text);
  return text;
}

std::vector<IndexedFile> indexDicom(const fs::path& root, const std::vector<std::string>& files,
                                    const ProgressSink& progress, std::stop_token stop) {
  std::vector<IndexedFile> results(files.size());
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;  // guards what follows
  std::int64_t done = 0;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t i; (i = next++) < files.size();) {
        if (stop.stop_requested()) throw Stopped();
        results[i] = indexFile(root, files[i]);
        if (i % 64 != 0) continue;
        const std::lock_guard lock(mutex);
        done = std::max(done, static_cast<std::int64_t>(i));
        if (progress && !failure)
          progress({done, static_cast<std::int64_t>(files.size()), "Reading DICOM headers"});
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = files.size();
    }
  };
  {
    const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < count; ++i) threads.emplace_back(work);
  }
  if (failure) std::rethrow_exception(failure);
  return results;
}

}  // namespace mrm
