#include "core/importers/recheck.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "core/base/error.h"
#include "core/dicom/radiograph.h"
#include "core/importers/import_reasons.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

bool isFile(const fs::path& path) {
  std::error_code code;
  return fs::is_regular_file(path, code);
}

// Whether only another import can tell.
bool isSaidBySource(const std::string& reason) {
  for (const char* said : {reasons::kNoImageNamed, reasons::kImageOutside, reasons::kImageAbsolute,
                           reasons::kImageAmbiguous, reasons::kReportMissing, reasons::kReportEmpty,
                           reasons::kNoPatient, reasons::kNotARadiograph, reasons::kBadLabel,
                           reasons::kBadRow, reasons::kConflict, reasons::kBadMask})
    if (reason.starts_with(said)) return true;
  return false;
}

// Why the record cannot be used as its files are now; empty when it can.
std::string problemOf(const Catalog& catalog, const CatalogRecord& record) {
  if (record.image.empty()) return reasons::kNoImageNamed;
  const fs::path image = catalog.imagePath(record);
  if (!isFile(image)) return reasons::kImageMissing;
  for (const Mask& mask : record.masks)
    if (!mask.file.empty() && !isFile(catalog.maskPath(record, mask))) return reasons::kMaskMissing;
  try {
    readRadiographSize(image);
  } catch (const Error& error) {
    return error.problem();
  }
  return {};
}

}  // namespace

RecheckResult recheck(Catalog& catalog, std::span<const RecordId> ids, const ProgressSink& progress,
                      std::stop_token stop) {
  RecheckResult result;
  std::map<std::string, std::vector<RecordId>> otherReasons;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i % 64 == 0) {
      if (stop.stop_requested()) throw Stopped();
      if (progress)
        progress({static_cast<std::int64_t>(i), static_cast<std::int64_t>(ids.size()),
                  "Looking for files"});
    }
    const std::optional<CatalogRecord> record = catalog.record(ids[i]);
    if (!record || record->status != RecordStatus::Quarantined) continue;
    if (isSaidBySource(record->reason)) {
      ++result.toImport;
      continue;
    }
    const std::string problem = problemOf(catalog, *record);
    if (problem.empty()) {
      result.restored.push_back(record->id);
      continue;
    }
    ++result.remaining;
    if (problem != record->reason) otherReasons[problem].push_back(record->id);
  }
  for (const auto& [reason, records] : otherReasons) catalog.quarantine(records, reason);
  if (!result.restored.empty()) catalog.restore(result.restored);
  return result;
}

}  // namespace mrm
