// What tests ask of a plan.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "core/importers/importer.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {

inline ImportPlan planWith(const std::string& importer, const ImportSettings& settings) {
  const Importer* found = findImporter(importer);
  if (!found) throw std::runtime_error("no importer " + importer);
  return found->plan(settings, {}, {});
}

// The finding of the kind; of a text that begins so, where several are of it. Count 0: none.
inline ImportFinding finding(const ImportPlan& plan, const std::string& kind,
                             const std::string& text = {}) {
  for (const ImportFinding& found : plan.findings)
    if (found.kind == kind && found.text.starts_with(text)) return found;
  return {};
}

inline const CatalogRecord& recordOf(const ImportPlan& plan, const std::string& key) {
  for (const CatalogRecord& record : plan.batch.records)
    if (record.key == key) return record;
  throw std::runtime_error("no record " + key);
}

inline std::int64_t usable(const ImportPlan& plan) {
  return std::count_if(
      plan.batch.records.begin(), plan.batch.records.end(),
      [](const CatalogRecord& record) { return record.status == RecordStatus::Usable; });
}

// "finding/Pneumonia=positive, …" in order of the record.
inline std::string labelsOf(const CatalogRecord& record) {
  std::string text;
  for (const Label& label : record.labels)
    text += (text.empty() ? "" : " ") + label.name +
            (label.value == LabelValue::Positive    ? "+"
             : label.value == LabelValue::Negative  ? "-"
             : label.value == LabelValue::Uncertain ? "?"
                                                    : "=");
  return text;
}

// Makes the folders, too.
inline void putFile(const std::filesystem::path& file, const std::string& bytes = "x") {
  std::filesystem::create_directories(file.parent_path());
  writeFile(file, bytes);
}

}  // namespace mrm::testing
