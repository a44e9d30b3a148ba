// An importer that says what a test wants: fields of every kind, findings, and as many records as
// asked for.
#pragma once

#include <chrono>
#include <thread>

#include "core/base/error.h"
#include "core/importers/importer.h"

namespace mrm::testing {

class FakeImporter : public Importer {
 public:
  int records = 12;          // of 3 patients
  int quarantined = 2;       // the first of them
  int millisecondsEach = 0;  // that a record takes to plan

  std::string id() const override { return "fake"; }
  std::string title() const override { return "Fake records"; }
  std::string help() const override { return "Expects a folder."; }
  double suits(const std::filesystem::path& path) const override {
    return path.filename() == "unknown" ? 0 : 0.9;
  }
  ImportSettings settingsFor(const std::filesystem::path& path) const override {
    return {{"folder", path.string()}};
  }
  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    ImportField folder{"folder", "Folder", "Where it lies.", ImportField::Kind::Folder, true};
    ImportField report{"report-column", "Report column", "The text.", ImportField::Kind::Column};
    report.choices = {"notes", "text"};
    report.value = "notes";
    ImportField labels{"label-columns", "Label columns", "Classes.", ImportField::Kind::Columns};
    labels.choices = {"a", "b", "c"};
    labels.value = "a|lungs=c";
    ImportField choice{"encoding", "Encoding", "Letters.", ImportField::Kind::Choice};
    choice.choices = {"auto", "UTF-8"};
    choice.value = "auto";
    ImportField more{"more", "More", "Shows one more field.", ImportField::Kind::Switch};
    more.value = "no";
    std::vector<ImportField> all{folder, report, labels, choice, more};
    const auto set = settings.find("more");
    if (set != settings.end() && set->second == "yes")
      all.push_back({"extra", "Extra", "A text.", ImportField::Kind::Text, true});
    return all;
  }
  std::vector<std::vector<std::string>> preview(const ImportSettings&, std::size_t) const override {
    return {{"notes", "a"}, {"Heart enlarged.", "1"}, {"Clear.", "0"}};
  }
  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    ImportPlan plan;
    plan.batch.source.name = "fake";
    plan.batch.source.importer = id();
    plan.batch.source.root = settings.at("folder");
    plan.batch.source.rule = "{\"folder\": \"" + settings.at("folder") + "\"}";
    for (int i = 0; i < records; ++i) {
      if (stop.stop_requested()) throw Stopped();
      if (millisecondsEach > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(millisecondsEach));
      if (progress) progress({i, records, "Reading records"});
      CatalogRecord record;
      record.key = "image-" + std::to_string(i);
      record.image = record.key + ".png";
      record.patient = "p" + std::to_string(i % 3);
      record.report = Report{record.key, "FINDINGS: Record " + std::to_string(i) + " is clear."};
      if (i < quarantined) {
        record.status = RecordStatus::Quarantined;
        record.reason = "The image file is not there.";
        record.provenance = "table.csv:" + std::to_string(i + 2);
      }
      plan.batch.records.push_back(std::move(record));
    }
    plan.findings.push_back({ImportFinding::Severity::Good,
                             "matched",
                             "Records can be used",
                             records - quarantined,
                             {}});
    if (quarantined > 0)
      plan.findings.push_back({ImportFinding::Severity::Problem,
                               "quarantined",
                               "The image file is not there.",
                               quarantined,
                               {"table.csv:2: image-0.png"}});
    return plan;
  }
};

}  // namespace mrm::testing
