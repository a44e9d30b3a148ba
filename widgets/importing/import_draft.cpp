#include "widgets/importing/import_draft.h"

#include <string_view>
#include <unordered_set>

namespace mrm {
namespace {

// A record in the catalogue with its indices, without its report.
constexpr std::int64_t kBytesPerRecord = 700;

}  // namespace

CheckedPlan::CheckedPlan(ImportPlan made) : plan(std::move(made)) {
  std::unordered_set<std::string_view> seen;
  for (const CatalogRecord& record : plan.batch.records) {
    ++(record.status == RecordStatus::Quarantined ? quarantined : usable);
    if (!record.patient.empty()) seen.insert(record.patient);
    catalogBytes += kBytesPerRecord;
    // Twice: the text and its index for searching.
    if (record.report) catalogBytes += 2 * static_cast<std::int64_t>(record.report->text.size());
    for (const Mask& mask : record.masks)
      catalogBytes += static_cast<std::int64_t>(mask.runLengths.size());
  }
  patients = static_cast<std::int64_t>(seen.size());
  for (const ImportFinding& finding : plan.findings)
    problems += finding.severity == ImportFinding::Severity::Problem ? 1 : 0;
}

}  // namespace mrm
