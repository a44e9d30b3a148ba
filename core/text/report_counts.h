// How many reports have which sections, what is read of them, and why others are left out.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/text/personal_data.h"
#include "core/text/report_policy.h"
#include "core/text/report_sections.h"

namespace mrm {

struct ReportCounts {
  std::int64_t reports = 0;
  std::array<std::int64_t, std::size(kSectionKinds)> withSection{};  // with text in it, by kind
  std::int64_t read = 0;
  std::map<std::string, std::int64_t> fallbacks;  // of those read: by the choice that had to serve
  std::map<std::string, std::int64_t> excluded;   // by ModelText::reason
  std::int64_t withPersonalData = 0;
  std::array<std::int64_t, std::size(kPersonalDataKinds)> personalData{};  // places, by kind

  std::int64_t with(SectionKind kind) const { return withSection[static_cast<std::size_t>(kind)]; }

  // One report. `text` is what `policy` makes of `sections`.
  void add(const ReportSections& sections, const ModelText& text, const ReportPolicy& policy,
           const std::vector<PersonalData>& personal);
};

}  // namespace mrm
