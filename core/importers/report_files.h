// Reports that stand in text files of their own.
#pragma once

#include <filesystem>
#include <string>

#include "core/importers/plan_builder.h"

namespace mrm {

struct ReportFile {
  std::string text;    // UTF-8, without white space around it
  std::string reason;  // why there is none: one of import_reasons.h; empty when there is one
};

// A file that cannot be read (binary, larger than 1 MiB) is a finding of the plan, not the end of
// the import.
ReportFile readReportFile(const std::filesystem::path& file, PlanBuilder& plan);

// Gives the record its report; or counts that it has none and, where the settings' "empty-report"
// is "quarantine", sets it aside. A report that cannot be read always sets it aside.
void takeReport(CatalogRecord& record, const std::string& key, const ReportFile& report,
                bool isRequired, PlanBuilder& plan);

}  // namespace mrm
