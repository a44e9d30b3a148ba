// Small catalogues for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/catalog/catalog.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {

// A record with the parts that most tests look at.
inline CatalogRecord makeRecord(const std::string& key, const std::string& patient,
                                const std::string& view = "PA",
                                const std::string& report = "No acute findings.") {
  CatalogRecord record;
  record.key = key;
  record.image = "images/" + key + ".png";
  record.patient = patient;
  record.study = "s-" + patient;
  record.view = view;
  record.modality = "DX";
  record.sex = "F";
  record.age = 60;
  record.date = "2020-01-02";
  record.provenance = "records.csv:" + key;
  if (!report.empty()) record.report = Report{"r-" + key, report};
  return record;
}

inline ImportBatch makeBatch(std::vector<CatalogRecord> records,
                             const std::filesystem::path& root = "/data/set",
                             const std::string& name = "Set") {
  ImportBatch batch;
  batch.source.name = name;
  batch.source.importer = "csv";
  batch.source.root = root;
  batch.source.rule = "{}";
  batch.records = std::move(records);
  return batch;
}

inline std::vector<RecordId> allIds(const Catalog& catalog) {
  return catalog.find({});
}

}  // namespace mrm::testing
