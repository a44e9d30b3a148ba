// mrm catalog stats and check: what a catalogue holds, and what is wrong with it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_commands.h"
#include "app/cli/label_counts_text.h"
#include "app/cli/stop_signals.h"
#include "core/base/printable.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/checks.h"
#include "core/catalog/label_policy.h"
#include "core/catalog/record_columns.h"
#include "core/catalog/words.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct NamedFacet {
  const char* name;
  Facet facet;
};
constexpr NamedFacet kFacets[] = {{"source", Facet::Source},     {"status", Facet::Status},
                                  {"split", Facet::Split},       {"view", Facet::View},
                                  {"modality", Facet::Modality}, {"sex", Facet::Sex},
                                  {"report", Facet::HasReport},  {"mask", Facet::HasMask},
                                  {"tag", Facet::Tag},           {"reason", Facet::Reason}};

std::size_t countPatients(const Catalog& catalog, const RecordQuery& query) {
  std::vector<std::uint32_t> patients;
  catalog.withColumns(query, [&](const RecordColumns& all, std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows)
      if (all.patient[row] != 0) patients.push_back(all.patient[row]);
  });
  std::sort(patients.begin(), patients.end());
  return static_cast<std::size_t>(std::unique(patients.begin(), patients.end()) - patients.begin());
}

int printStats(const Catalog& catalog, const LabelPolicy& policy, bool isJson) {
  ordered_json json = {{"catalogue", catalog.file().string()},
                       {"records", catalog.size()},
                       {"patients", countPatients(catalog, {})}};
  for (const NamedFacet& facet : kFacets) {
    ordered_json counts = ordered_json::object();
    for (const FacetCount& count : catalog.facetCounts(facet.facet, {}))
      counts[count.value] = count.count;
    json[facet.name] = std::move(counts);
  }
  json["labels"] = ordered_json::object();
  for (const std::string& task : labelTasks(catalog)) {
    ordered_json classes = ordered_json::array();
    for (const LabelCounts& counts : countLabels(catalog, task, policy))
      classes.push_back(labelJson(counts));
    json["labels"][task] = std::move(classes);
  }
  if (isJson) {
    printJson(json);
    return 0;
  }
  std::cout << catalog.file().string() << ": " << catalog.size() << " records of "
            << countPatients(catalog, {}) << " patients\n";
  for (const NamedFacet& facet : kFacets) {
    const auto counts = catalog.facetCounts(facet.facet, {});
    if (counts.empty()) continue;
    std::cout << "\nBy " << facet.name << "\n";
    std::vector<std::vector<std::string>> rows;
    constexpr std::size_t kMost = 20;
    std::int64_t others = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (i >= kMost) {
        others += counts[i].count;
        continue;
      }
      const std::string none = facet.facet == Facet::Split ? "none" : "not known";
      rows.push_back({"  " + (counts[i].value.empty() ? none : printable(counts[i].value, 60)),
                      std::to_string(counts[i].count)});
    }
    if (others > 0)
      rows.push_back(
          {"  " + std::to_string(counts.size() - kMost) + " others", std::to_string(others)});
    printTable(rows);
  }
  for (const std::string& task : labelTasks(catalog)) {
    std::cout << "\n";
    std::vector<std::vector<std::string>> rows = {labelColumns("Labels of " + printable(task, 40))};
    for (const LabelCounts& counts : countLabels(catalog, task, policy))
      rows.push_back(labelRow(counts, "  "));
    printTable(rows);
  }
  std::cout << std::flush;
  return 0;
}

const char* kindWord(CatalogProblem::Kind kind) {
  switch (kind) {
    case CatalogProblem::Kind::PatientInTwoSplits:
      return "patient-in-two-splits";
    case CatalogProblem::Kind::SameImageAcrossSplits:
      return "same-image-across-splits";
    case CatalogProblem::Kind::DuplicateImage:
      return "duplicate-image";
    case CatalogProblem::Kind::NoPositives:
      return "no-positives";
    case CatalogProblem::Kind::LooksInverted:
      return "looks-inverted";
    case CatalogProblem::Kind::NoSplit:
      return "no-split";
  }
  return "";
}

int printCheck(const CatalogCheck& check, bool isJson) {
  if (isJson) {
    ordered_json problems = ordered_json::array();
    for (const CatalogProblem& problem : check.problems)
      problems.push_back({{"kind", kindWord(problem.kind)},
                          {"blocks_training", problem.blocksTraining},
                          {"text", problem.text},
                          {"records", problem.records}});
    printJson({{"blocks_training", check.blocksTraining()},
               {"images_compared", check.hashed},
               {"usable_records", check.of},
               {"problems", std::move(problems)}});
    return check.blocksTraining() ? 1 : 0;
  }
  constexpr std::size_t kMost = 50, kMostRecords = 10;
  for (std::size_t i = 0; i < check.problems.size() && i < kMost; ++i) {
    const CatalogProblem& problem = check.problems[i];
    std::cout << (problem.blocksTraining ? "BLOCKS  " : "remark  ") << printable(problem.text, 300);
    for (std::size_t r = 0; r < problem.records.size() && r < kMostRecords; ++r)
      std::cout << (r ? ", " : "  [records ") << problem.records[r];
    if (problem.records.size() > kMostRecords) std::cout << ", …";
    std::cout << (problem.records.empty() ? "\n" : "]\n");
  }
  if (check.problems.size() > kMost)
    std::cout << "… and " << check.problems.size() - kMost << " more (--json lists all)\n";
  std::cout << check.hashed << " of " << check.of << " usable images could be compared. "
            << (check.blocksTraining()
                    ? "Training is blocked: " + check.summary(CatalogCheck::Which::BlocksTraining) +
                          "."
                    : "Nothing blocks training.")
            << std::endl;
  return check.blocksTraining() ? 1 : 0;
}

}  // namespace

void addCatalogContents(CLI::App& parent, Run& run) {
  struct Stats {
    fs::path path;
    bool isJson = false;
    std::string uncertain = "ignore", blank = "zero";
  };
  auto s = std::make_shared<Stats>();
  CLI::App* stats =
      addCatalogCommand(parent, "stats", "Count records by source, status, split, view, finding…",
                        s->path, s->isJson);
  stats->add_option("--uncertain", s->uncertain, "What becomes of uncertain labels")
      ->check(CLI::IsMember({"zero", "one", "ignore", "keep"}))
      ->capture_default_str();
  stats->add_option("--blank", s->blank, "What becomes of labels that are left open")
      ->check(CLI::IsMember({"zero", "ignore"}))
      ->capture_default_str();
  stats->callback([s, &run] {
    run = [s] {
      return printStats(Catalog(catalogFileOf(s->path)), withWords({}, s->uncertain, s->blank),
                        s->isJson);
    };
  });

  struct Check {
    fs::path path;
    bool isJson = false;
    int distance = 4;
  };
  auto c = std::make_shared<Check>();
  CLI::App* check = addCatalogCommand(
      parent, "check",
      "Look for leaks between the splits, duplicates, classes without positives; exit code 1 when "
      "something blocks training.",
      c->path, c->isJson);
  check->add_option("--distance", c->distance, "Bits of 64 in which near images may differ")
      ->check(CLI::Range(0, 16))
      ->capture_default_str();
  check->callback([c, &run] {
    run = [c] {
      const StopSignals signals;
      return printCheck(
          checkCatalog(Catalog(catalogFileOf(c->path)), c->distance, sayTenths(), signals.token()),
          c->isJson);
    };
  });
}

}  // namespace mrm::cli
