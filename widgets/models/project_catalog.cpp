#include "widgets/models/project_catalog.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace mrm {

Catalog openProjectCatalog(const Project& project) {
  const std::filesystem::path file = project.root / "catalog.db";
  if (std::filesystem::exists(file)) return Catalog(file);
  RecordTable table = readRecords(project.records, project.columns);
  const std::filesystem::path root = std::filesystem::absolute(project.records).parent_path();
  ImportBatch batch;
  batch.source.name = project.records.filename().string();
  batch.source.importer = "csv";
  batch.source.root = root;
  batch.source.rule = nlohmann::json{{"table", project.records.string()},
                                     {"image-column", project.columns.image},
                                     {"report-column", project.columns.report},
                                     {"patient-column", project.columns.patient}}
                          .dump();
  batch.isWhole = true;
  for (const Record& from : table.records) {
    CatalogRecord record;
    record.key = std::to_string(from.number);
    const std::filesystem::path inside = from.image.lexically_relative(root);
    record.image = inside.empty() || *inside.begin() == ".." ? from.image : inside;
    record.patient = from.patient;
    record.provenance = "line " + record.key;
    record.report = Report{record.key, from.report};
    batch.records.push_back(std::move(record));
  }
  for (const RejectedRecord& from : table.rejected) {
    CatalogRecord record;
    record.key = std::to_string(from.number);
    record.status = RecordStatus::Quarantined;
    record.reason = from.reason;
    record.provenance = "line " + record.key;
    batch.records.push_back(std::move(record));
  }
  Catalog catalog = Catalog::create(file);
  catalog.import(batch);
  return catalog;
}

}  // namespace mrm
