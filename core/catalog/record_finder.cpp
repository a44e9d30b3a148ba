#include "core/catalog/record_finder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "core/catalog/natural_order.h"
#include "core/catalog/words.h"

namespace mrm {
namespace {

constexpr std::uint8_t kRejected = 255;

const std::vector<std::uint32_t>* termColumn(const RecordColumns& columns, Facet facet) {
  switch (facet) {
    case Facet::View:
      return &columns.view;
    case Facet::Modality:
      return &columns.modality;
    case Facet::Sex:
      return &columns.sex;
    case Facet::Reason:
      return &columns.reason;
    default:
      return nullptr;
  }
}

TermKind termKind(Facet facet) {
  switch (facet) {
    case Facet::View:
      return TermKind::View;
    case Facet::Modality:
      return TermKind::Modality;
    case Facet::Sex:
      return TermKind::Sex;
    case Facet::Tag:
      return TermKind::Tag;
    default:
      return TermKind::Reason;
  }
}

// Rows by ascending key, rows of the same key in their order; three rounds of 11 bits.
void sortByKey(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& keys) {
  constexpr int kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  std::vector<std::uint32_t> other(rows.size());
  std::uint32_t most = 0;
  for (const std::uint32_t row : rows) most = std::max(most, keys[row]);
  for (int shift = 0; shift < 32 && (shift == 0 || (most >> shift) != 0); shift += kBits) {
    std::array<std::size_t, kBuckets + 1> start{};
    const auto bucket = [&](std::uint32_t row) { return (keys[row] >> shift) & (kBuckets - 1); };
    for (const std::uint32_t row : rows) ++start[bucket(row) + 1];
    for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
    for (const std::uint32_t row : rows) other[start[bucket(row)]++] = row;
    rows.swap(other);
  }
}

// Numbers in the order of the values.
std::uint32_t orderedBits(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return bits & 0x80000000U ? ~bits : bits | 0x80000000U;
}

}  // namespace

template <class Rejects>
void RecordFinder::reject(std::uint8_t verdict, Rejects rejects) {
  for (std::size_t row = 0; row < verdicts_.size(); ++row)
    if (rejects(row)) verdicts_[row] = verdicts_[row] == 0 ? verdict : kRejected;
}

std::vector<std::uint8_t> RecordFinder::allowedTerms(TermKind kind,
                                                     const std::set<std::string>& values) {
  std::vector<std::uint8_t> allowed(columns_.termLimit, 0);
  for (const std::string& value : values) {
    const std::int64_t term = terms_.find(kind, value);
    if (term >= 0 && term < columns_.termLimit) allowed[static_cast<std::size_t>(term)] = 1;
  }
  return allowed;
}

std::vector<std::uint8_t> RecordFinder::allowedSets(Facet facet,
                                                    const std::set<std::string>& values) {
  if (facet == Facet::Tag) {
    const std::vector<std::uint8_t> terms = allowedTerms(TermKind::Tag, values);
    std::vector<std::uint8_t> allowed(columns_.tagSets.size(), 0);
    for (std::size_t set = 0; set < allowed.size(); ++set)
      for (const std::int64_t tag : columns_.tagSets[set])
        if (terms[static_cast<std::size_t>(tag)]) allowed[set] = 1;
    return allowed;
  }
  std::vector<std::uint8_t> positive(columns_.classes.size(), 0), uncertain = positive;
  for (std::size_t i = 1; i < columns_.classes.size(); ++i) {
    const std::string name = findingName(columns_.classes[i].task, columns_.classes[i].name);
    positive[i] = values.contains(name);
    uncertain[i] = values.contains(name + "?");
  }
  std::vector<std::uint8_t> allowed(columns_.labelSets.size(), 0);
  for (std::size_t set = 0; set < allowed.size(); ++set)
    for (const ValueSets::ClassValue& value : columns_.labelSets[set]) {
      const auto which = static_cast<std::size_t>(value.labelClass);
      if ((value.value == LabelValue::Positive && positive[which]) ||
          (value.value == LabelValue::Uncertain && uncertain[which]))
        allowed[set] = 1;
    }
  return allowed;
}

void RecordFinder::applyFacet(Facet facet, const std::set<std::string>& values) {
  const auto verdict = static_cast<std::uint8_t>(static_cast<int>(facet) + 1);
  const auto byTable = [&](const auto& column, const std::vector<std::uint8_t>& allowed) {
    reject(verdict, [&](std::size_t row) { return !allowed[column[row]]; });
  };
  switch (facet) {
    case Facet::Source: {
      std::vector<std::uint8_t> allowed;
      for (const std::string& name : columns_.sourceNames)
        allowed.push_back(values.contains(name) ? 1 : 0);
      return byTable(columns_.source, allowed);
    }
    case Facet::Status: {
      std::vector<std::uint8_t> allowed(3);
      for (std::size_t i = 0; i < allowed.size(); ++i)
        allowed[i] = values.contains(statusWord(static_cast<RecordStatus>(i)));
      return byTable(columns_.status, allowed);
    }
    case Facet::Split: {
      std::vector<std::uint8_t> allowed(4);
      for (std::size_t i = 0; i < allowed.size(); ++i)
        allowed[i] = values.contains(splitWord(static_cast<Split>(i)));
      return byTable(columns_.split, allowed);
    }
    case Facet::HasReport:
    case Facet::HasMask: {
      const std::vector<std::uint8_t> allowed = {values.contains("no"), values.contains("yes")};
      return byTable(facet == Facet::HasReport ? columns_.hasReport : columns_.hasMask, allowed);
    }
    case Facet::Finding:
      return byTable(columns_.labels, allowedSets(facet, values));
    case Facet::Tag:
      return byTable(columns_.tags, allowedSets(facet, values));
    default:
      return byTable(*termColumn(columns_, facet), allowedTerms(termKind(facet), values));
  }
}

void RecordFinder::applyWords(const std::string& words) {
  if (words_ != words || wordsRevision_ != columns_.reportRevision()) {
    words_.clear();
    foundReports_.clear();
    Query query(database_, "SELECT rowid FROM report_words WHERE report_words MATCH ?1", words);
    while (query.next()) foundReports_.push_back(query.integer(0));
    std::sort(foundReports_.begin(), foundReports_.end());
    words_ = words;
    wordsRevision_ = columns_.reportRevision();
  }
  const std::vector<std::int64_t>& found = foundReports_;
  constexpr std::int64_t kTableLimit = 1 << 26;
  if (!found.empty() && found.front() >= 0 && found.back() < kTableLimit) {
    std::vector<bool> table(static_cast<std::size_t>(found.back()) + 1, false);
    for (const std::int64_t report : found) table[static_cast<std::size_t>(report)] = true;
    reject(kRejected, [&](std::size_t row) {
      const auto report = static_cast<std::uint64_t>(columns_.report[row]);
      return report >= table.size() || !table[report];
    });
  } else {
    reject(kRejected, [&](std::size_t row) {
      return !std::binary_search(found.begin(), found.end(), columns_.report[row]);
    });
  }
}

void RecordFinder::applyField(const TextQuery::FieldWord& word) {
  if (word.field == TextQuery::FieldWord::Field::File) {
    std::vector<std::uint8_t> isFound(columns_.size(), 0);
    Query query(database_, "SELECT id, image FROM record_detail ORDER BY image");
    while (query.next()) {
      if (!matchesField(query.view(1), word)) continue;
      const std::size_t row = columns_.rowOf(query.integer(0));
      if (row < columns_.size()) isFound[row] = 1;
    }
    return reject(kRejected, [&](std::size_t row) { return !isFound[row]; });
  }
  const bool isPatient = word.field == TextQuery::FieldWord::Field::Patient;
  std::vector<std::uint8_t> allowed(columns_.termLimit, 0);
  Query query(database_, "SELECT id, text FROM term WHERE kind=?1",
              static_cast<std::int64_t>(isPatient ? TermKind::Patient : TermKind::Study));
  while (query.next()) {
    const std::int64_t term = query.integer(0);
    if (term > 0 && term < columns_.termLimit)
      allowed[static_cast<std::size_t>(term)] = matchesField(query.view(1), word);
  }
  const std::vector<std::uint32_t>& column = isPatient ? columns_.patient : columns_.study;
  reject(kRejected, [&](std::size_t row) { return !allowed[column[row]]; });
}

void RecordFinder::applyText(const std::string& text) {
  const TextQuery query = parseTextQuery(text);
  if (!query.words.empty()) applyWords(query.words);
  for (const TextQuery::FieldWord& word : query.fields) applyField(word);
}

const std::vector<std::uint8_t>& RecordFinder::verdicts(const RecordQuery& query) {
  if (query_ && queryRevision_ == columns_.revision() && *query_ == query) return verdicts_;
  query_.reset();
  verdicts_.assign(columns_.size(), 0);
  for (const auto& [facet, values] : query.facets)
    if (!values.empty()) applyFacet(facet, values);
  applyText(query.text);
  if (!query.only.empty()) {
    std::vector<std::uint8_t> isWanted(columns_.size(), 0);
    for (const RecordId id : query.only)
      if (const std::size_t row = columns_.rowOf(id); row < isWanted.size()) isWanted[row] = 1;
    reject(kRejected, [&](std::size_t row) { return !isWanted[row]; });
  }
  query_ = query;
  queryRevision_ = columns_.revision();
  return verdicts_;
}

std::vector<std::uint32_t> RecordFinder::rows(const RecordQuery& query) {
  const std::vector<std::uint8_t>& verdict = verdicts(query);
  std::vector<std::uint32_t> selected;
  for (std::size_t row = 0; row < verdict.size(); ++row)
    if (verdict[row] == 0) selected.push_back(static_cast<std::uint32_t>(row));
  return selected;
}

void RecordFinder::readImageOrder() {
  if (imagesRevision_ == columns_.revision()) return;
  imagesRevision_ = 0;
  imageOrder_.clear();
  Query query(database_, "SELECT id FROM record_detail ORDER BY image, id");
  while (query.next()) {
    const std::size_t row = columns_.rowOf(query.integer(0));
    // Others are of an import that was undone.
    if (row < columns_.size()) imageOrder_.push_back(static_cast<std::uint32_t>(row));
  }
  imagesRevision_ = columns_.revision();
}

const std::vector<std::uint32_t>& RecordFinder::termRanks(TermKind kind) {
  Ranks& ranks = ranks_[kind];
  if (ranks.terms == columns_.termLimit) return ranks.rank;
  if (ranks.terms > 0) {
    Query added(database_, "SELECT 1 FROM term WHERE id>=?1 AND kind=?2 LIMIT 1",
                std::int64_t{ranks.terms}, static_cast<std::int64_t>(kind));
    if (ranks.terms < columns_.termLimit && !added.next()) {  // terms of other kinds came
      ranks.rank.resize(columns_.termLimit, 0);
      ranks.terms = columns_.termLimit;
      return ranks.rank;
    }
  }
  std::string all;  // the texts, one after the other
  std::vector<std::size_t> ends;
  std::vector<std::uint32_t> terms;
  Query query(database_, "SELECT id, text FROM term WHERE kind=?1",
              static_cast<std::int64_t>(kind));
  while (query.next()) {
    const std::int64_t term = query.integer(0);
    if (term <= 0 || term >= columns_.termLimit) continue;
    terms.push_back(static_cast<std::uint32_t>(term));
    all += query.view(1);
    ends.push_back(all.size());
  }
  std::vector<std::string_view> texts;
  texts.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    texts.push_back(std::string_view(all).substr(begin, ends[i] - begin));
  }
  ranks.rank.assign(columns_.termLimit, 0);
  std::uint32_t next = 1;
  for (const std::uint32_t i : naturallySorted(texts)) ranks.rank[terms[i]] = next++;
  ranks.terms = columns_.termLimit;
  return ranks.rank;
}

std::vector<std::uint32_t> RecordFinder::sortKeys(RecordColumn column) {
  const std::size_t size = columns_.size();
  std::vector<std::uint32_t> keys(size, 0);
  const auto byTerm = [&](TermKind kind, const std::vector<std::uint32_t>& terms) {
    const std::vector<std::uint32_t>& rank = termRanks(kind);
    for (std::size_t row = 0; row < size; ++row) keys[row] = rank[terms[row]];
  };
  switch (column) {
    case RecordColumn::Id:
      break;
    case RecordColumn::Patient:
      byTerm(TermKind::Patient, columns_.patient);
      break;
    case RecordColumn::Study:
      byTerm(TermKind::Study, columns_.study);
      break;
    case RecordColumn::Date:
      byTerm(TermKind::Date, columns_.date);
      break;
    case RecordColumn::View:
      byTerm(TermKind::View, columns_.view);
      break;
    case RecordColumn::Sex:
      byTerm(TermKind::Sex, columns_.sex);
      break;
    case RecordColumn::Age:  // unknown first
      for (std::size_t row = 0; row < size; ++row)
        keys[row] = std::isnan(columns_.age[row]) ? 0 : orderedBits(columns_.age[row]);
      break;
    case RecordColumn::Split:
      std::copy(columns_.split.begin(), columns_.split.end(), keys.begin());
      break;
    case RecordColumn::Status:
      std::copy(columns_.status.begin(), columns_.status.end(), keys.begin());
      break;
    case RecordColumn::Source: {
      std::vector<std::string> names = columns_.sourceNames;
      std::sort(names.begin(), names.end());
      std::vector<std::uint32_t> rank;
      for (const std::string& name : columns_.sourceNames)
        rank.push_back(static_cast<std::uint32_t>(
            std::lower_bound(names.begin(), names.end(), name) - names.begin()));
      for (std::size_t row = 0; row < size; ++row) keys[row] = rank[columns_.source[row]];
      break;
    }
    case RecordColumn::Image:
      readImageOrder();
      for (std::size_t place = 0; place < imageOrder_.size(); ++place)
        keys[imageOrder_[place]] = static_cast<std::uint32_t>(place);
      break;
  }
  return keys;
}

std::vector<RecordId> RecordFinder::find(const RecordQuery& query, const RecordOrder& order) {
  std::vector<std::uint32_t> selected = rows(query);
  if (order.column != RecordColumn::Id) {
    std::vector<std::uint32_t> keys = sortKeys(order.column);
    if (order.descending)
      for (std::uint32_t& key : keys) key = ~key;
    sortByKey(selected, keys);
  } else if (order.descending) {
    std::reverse(selected.begin(), selected.end());
  }
  std::vector<RecordId> ids(selected.size());
  std::transform(selected.begin(), selected.end(), ids.begin(),
                 [this](std::uint32_t row) { return columns_.id[row]; });
  return ids;
}

std::vector<FacetCount> RecordFinder::facetCounts(Facet facet, const RecordQuery& query) {
  const std::vector<std::uint8_t>& verdict = verdicts(query);
  const auto own = static_cast<std::uint8_t>(static_cast<int>(facet) + 1);
  const auto countBy = [&](const auto& column, std::size_t limit) {
    std::vector<std::int64_t> counts(limit, 0);
    for (std::size_t row = 0; row < verdict.size(); ++row)
      if (verdict[row] == 0 || verdict[row] == own) ++counts[column[row]];
    return counts;
  };
  std::map<std::string, std::int64_t> counts;
  switch (facet) {
    case Facet::Source: {
      const auto all = countBy(columns_.source, columns_.sourceNames.size());
      for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i]) counts[columns_.sourceNames[i]] += all[i];
      break;
    }
    case Facet::Status: {
      const auto all = countBy(columns_.status, 3);
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i]) counts[statusWord(static_cast<RecordStatus>(i))] = all[i];
      break;
    }
    case Facet::Split: {
      const auto all = countBy(columns_.split, 4);
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i]) counts[splitWord(static_cast<Split>(i))] = all[i];
      break;
    }
    case Facet::HasReport:
    case Facet::HasMask: {
      const auto all =
          countBy(facet == Facet::HasReport ? columns_.hasReport : columns_.hasMask, 2);
      if (all[0]) counts["no"] = all[0];
      if (all[1]) counts["yes"] = all[1];
      break;
    }
    case Facet::Finding: {
      const auto sets = countBy(columns_.labels, columns_.labelSets.size());
      std::vector<std::array<std::int64_t, 4>> all(columns_.classes.size());
      for (std::size_t set = 1; set < sets.size(); ++set)
        if (sets[set])
          for (const ValueSets::ClassValue& value : columns_.labelSets[set])
            all[static_cast<std::size_t>(value.labelClass)]
               [static_cast<std::size_t>(value.value)] += sets[set];
      for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string name = findingName(columns_.classes[i].task, columns_.classes[i].name);
        const auto& of = all[i];
        if (const auto count = of[static_cast<std::size_t>(LabelValue::Positive)])
          counts[name] = count;
        if (const auto count = of[static_cast<std::size_t>(LabelValue::Uncertain)])
          counts[name + "?"] = count;
      }
      break;
    }
    case Facet::Tag: {
      const auto sets = countBy(columns_.tags, columns_.tagSets.size());
      for (std::size_t set = 1; set < sets.size(); ++set)
        if (sets[set])
          for (const std::int64_t tag : columns_.tagSets[set])
            counts[terms_.text(tag)] += sets[set];
      break;
    }
    default: {
      const auto all = countBy(*termColumn(columns_, facet), columns_.termLimit);
      // Most records have no reason; that is no value to choose.
      for (std::size_t term = facet == Facet::Reason ? 1 : 0; term < all.size(); ++term)
        if (all[term]) counts[terms_.text(static_cast<std::int64_t>(term))] = all[term];
    }
  }
  std::vector<FacetCount> result;
  for (const auto& [value, count] : counts) result.push_back({value, count});
  std::stable_sort(result.begin(), result.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return result;
}

}  // namespace mrm
