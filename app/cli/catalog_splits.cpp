// mrm catalog split and fraction: who is trained on, and with how many labels.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/printable.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/label_policy.h"
#include "core/catalog/splits.h"
#include "core/catalog/words.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

std::string percent(double share) {
  std::string text = std::to_string(std::int64_t(share * 1000 + 0.5) / 10);
  if (const auto tenth = std::int64_t(share * 1000 + 0.5) % 10) text += "." + std::to_string(tenth);
  return text;
}

std::string describe(const SplitPlan& plan) {
  std::string text = "by patient " + percent(plan.training) + "/" + percent(plan.validation) + "/" +
                     percent(plan.test) + ", seed " + std::to_string(plan.seed);
  if (!plan.stratifyBy.empty()) text += ", stratified by " + plan.stratifyBy;
  if (plan.keepGiven) text += ", given splits kept";
  return text;
}

constexpr Split kSplits[] = {Split::Training, Split::Validation, Split::Test};

void printSplits(const Catalog& catalog, const std::string& task, std::int64_t changed,
                 const std::string& detail, bool isJson) {
  ordered_json json = {{"what", detail}, {"changed", changed}, {"splits", ordered_json::object()}};
  std::vector<std::vector<std::string>> rows = {{"", "training", "validation", "test"},
                                                {"records"}};
  std::map<std::string, std::vector<std::string>> positives;
  for (const Split split : kSplits) {
    RecordQuery query;
    query.facets[Facet::Status] = {"usable"};
    query.facets[Facet::Split] = {splitWord(split)};
    const auto records = static_cast<std::int64_t>(catalog.find(query).size());
    rows[1].push_back(std::to_string(records));
    ordered_json of = {{"records", records}};
    if (!task.empty())
      for (const LabelCounts& counts : countLabels(catalog, task, {}, query)) {
        positives[counts.name].push_back(std::to_string(counts.positive));
        of["positives"][counts.name] = counts.positive;
      }
    json["splits"][splitWord(split)] = std::move(of);
  }
  if (isJson) return printJson(json);
  for (const auto& [name, counts] : positives) {
    rows.push_back({"positives of " + printable(name, 40)});
    rows.back().insert(rows.back().end(), counts.begin(), counts.end());
  }
  std::cout << "Split " << detail << ": " << changed << " records changed\n";
  printTable(rows);
  std::cout << std::flush;
}

}  // namespace

void addCatalogSplits(CLI::App& parent, Run& run) {
  struct Arguments {
    fs::path path;
    bool isJson = false;
    SplitPlan plan;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* split = addCatalogCommand(
      parent, "split", "Divide the usable records by patient; can be undone.", a->path, a->isJson);
  split->add_option("--training", a->plan.training, "Share of the patients to train on")
      ->capture_default_str();
  split->add_option("--validation", a->plan.validation, "Share held back to measure progress")
      ->capture_default_str();
  split->add_option("--test", a->plan.test, "Share kept for the end")->capture_default_str();
  split->add_option("--seed", a->plan.seed, "The same seed gives the same splits")
      ->capture_default_str();
  split->add_option("--stratify", a->plan.stratifyBy,
                    "Task whose classes are spread evenly over the splits");
  split->add_flag("--keep", a->plan.keepGiven, "Records that have a split already keep it");
  split->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      Catalog catalog(catalogFileOf(a->path));
      const std::string detail = describe(a->plan);
      const auto splits = planSplits(catalog, a->plan, signals.token());
      const std::int64_t changed = catalog.setSplits(splits, detail);
      printSplits(catalog, a->plan.stratifyBy, changed, detail, a->isJson);
      return 0;
    };
  });

  struct Fraction {
    fs::path path;
    bool isJson = false;
    std::string task, tag;
    double share = 0.1;
    std::uint64_t seed = 1;
  };
  auto f = std::make_shared<Fraction>();
  CLI::App* fraction = addCatalogCommand(
      parent, "fraction",
      "Choose a share of the training split's patients with labels of a task; smaller shares lie "
      "within larger ones.",
      f->path, f->isJson);
  fraction->add_option("--task", f->task, "Task whose labels are used")->required();
  fraction->add_option("--share", f->share, "Share of the patients: above 0, at most 1")
      ->capture_default_str();
  fraction->add_option("--seed", f->seed, "The same seed gives the same records")
      ->capture_default_str();
  fraction->add_option("--tag", f->tag, "Tag for the records that are chosen");
  fraction->callback([f, &run] {
    run = [f] {
      const StopSignals signals;
      Catalog catalog(catalogFileOf(f->path));
      const auto ids = labelFraction(catalog, f->task, f->share, f->seed, signals.token());
      if (!f->tag.empty()) catalog.addTag(ids, f->tag);
      if (f->isJson)
        printJson({{"task", f->task}, {"share", f->share}, {"seed", f->seed}, {"records", ids}});
      else
        std::cout << ids.size() << " records"
                  << (f->tag.empty() ? "" : ", tagged " + printable(f->tag)) << std::endl;
      return 0;
    };
  });
}

}  // namespace mrm::cli
