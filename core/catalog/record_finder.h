// Answers queries from the columns in memory.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/catalog/catalog_query.h"
#include "core/catalog/record_columns.h"
#include "core/catalog/text_query.h"

namespace mrm {

// All calls within a transaction of the caller, with columns that are up to date.
class RecordFinder {
 public:
  RecordFinder(Database& database, Terms& terms, const RecordColumns& columns)
      : database_(database), terms_(terms), columns_(columns) {}

  // Rows of the columns that the query selects, ascending.
  std::vector<std::uint32_t> rows(const RecordQuery& query);
  std::vector<RecordId> find(const RecordQuery& query, const RecordOrder& order);
  std::vector<FacetCount> facetCounts(Facet facet, const RecordQuery& query);

 private:
  // For each row: 0 when it is selected, f + 1 when only facet f is against it, kRejected
  // otherwise.
  const std::vector<std::uint8_t>& verdicts(const RecordQuery& query);
  void applyFacet(Facet facet, const std::set<std::string>& values);
  void applyText(const std::string& text);
  void applyWords(const std::string& words);
  void applyField(const TextQuery::FieldWord& word);
  template <class Rejects>
  void reject(std::uint8_t verdict, Rejects rejects);
  std::vector<std::uint8_t> allowedTerms(TermKind kind, const std::set<std::string>& values);
  std::vector<std::uint8_t> allowedSets(Facet facet, const std::set<std::string>& values);

  // A number for each row by which the rows are put in order.
  std::vector<std::uint32_t> sortKeys(RecordColumn column);
  const std::vector<std::uint32_t>& termRanks(TermKind kind);
  void readImageOrder();

  Database& database_;
  Terms& terms_;
  const RecordColumns& columns_;

  // The last query, for the many counts that are asked of one.
  std::optional<RecordQuery> query_;
  std::int64_t queryRevision_ = 0;
  std::vector<std::uint8_t> verdicts_;

  // Reports that have the words of the last search, ascending.
  std::string words_;
  std::int64_t wordsRevision_ = 0;
  std::vector<std::int64_t> foundReports_;

  struct Ranks {
    std::uint32_t terms = 0;  // as many as there were
    std::vector<std::uint32_t> rank;
  };
  std::map<TermKind, Ranks> ranks_;

  std::int64_t imagesRevision_ = 0;
  std::vector<std::uint32_t> imageOrder_;  // rows in order of their images
};

}  // namespace mrm
