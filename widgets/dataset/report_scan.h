// All reports of a data set under a policy: what the model reads, what is left out and why, what
// looks like personal data.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"
#include "core/catalog/catalog_records.h"
#include "core/text/personal_data.h"
#include "core/text/report_policy.h"

namespace mrm {

struct ReportFacts {
  RecordId id = 0;
  std::uint16_t sections = 0;  // bit SectionKind: it has text
  std::uint8_t personal = 0;   // bit PersonalDataKind: there is a hit
  std::int16_t reason = -1;    // of ReportScan::reasons, why it is left out; -1: it is read
  bool isFallback = false;
  bool has(SectionKind kind) const { return sections & (1U << static_cast<unsigned>(kind)); }
  bool has(PersonalDataKind kind) const { return personal & (1U << static_cast<unsigned>(kind)); }
};

struct ReportScan {
  struct Reason {
    std::string text;
    std::int64_t count = 0;
  };
  std::vector<ReportFacts> reports;  // of usable records that have one, by id
  std::vector<Reason> reasons;       // most frequent first
  std::array<std::int64_t, std::size(kSectionKinds)> sections{};
  std::array<std::int64_t, std::size(kPersonalDataKinds)> personal{};
  std::int64_t read = 0, fallback = 0, withoutReport = 0;
};

ReportScan scanReports(const Catalog& catalog, const ReportPolicy& policy,
                       const ProgressSink& progress, const std::stop_token& stop);

// What the model reads of the training split's reports under the catalogue's policy; of all usable
// records where none is in training.
std::vector<std::string> trainingTexts(const Catalog& catalog, const ProgressSink& progress,
                                       const std::stop_token& stop);

}  // namespace mrm
