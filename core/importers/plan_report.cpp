#include "core/importers/plan_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mrm {
namespace {

using nlohmann::ordered_json;
using Severity = ImportFinding::Severity;

constexpr std::size_t kExamplesAsText = 3;

// 377,110
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3 && digits[i - 4] != '-'; i -= 3)
    digits.insert(i - 3, ",");
  return digits;
}

const char* severityName(Severity severity) {
  switch (severity) {
    case Severity::Good:
      return "good";
    case Severity::Problem:
      return "problem";
    default:
      return "note";
  }
}

std::int64_t quarantined(const ImportPlan& plan) {
  return std::count_if(
      plan.batch.records.begin(), plan.batch.records.end(),
      [](const CatalogRecord& record) { return record.status == RecordStatus::Quarantined; });
}

void append(std::string& text, const ImportFinding& finding) {
  const std::string count = grouped(finding.count);
  text += std::string(count.size() < 9 ? 9 - count.size() : 0, ' ') + count + "  ";
  text += (finding.kind == "quarantined" ? "Set aside: " : "") + finding.text + "\n";
  const std::size_t shown = std::min(kExamplesAsText, finding.examples.size());
  for (std::size_t i = 0; i < shown; ++i) text += std::string(13, ' ') + finding.examples[i] + "\n";
  if (finding.examples.size() > shown ||
      (shown > 0 && finding.count > static_cast<std::int64_t>(shown)))
    text += std::string(13, ' ') + "…\n";
}

}  // namespace

std::string planAsText(const ImportPlan& plan) {
  std::string text;
  for (const auto& [severity, title] : {std::pair{Severity::Good, "Found"},
                                        {Severity::Problem, "Problems"},
                                        {Severity::Note, "Notes"}}) {
    std::string part;
    for (const ImportFinding& finding : plan.findings)
      if (finding.severity == severity) append(part, finding);
    if (!part.empty()) text += std::string(title) + "\n" + part;
  }
  return text;
}

ordered_json planAsJson(const ImportPlan& plan) {
  const CatalogSource& source = plan.batch.source;
  const auto records = static_cast<std::int64_t>(plan.batch.records.size());
  ordered_json json;
  json["importer"] = source.importer;
  json["source"] = source.name;
  json["root"] = source.root.string();
  json["settings"] = ordered_json::parse(source.rule, nullptr, false);
  json["records"] = records;
  json["usable"] = records - quarantined(plan);
  json["quarantined"] = quarantined(plan);
  json["whole"] = plan.batch.isWhole;
  json["findings"] = ordered_json::array();
  for (const ImportFinding& finding : plan.findings)
    json["findings"].push_back({{"severity", severityName(finding.severity)},
                                {"kind", finding.kind},
                                {"text", finding.text},
                                {"count", finding.count},
                                {"examples", finding.examples}});
  json["preview"] = plan.preview;
  return json;
}

ordered_json resultAsJson(const ImportResult& result) {
  return {{"added", result.added},
          {"updated", result.updated},
          {"unchanged", result.unchanged},
          {"quarantined", result.quarantined},
          {"gone", result.gone}};
}

std::string resultAsText(const ImportResult& result) {
  return grouped(result.added) + " records added, " + grouped(result.updated) + " updated, " +
         grouped(result.unchanged) + " unchanged; " + grouped(result.quarantined) +
         " of them set aside; " + grouped(result.gone) + " no longer in the source";
}

}  // namespace mrm
