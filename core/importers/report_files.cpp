#include "core/importers/report_files.h"

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/import_reasons.h"
#include "core/importers/table_file.h"

namespace mrm {
namespace {

constexpr std::size_t kReportLimit = std::size_t{1} << 20;  // bytes

}  // namespace

ReportFile readReportFile(const std::filesystem::path& file, PlanBuilder& plan) {
  try {
    ReportFile report{std::string(trimmed(readTextFile(file, kReportLimit))), {}};
    if (report.text.empty()) report.reason = reasons::kReportEmpty;
    return report;
  } catch (const Error& error) {
    plan.problem("bad-report", "Reports cannot be read",
                 file.filename().string() + ": " + error.problem());
    return {{}, reasons::kReportUnreadable};
  }
}

void takeReport(CatalogRecord& record, const std::string& key, const ReportFile& report,
                bool isRequired, PlanBuilder& plan) {
  if (report.reason.empty()) {
    record.report = Report{key, report.text};
    return;
  }
  const bool isUnreadable = report.reason == reasons::kReportUnreadable;
  if (!isUnreadable)
    plan.note(
        "image-without-report",
        report.reason == reasons::kReportEmpty ? "Reports are empty" : "Images have no report",
        record.provenance);
  if (isRequired || isUnreadable) PlanBuilder::setAside(record, report.reason);
}

}  // namespace mrm
