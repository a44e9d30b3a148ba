// How many reports have which sections and what is read of them, as a table for people.
#pragma once

#include "core/text/report_counts.h"

namespace mrm::cli {

// `policy` is what was counted under.
void printReportCounts(const ReportCounts& counts, const ReportPolicy& policy);

}  // namespace mrm::cli
