// mrm catalog reports and labels: what a model is given of a data set's reports and labels.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_commands.h"
#include "app/cli/label_counts_text.h"
#include "app/cli/report_counts_text.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/label_policy_setting.h"
#include "core/options/cli.h"
#include "core/text/report_options.h"

namespace mrm::cli {
namespace {

using nlohmann::ordered_json;

// The reports of usable records, each once for each record that has it.
ReportCounts countReports(const Catalog& catalog, const ReportPolicy& policy,
                          std::stop_token stop) {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  query.facets[Facet::HasReport] = {"yes"};
  ReportCounts counts;
  catalog.forEach(
      query,
      [&](const CatalogRecord& record) {
        if (!record.report) return;
        const ReportSections sections = parseReport(record.report->text);
        counts.add(sections, modelText(record.report->text, sections, policy), policy,
                   findPersonalData(record.report->text));
      },
      std::move(stop));
  return counts;
}

ordered_json countsJson(const ReportCounts& counts, const ReportPolicy& policy) {
  ordered_json json = {{"policy", ordered_json::parse(writeReportPolicy(policy))},
                       {"reports", counts.reports},
                       {"sections", ordered_json::object()},
                       {"read", counts.read},
                       {"fallbacks", counts.fallbacks},
                       {"excluded", counts.excluded},
                       {"with_personal_data", counts.withPersonalData}};
  for (const SectionKind kind : kSectionKinds)
    json["sections"][sectionName(kind)] = counts.with(kind);
  return json;
}

void addCatalogReports(CLI::App& parent, Run& run) {
  struct Arguments {
    std::filesystem::path path;
    bool isJson = false;
    ReportOptions options;
    OptionSet set;
    GivenOptions given;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = addCatalogCommand(
      parent, "reports",
      "Count the sections of the data set's reports, what the model reads and what is left out. "
      "With one of the options, its reports are read that way from now on.",
      a->path, a->isJson);
  a->options.declare(a->set);
  collectFromCommandLine(a->set, *command, a->given);
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      Catalog catalog(catalogFileOf(a->path));
      a->options = ReportOptions::of(reportPolicyOf(catalog));
      applyGiven(a->given, a->set);
      const ReportPolicy policy = a->options.policy();
      if (!a->given.empty()) catalog.setSetting(kReportPolicySetting, writeReportPolicy(policy));
      const ReportCounts counts = countReports(catalog, policy, signals.token());
      if (a->isJson)
        printJson(countsJson(counts, policy));
      else
        printReportCounts(counts, policy);
      return 0;
    };
  });
}

ordered_json labelsJson(const std::string& task, const LabelPolicy& policy,
                        const std::vector<LabelCounts>& counts, const LabelCooccurrence& together) {
  ordered_json json = {{"task", task},
                       {"uncertain", uncertainName(policy.uncertain)},
                       {"blank", blankName(policy.blank)},
                       {"classes", ordered_json::array()},
                       {"together", {{"names", together.names}, {"counts", together.together}}}};
  for (const LabelCounts& c : counts) json["classes"].push_back(labelJson(c));
  return json;
}

void printLabels(const std::string& task, const LabelPolicy& policy,
                 const std::vector<LabelCounts>& counts, const LabelCooccurrence& together) {
  std::cout << printable(task, 60) << ": uncertain labels "
            << (policy.uncertain == UncertainAs::Ignore ? "are left out"
                : policy.uncertain == UncertainAs::Keep ? "stay uncertain"
                : policy.uncertain == UncertainAs::One  ? "count as positive"
                                                        : "count as negative")
            << ", blank ones "
            << (policy.blank == BlankAs::Zero ? "count as negative" : "are left out") << "\n";
  std::vector<std::vector<std::string>> rows = {labelColumns("")};
  for (const LabelCounts& c : counts) rows.push_back(labelRow(c));
  printTable(rows);
  std::cout << "\nPositive together, by the number of the class\n";
  rows = {{""}};
  for (std::size_t i = 0; i < together.names.size(); ++i) {
    rows.front().push_back(std::to_string(i + 1));
    std::vector<std::string> row = {std::to_string(i + 1) + " " + printable(together.names[i], 40)};
    for (const std::int64_t n : together.together[i]) row.push_back(std::to_string(n));
    rows.push_back(std::move(row));
  }
  printTable(rows);
  std::cout << std::flush;
}

void addCatalogLabels(CLI::App& parent, Run& run) {
  struct Arguments {
    std::filesystem::path path;
    bool isJson = false;
    std::string task, uncertain, blank;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = addCatalogCommand(
      parent, "labels",
      "Count a task's labels and which occur together. With --uncertain or --blank, the task is "
      "trained that way from now on.",
      a->path, a->isJson);
  command->add_option("--task", a->task, "Task; may be left away when there is one alone");
  command->add_option("--uncertain", a->uncertain, "What becomes of uncertain labels")
      ->check(CLI::IsMember({"zero", "one", "ignore", "keep"}));
  command->add_option("--blank", a->blank, "What becomes of labels that are left open")
      ->check(CLI::IsMember({"zero", "ignore"}));
  command->callback([a, &run] {
    run = [a] {
      Catalog catalog(catalogFileOf(a->path));
      const std::vector<std::string> tasks = labelTasks(catalog);
      std::string known;
      for (const std::string& task : tasks) known += (known.empty() ? "" : ", ") + task;
      const std::string task = a->task.empty() && tasks.size() == 1 ? tasks.front() : a->task;
      if (std::find(tasks.begin(), tasks.end(), task) == tasks.end())
        throw Error(tasks.empty()  ? "has no labels"
                    : task.empty() ? "has labels of several tasks"
                                   : "has no labels of " + printable(task, 60),
                    catalog.file().string(),
                    tasks.empty() ? "" : "Name one with --task: " + known + ".");
      LabelPolicies policies =
          readLabelPolicies(catalog.setting(kLabelPolicySetting), catalog.file().string());
      LabelPolicy& policy = policies[task];
      policy = withWords(policy, a->uncertain, a->blank);
      if (!a->uncertain.empty() || !a->blank.empty())
        catalog.setSetting(kLabelPolicySetting, writeLabelPolicies(policies));
      const std::vector<LabelCounts> counts = countLabels(catalog, task, policy);
      const LabelCooccurrence together = labelCooccurrence(catalog, task);
      if (a->isJson)
        printJson(labelsJson(task, policy, counts, together));
      else
        printLabels(task, policy, counts, together);
      return 0;
    };
  });
}

}  // namespace

void addCatalogPolicies(CLI::App& parent, Run& run) {
  addCatalogReports(parent, run);
  addCatalogLabels(parent, run);
}

}  // namespace mrm::cli
