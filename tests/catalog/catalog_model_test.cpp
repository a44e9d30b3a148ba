// Edits, imports, undo and redo in random order, against a simple model in memory.
#include <gtest/gtest.h>

#include <map>

#include "core/base/random.h"
#include "core/catalog/catalog.h"
#include "tests/catalog/catalog_samples.h"

namespace mrm {
namespace {

using testing::allIds;
using testing::makeBatch;
using testing::TemporaryFolder;

// What a record looks like from outside.
struct State {
  std::string view, patient, reason, report;
  RecordStatus status = RecordStatus::Usable;
  Split split = Split::None;
  std::set<std::string> tags;
  std::vector<std::pair<std::string, LabelValue>> labels;
  bool operator==(const State&) const = default;
};
using States = std::map<std::string, State>;  // by key

States statesOf(const Catalog& catalog) {
  States states;
  catalog.forEach({}, [&](const CatalogRecord& record) {
    State& state = states[record.key];
    state.view = record.view;
    state.patient = record.patient;
    state.reason = record.reason;
    state.status = record.status;
    state.split = record.split;
    state.tags.insert(record.tags.begin(), record.tags.end());
    if (record.report) state.report = record.report->text;
    for (const Label& label : record.labels)
      state.labels.emplace_back(label.task + "/" + label.name, label.value);
  });
  return states;
}

// The model: the state, what the source and a person said apart from each other.
struct Known {
  State source;  // as imported
  std::optional<std::string> view, exclusion;
  std::optional<Split> split;
  std::optional<std::set<std::string>> tags;
  std::optional<std::string> problem;

  State seen() const {
    State state = source;
    if (view) state.view = *view;
    if (split) state.split = *split;
    if (tags) state.tags = *tags;
    state.status = exclusion ? RecordStatus::Excluded
                   : problem ? RecordStatus::Quarantined
                             : RecordStatus::Usable;
    state.reason = exclusion ? *exclusion : problem.value_or("");
    return state;
  }
};
using Model = std::map<std::string, Known>;

States seen(const Model& model) {
  States states;
  for (const auto& [key, known] : model) states[key] = known.seen();
  return states;
}

class Player {
 public:
  Player(const std::filesystem::path& file, std::uint64_t seed)
      : file_(file), catalog_(Catalog::create(file)), random_(seed) {
    past_.push_back({});
  }

  void step() {
    switch (random_.below(10)) {
      case 0:
        return import();
      case 1:
      case 2:
        return undo();
      case 3:
        return redo();
      default:
        return edit();
    }
  }

  void expectSame() {
    ASSERT_EQ(statesOf(catalog_), seen(past_.back()));
    ASSERT_EQ(catalog_.size(), static_cast<std::int64_t>(past_.back().size()));
    // A fresh connection, whose columns are read anew, counts as this one does.
    if (random_.chance(0.1)) {
      const Catalog other(file_);
      for (int facet = 0; facet < 11; ++facet) {
        const auto here = catalog_.facetCounts(static_cast<Facet>(facet), {}),
                   there = other.facetCounts(static_cast<Facet>(facet), {});
        ASSERT_EQ(here.size(), there.size()) << facet;
        for (std::size_t i = 0; i < here.size(); ++i) {
          ASSERT_EQ(here[i].value, there[i].value);
          ASSERT_EQ(here[i].count, there[i].count);
        }
      }
      ASSERT_EQ(catalog_.find({}, {RecordColumn::Patient}),
                other.find({}, {RecordColumn::Patient}));
    }
  }

 private:
  void remember(Model model) {
    if (seen(model) == seen(past_.back()) && isSame(model, past_.back())) return;
    past_.push_back(std::move(model));
    future_.clear();
  }
  static bool isSame(const Model& a, const Model& b) {
    const auto same = [](const Known& x, const Known& y) {
      return x.source == y.source && x.view == y.view && x.exclusion == y.exclusion &&
             x.split == y.split && x.tags == y.tags && x.problem == y.problem;
    };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](const auto& x, const auto& y) {
             return x.first == y.first && same(x.second, y.second);
           });
  }

  void undo() {
    const auto entry = catalog_.undo();
    ASSERT_EQ(entry.has_value(), past_.size() > 1);
    if (!entry) return;
    future_.push_back(past_.back());
    past_.pop_back();
  }
  void redo() {
    const auto entry = catalog_.redo();
    ASSERT_EQ(entry.has_value(), !future_.empty());
    if (!entry) return;
    past_.push_back(future_.back());
    future_.pop_back();
  }

  std::string word(const char* stem, std::uint64_t count) {
    return stem + std::to_string(random_.below(count));
  }

  void import() {
    Model model = past_.back();
    std::vector<CatalogRecord> records;
    std::set<std::string> keys;
    const bool isWhole = random_.chance(0.3);
    for (std::uint64_t i = random_.below(25); i > 0; --i) {
      CatalogRecord record =
          testing::makeRecord(word("k", 40), word("p", 5), word("V", 3), word("report ", 4));
      if (!keys.insert(record.key).second) continue;
      if (random_.chance(0.3)) record.report.reset();
      record.split = static_cast<Split>(random_.below(4));
      if (random_.chance(0.5))
        record.labels = {{"t", "a", static_cast<LabelValue>(random_.below(4))}};
      if (random_.chance(0.3)) record.tags = {word("t", 3)};
      if (random_.chance(0.2)) {
        record.status = RecordStatus::Quarantined;
        record.reason = word("problem ", 2);
      }
      Known& known = model[record.key];
      known.source = {};
      known.source.view = record.view;
      known.source.patient = record.patient;
      known.source.split = record.split;
      known.source.tags = {record.tags.begin(), record.tags.end()};
      if (record.report) known.source.report = record.report->text;
      for (const Label& label : record.labels)
        known.source.labels.emplace_back("t/" + label.name, label.value);
      known.problem.reset();
      if (record.status == RecordStatus::Quarantined) known.problem = record.reason;
      records.push_back(std::move(record));
    }
    if (isWhole)
      for (auto& [key, known] : model)
        if (!keys.contains(key)) known.problem = "no longer in the source";
    ImportBatch batch = makeBatch(std::move(records));
    batch.isWhole = isWhole;
    catalog_.import(batch);
    // An import ends what could be done again even where it changes nothing.
    future_.clear();
    remember(std::move(model));
  }

  void edit() {
    Model model = past_.back();
    std::vector<RecordId> ids;
    std::vector<std::string> keys;
    for (const RecordId id : allIds(catalog_))
      if (random_.chance(0.3)) {
        ids.push_back(id);
        keys.push_back(catalog_.record(id)->key);
      }
    const auto each = [&](const auto& change) {
      for (const std::string& key : keys) change(model.at(key));
    };
    switch (random_.below(7)) {
      case 0: {
        const std::string reason = random_.chance(0.5) ? word("because ", 2) : "";
        catalog_.exclude(ids, reason);
        each([&](Known& known) {
          if (!known.exclusion || !reason.empty()) known.exclusion = reason;
        });
        break;
      }
      case 1:
        catalog_.restore(ids);
        each([&](Known& known) {
          known.exclusion.reset();
          known.problem.reset();
        });
        break;
      case 2: {
        const std::string view = word("V", 4);
        catalog_.setView(ids, view);
        each([&](Known& known) {
          if (known.seen().view != view) known.view = view;
        });
        break;
      }
      case 3: {
        const auto split = static_cast<Split>(random_.below(4));
        catalog_.setSplit(ids, split);
        each([&](Known& known) {
          if (known.seen().split != split) known.split = split;
        });
        break;
      }
      case 4: {
        const std::string tag = word("t", 4);
        catalog_.addTag(ids, tag);
        each([&](Known& known) {
          auto tags = known.seen().tags;
          if (tags.insert(tag).second) known.tags = tags;
        });
        break;
      }
      case 5: {
        const std::string tag = word("t", 4);
        catalog_.removeTag(ids, tag);
        each([&](Known& known) {
          auto tags = known.seen().tags;
          if (tags.erase(tag)) known.tags = tags;
        });
        break;
      }
      default: {
        const std::string reason = word("broken ", 2);
        catalog_.quarantine(ids, reason);
        each([&](Known& known) { known.problem = reason; });
      }
    }
    remember(std::move(model));
  }

  std::filesystem::path file_;
  Catalog catalog_;
  Random random_;
  std::vector<Model> past_, future_;
};

TEST(CatalogModel, RandomEditsImportsUndoAndRedoMatchASimpleModel) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const TemporaryFolder folder;
    Player player(folder.path() / "catalog.db", seed);
    for (int i = 0; i < 120; ++i) {
      ASSERT_NO_FATAL_FAILURE(player.step()) << "seed " << seed << " step " << i;
      ASSERT_NO_FATAL_FAILURE(player.expectSame()) << "seed " << seed << " step " << i;
    }
  }
}

TEST(CatalogModel, TheHistoryIsBounded) {
  const TemporaryFolder folder;
  Catalog catalog = Catalog::create(folder.path() / "catalog.db");
  catalog.import(makeBatch({testing::makeRecord("a", "1")}));
  const auto ids = allIds(catalog);
  for (int i = 0; i < 250; ++i) catalog.setView(ids, "V" + std::to_string(i));
  EXPECT_EQ(catalog.history(1000).size(), 200U);
  int undone = 0;
  while (catalog.undo()) ++undone;
  EXPECT_EQ(undone, 200);
  EXPECT_EQ(catalog.record(ids[0])->view, "V49");
}

}  // namespace
}  // namespace mrm
