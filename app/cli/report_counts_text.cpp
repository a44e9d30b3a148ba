#include "app/cli/report_counts_text.h"

#include <cstdio>

namespace mrm::cli {
namespace {

void printCount(const std::string& what, std::int64_t count, std::int64_t of) {
  const double share = of == 0 ? 0 : 100.0 * static_cast<double>(count) / static_cast<double>(of);
  std::printf("  %-40s %9lld  %5.1f%%\n", what.c_str(), static_cast<long long>(count), share);
}

}  // namespace

void printReportCounts(const ReportCounts& counts, const ReportPolicy& policy) {
  const std::int64_t all = counts.reports;
  std::printf("reports: %lld\n\nwith the section\n", static_cast<long long>(all));
  for (const SectionKind kind : kSectionKinds)
    if (counts.with(kind) > 0) printCount(sectionName(kind), counts.with(kind), all);
  std::printf("\nthe model reads %s\n", choiceText(policy.sections).c_str());
  printCount("reports that it reads", counts.read, all);
  for (const auto& [choice, count] : counts.fallbacks)
    printCount("of them, for lack of it, " + choice, count, all);
  for (const auto& [reason, count] : counts.excluded) printCount("left out: " + reason, count, all);
  std::printf("\nwhat looks like personal data\n");
  printCount("reports with some", counts.withPersonalData, all);
  for (const PersonalDataKind kind : kPersonalDataKinds) {
    const std::int64_t count = counts.personalData[static_cast<std::size_t>(kind)];
    if (count > 0)
      std::printf("  %-40s %9lld\n", (std::string(personalDataName(kind)) + ", places").c_str(),
                  static_cast<long long>(count));
  }
  std::fflush(stdout);
}

}  // namespace mrm::cli
