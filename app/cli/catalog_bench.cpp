#include "app/cli/catalog_bench.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "core/base/error.h"
#include "core/catalog/catalog.h"
#include "core/catalog/checks.h"
#include "core/catalog/splits.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kRepeats = 5;

double millisecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

class Bench {
 public:
  explicit Bench(std::stop_token stop) : stop_(std::move(stop)) {}

  void once(const std::string& what, double limit, const std::function<void()>& work) {
    if (stop_.stop_requested()) throw Stopped();
    const double time = millisecondsOf(work);
    timings_.push_back({what, time, time, limit});
  }
  void repeated(const std::string& what, double limit, const std::function<void()>& work) {
    once(what, limit, work);
    std::vector<double> times;
    for (int i = 0; i < kRepeats; ++i) times.push_back(millisecondsOf(work));
    std::sort(times.begin(), times.end());
    timings_.back().median = times[kRepeats / 2];
  }
  std::vector<CatalogTiming> take() { return std::move(timings_); }

 private:
  std::stop_token stop_;
  std::vector<CatalogTiming> timings_;
};

// A copy of a catalogue, gone at the end.
class Copy {
 public:
  Copy(const fs::path& file, const std::string& ending) : file_(file.string() + ending) {
    remove();
  }
  ~Copy() { remove(); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  const fs::path& file() const { return file_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(file_.string() + end, ignored);
  }
  fs::path file_;
};

RecordQuery facet(Facet which, std::set<std::string> values) {
  RecordQuery query;
  query.facets[which] = std::move(values);
  return query;
}

RecordQuery words(std::string text) {
  RecordQuery query;
  query.text = std::move(text);
  return query;
}

constexpr std::array kFacets = {Facet::Source,    Facet::Status,  Facet::Split,   Facet::View,
                                Facet::Modality,  Facet::Sex,     Facet::Finding, Facet::Tag,
                                Facet::HasReport, Facet::HasMask, Facet::Reason};

void panel(const Catalog& catalog, const RecordQuery& query) {
  for (const Facet which : kFacets) catalog.facetCounts(which, query);
}

void benchQueries(Bench& bench, const Catalog& catalog) {
  bench.repeated("find all records", 100, [&] { catalog.find({}); });
  RecordQuery several = facet(Facet::View, {"PA", "AP"});
  several.facets[Facet::Status] = {"usable"};
  several.facets[Facet::Finding] = {"chexpert/Pleural Effusion"};
  int turn = 0;
  bench.repeated("find by three facets", 100, [&] {
    several.facets[Facet::Sex] = {turn++ % 2 ? "F" : "M"};  // not the query before
    catalog.find(several);
  });
  const std::vector<std::pair<const char*, RecordColumn>> columns = {
      {"patient", RecordColumn::Patient}, {"study", RecordColumn::Study},
      {"date", RecordColumn::Date},       {"view", RecordColumn::View},
      {"sex", RecordColumn::Sex},         {"age", RecordColumn::Age},
      {"split", RecordColumn::Split},     {"status", RecordColumn::Status},
      {"source", RecordColumn::Source},   {"image", RecordColumn::Image}};
  for (const auto& [name, column] : columns)
    bench.repeated(std::string("sort all by ") + name, 100, [&, column = column] {
      catalog.find({}, {column, turn++ % 2 == 1});
    });
  bench.repeated("counts of all 11 facets, no filter", 100, [&] {
    several.facets[Facet::Sex] = {turn++ % 2 ? "F" : "M"};
    panel(catalog, {});
  });
  bench.repeated("counts of all 11 facets, four filters", 100, [&] {
    several.facets[Facet::Sex] = {turn++ % 2 ? "F" : "M"};
    panel(catalog, several);
  });
  for (const char* text : {"effusion", "no effusion", "\"left pleural effusion\"", "pneumo*",
                           "nodule consolidation", "zebra"})
    bench.repeated(std::string("search ") + text, 100, [&, text] {
      catalog.find({});
      catalog.find(words(text));
    });
  bench.repeated("search patient:SYN1000*", 100, [&] { catalog.find(words("patient:SYN1000*")); });
  bench.repeated("search file:s50001", 100, [&] {
    catalog.find({});
    catalog.find(words("file:s50001"));
  });
  bench.repeated("search effusion, counts of all 11 facets", 200, [&] {
    catalog.find({});
    panel(catalog, words("effusion"));
  });
  const std::vector<RecordId> all = catalog.find({}, {RecordColumn::Image});
  std::size_t at = 0;
  bench.repeated("rows of a screen of 100", 5, [&] {
    at = (at + all.size() / 7) % std::max<std::size_t>(all.size(), 1);
    const std::size_t count = std::min<std::size_t>(100, all.size() - at);
    catalog.rows({all.data() + at, count});
  });
  bench.repeated("one record", 5, [&] {
    at = (at + all.size() / 7) % std::max<std::size_t>(all.size(), 1);
    if (!all.empty()) catalog.record(all[at]);
  });
}

void benchEdits(Bench& bench, Catalog& catalog) {
  std::vector<RecordId> some = catalog.find(facet(Facet::Status, {"usable"}));
  some.resize(std::min<std::size_t>(some.size(), 100000));
  const std::string count = std::to_string(some.size());
  const std::vector<RecordId> one(some.begin(), some.begin() + (some.empty() ? 0 : 1));
  bench.once("exclude 1 record", 0, [&] { catalog.exclude(one, "bench"); });
  bench.once("find after it", 100, [&] { catalog.find({}); });
  bench.once("set the view of " + count + " records", 0, [&] { catalog.setView(some, "OTHER"); });
  bench.once("find after it", 0, [&] { catalog.find({}); });
  bench.once("undo it", 0, [&] { catalog.undo(); });
  bench.once("find after it", 0, [&] { catalog.find({}); });
  bench.once("add a tag to " + count + " records", 0, [&] { catalog.addTag(some, "bench"); });
  bench.once("undo it", 0, [&] { catalog.undo(); });
  SplitPlan plan;
  plan.stratifyBy = "chexpert";
  std::vector<std::pair<RecordId, Split>> splits;
  bench.once("plan stratified splits", 0, [&] {
    try {
      splits = planSplits(catalog, plan);
    } catch (const Error&) {  // other labels
      plan.stratifyBy.clear();
      splits = planSplits(catalog, plan);
    }
  });
  bench.once("set them", 0, [&] { catalog.setSplits(splits, "bench"); });
  bench.once("check (patients, near images, classes)", 0, [&] { checkCatalog(catalog); });
}

}  // namespace

std::vector<CatalogTiming> benchCatalog(const fs::path& file, std::stop_token stop) {
  Bench bench(stop);
  const Copy copy(file, ".bench"), second(file, ".bench-import");
  {
    const Catalog original(file);  // refuses what is no catalogue; its log goes into the file
    original.size();
  }
  fs::copy_file(file, copy.file());
  bench.once("open and count", 1000, [&] { Catalog(copy.file()).size(); });
  std::optional<Catalog> catalog;
  bench.once("open", 1000, [&] { catalog.emplace(copy.file()); });
  bench.once("read the columns", 1000, [&] { catalog->size(); });
  benchQueries(bench, *catalog);

  std::vector<ImportBatch> batches;
  for (CatalogSource& source : catalog->sources()) {
    ImportBatch batch;
    batch.source = source;
    RecordQuery query = facet(Facet::Source, {source.name});
    bench.once("read all records of " + source.name, 0, [&] {
      catalog->forEach(
          query,
          [&](const CatalogRecord& record) {
            if (record.source == source.id) batch.records.push_back(record);
          },
          stop);
    });
    batches.push_back(std::move(batch));
  }
  Catalog imported = Catalog::create(second.file());
  for (const ImportBatch& batch : batches)
    bench.once("import " + std::to_string(batch.records.size()) + " records", 30000,
               [&] { imported.import(batch, {}, stop); });
  for (const ImportBatch& batch : batches)
    bench.once("repeat the import of " + std::to_string(batch.records.size()) + " records", 30000,
               [&] { imported.import(batch, {}, stop); });
  bench.once("undo the last import", 0, [&] { imported.undo(); });
  bench.once("redo it", 0, [&] { imported.redo(); });
  batches.clear();

  benchEdits(bench, *catalog);
  return bench.take();
}

}  // namespace mrm::cli
