// Puts the plan of an import together: records by key, what is wrong with them, and what to say.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/importers/importer.h"

namespace mrm {

class PlanBuilder {
 public:
  // The source's name is the folder's unless another is given; the rule is the settings.
  PlanBuilder(const Importer& importer, const std::filesystem::path& root,
              const ImportSettings& settings, std::string name = {});

  // Counts a finding; its example is kept while there are fewer than ten.
  void good(const std::string& kind, const std::string& text, std::string_view example = {},
            std::int64_t count = 1);
  void note(const std::string& kind, const std::string& text, std::string_view example = {},
            std::int64_t count = 1);
  void problem(const std::string& kind, const std::string& text, std::string_view example = {},
               std::int64_t count = 1);
  // Counts each of them, the first as examples.
  void noteAll(const std::string& kind, const std::string& text,
               const std::vector<std::string>& examples);

  void problemAll(const std::string& kind, const std::string& text,
                  const std::vector<std::string>& examples);

  // Adds a record whose key says which image it is; its provenance says where it was found. A
  // record whose reason is set is one to quarantine. A second record of a key is a duplicate when
  // it says the same or less (its masks, labels and whatever else the first lacks are taken over);
  // when it says otherwise, the record is set aside as a conflict.
  void add(CatalogRecord record);
  // The record added under the key, or null.
  CatalogRecord* find(const std::string& key);
  std::vector<CatalogRecord>& records() { return plan_.batch.records; }
  std::vector<std::vector<std::string>>& preview() { return plan_.preview; }

  // Sets a record aside unless it is already.
  static void setAside(CatalogRecord& record, const std::string& reason);

  // Looks at patients (two sexes, two splits), counts what is usable and what is set aside and why,
  // and gives the plan. Once.
  ImportPlan finish(bool isWhole);

 private:
  void count(ImportFinding::Severity severity, const std::string& kind, const std::string& text,
             std::string_view example, std::int64_t count);
  void merge(CatalogRecord& first, CatalogRecord&& second);
  void checkPatients();
  void countRecords();

  ImportPlan plan_;
  std::unordered_map<std::string, std::size_t> byKey_;
  std::map<std::pair<std::string, std::string>, std::size_t> findings_;  // by kind and text
};

}  // namespace mrm
