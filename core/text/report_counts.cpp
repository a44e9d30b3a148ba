#include "core/text/report_counts.h"

namespace mrm {

void ReportCounts::add(const ReportSections& sections, const ModelText& text,
                       const ReportPolicy& policy, const std::vector<PersonalData>& personal) {
  ++reports;
  for (const SectionKind kind : kSectionKinds)
    if (sections.has(kind)) ++withSection[static_cast<std::size_t>(kind)];
  if (text.exclusion == ReportExclusion::None) {
    ++read;
    if (text.fallback) ++fallbacks[choiceText(policy.fallbacks.at(*text.fallback))];
  } else {
    ++excluded[text.reason];
  }
  if (!personal.empty()) ++withPersonalData;
  for (const PersonalData& data : personal) ++personalData[static_cast<std::size_t>(data.kind)];
}

}  // namespace mrm
