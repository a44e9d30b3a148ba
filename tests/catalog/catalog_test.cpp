// Records go in, are found, counted, changed, and changed back.
#include "core/catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/catalog/catalog_samples.h"

namespace mrm {
namespace {

using testing::allIds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::makeBatch;
using testing::makeRecord;
using testing::TemporaryFolder;

class CatalogTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "catalog.db";
  Catalog catalog_ = Catalog::create(file_);

  std::vector<std::string> keys(const RecordQuery& query, const RecordOrder& order = {}) {
    std::vector<std::string> keys;
    for (const RecordId id : catalog_.find(query, order)) keys.push_back(catalog_.record(id)->key);
    return keys;
  }
  std::vector<std::pair<std::string, std::int64_t>> counts(Facet facet,
                                                           const RecordQuery& query = {}) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    for (const FacetCount& count : catalog_.facetCounts(facet, query))
      counts.emplace_back(count.value, count.count);
    return counts;
  }
  RecordId idOf(const std::string& key) {
    for (const RecordId id : allIds(catalog_))
      if (catalog_.record(id)->key == key) return id;
    return 0;
  }
};

RecordQuery with(Facet facet, std::set<std::string> values) {
  RecordQuery query;
  query.facets[facet] = std::move(values);
  return query;
}

RecordQuery text(std::string words) {
  RecordQuery query;
  query.text = std::move(words);
  return query;
}

TEST_F(CatalogTest, ARecordComesBackAsItWentIn) {
  CatalogRecord record = makeRecord("a", "Müller^José");
  record.frame = 3;
  record.series = "1.2.3";
  record.instance = "1.2.3.4";
  record.width = 3000;
  record.height = 2500;
  record.spacing = {0.139, 0.14};
  record.split = Split::Validation;
  record.audit = "rescale 1 0, window 2048 4096";
  record.imageHash = 0xF00000000000000FULL;
  record.looksInverted = true;
  record.labels = {{"chexpert", "Edema", LabelValue::Positive},
                   {"chexpert", "Fracture", LabelValue::Blank},
                   {"chexpert", "Pneumonia", LabelValue::Uncertain},
                   {"finding", "Normal", LabelValue::Negative}};
  record.masks = {{"lungs", "masks/a.png", "", "radiologist"}, {"pneumothorax", {}, "10 5", ""}};
  record.tags = {"teaching"};
  record.report = Report{"study-1", "FINDINGS:\nNo effusion. Ünïcode \xE2\x82\xAC."};
  CatalogRecord bad = makeRecord("b", "");
  bad.status = RecordStatus::Quarantined;
  bad.reason = "the image is missing";
  bad.age.reset();
  bad.report.reset();
  const ImportResult result = catalog_.import(makeBatch({record, bad}));
  EXPECT_EQ(result.added, 2);
  EXPECT_EQ(result.quarantined, 1);

  Catalog again(file_);
  ASSERT_EQ(again.size(), 2);
  const auto ids = allIds(again);
  const CatalogRecord back = *again.record(ids[0]);
  EXPECT_EQ(back.key, "a");
  EXPECT_EQ(back.source, result.source);
  EXPECT_EQ(back.image, "images/a.png");
  EXPECT_EQ(again.imagePath(back), "/data/set/images/a.png");
  EXPECT_EQ(again.maskPath(back, back.masks[0]), "/data/set/masks/a.png");
  EXPECT_EQ(back.frame, 3);
  EXPECT_EQ(back.patient, record.patient);
  EXPECT_EQ(back.study, record.study);
  EXPECT_EQ(back.series, record.series);
  EXPECT_EQ(back.instance, record.instance);
  EXPECT_EQ(back.view, "PA");
  EXPECT_EQ(back.modality, "DX");
  EXPECT_EQ(back.sex, "F");
  EXPECT_EQ(back.age, 60);
  EXPECT_EQ(back.date, "2020-01-02");
  EXPECT_EQ(back.width, 3000);
  EXPECT_EQ(back.height, 2500);
  EXPECT_EQ(back.spacing.row, 0.139);
  EXPECT_EQ(back.spacing.column, 0.14);
  EXPECT_EQ(back.status, RecordStatus::Usable);
  EXPECT_EQ(back.split, Split::Validation);
  EXPECT_EQ(back.audit, record.audit);
  EXPECT_EQ(back.imageHash, record.imageHash);
  EXPECT_EQ(back.looksInverted, true);
  EXPECT_EQ(back.provenance, record.provenance);
  ASSERT_TRUE(back.report);
  EXPECT_EQ(back.report->key, "study-1");
  EXPECT_EQ(back.report->text, record.report->text);
  ASSERT_EQ(back.labels.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(back.labels[i].task, record.labels[i].task);
    EXPECT_EQ(back.labels[i].name, record.labels[i].name);
    EXPECT_EQ(back.labels[i].value, record.labels[i].value);
  }
  ASSERT_EQ(back.masks.size(), 2U);
  EXPECT_EQ(back.masks[0].author, "radiologist");
  EXPECT_EQ(back.masks[1].runLengths, "10 5");
  EXPECT_THAT(back.tags, ElementsAre("teaching"));

  const CatalogRecord other = *again.record(ids[1]);
  EXPECT_EQ(other.status, RecordStatus::Quarantined);
  EXPECT_EQ(other.reason, "the image is missing");
  EXPECT_FALSE(other.age);
  EXPECT_FALSE(other.report);
  EXPECT_FALSE(other.imageHash);
  EXPECT_FALSE(other.looksInverted);
  EXPECT_FALSE(again.record(999));

  const auto rows = again.rows(std::vector<RecordId>{ids[1], 999, ids[0]});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].reason, "the image is missing");
  EXPECT_EQ(rows[1].id, 999);
  EXPECT_EQ(rows[1].patient, "");
  EXPECT_EQ(rows[2].patient, record.patient);
  EXPECT_EQ(rows[2].image, "/data/set/images/a.png");
  EXPECT_TRUE(rows[2].hasReport);
  EXPECT_TRUE(rows[2].hasMask);
  EXPECT_EQ(rows[2].reportStart, "FINDINGS: No effusion. Ünïcode \xE2\x82\xAC.");
  EXPECT_EQ(rows[2].source, "Set");
}

TEST_F(CatalogTest, FacetsSelectAndCountWithTheirOwnValuesLeftAside) {
  std::vector<CatalogRecord> records;
  for (int i = 0; i < 12; ++i) {
    CatalogRecord record = makeRecord("k" + std::to_string(i), "p" + std::to_string(i / 3),
                                      i % 3 == 0   ? "PA"
                                      : i % 3 == 1 ? "AP"
                                                   : "");
    record.sex = i % 2 ? "F" : "M";
    if (i % 4 == 0) record.labels = {{"chexpert", "Edema", LabelValue::Positive}};
    if (i % 4 == 1) record.labels = {{"chexpert", "Edema", LabelValue::Uncertain}};
    if (i % 4 == 2) record.labels = {{"chexpert", "Edema", LabelValue::Negative}};
    if (i == 5) record.report.reset();
    if (i == 6) record.report->text = " \n";
    if (i == 7) record.masks = {{"lungs", "m.png", "", ""}};
    records.push_back(record);
  }
  catalog_.import(makeBatch(records));
  using Counts = std::vector<std::pair<std::string, std::int64_t>>;
  EXPECT_EQ(counts(Facet::View), (Counts{{"", 4}, {"AP", 4}, {"PA", 4}}));
  EXPECT_EQ(counts(Facet::Sex, with(Facet::View, {"PA"})), (Counts{{"F", 2}, {"M", 2}}));
  EXPECT_EQ(counts(Facet::View, with(Facet::View, {"PA"})),
            (Counts{{"", 4}, {"AP", 4}, {"PA", 4}}));
  EXPECT_EQ(counts(Facet::Finding), (Counts{{"chexpert/Edema", 3}, {"chexpert/Edema?", 3}}));
  EXPECT_EQ(counts(Facet::HasReport), (Counts{{"yes", 10}, {"no", 2}}));
  EXPECT_EQ(counts(Facet::HasMask), (Counts{{"no", 11}, {"yes", 1}}));
  EXPECT_EQ(counts(Facet::Status), (Counts{{"usable", 12}}));
  EXPECT_EQ(counts(Facet::Split), (Counts{{"", 12}}));
  EXPECT_EQ(counts(Facet::Source), (Counts{{"Set", 12}}));
  EXPECT_EQ(counts(Facet::Reason), Counts{});

  EXPECT_THAT(keys(with(Facet::Finding, {"chexpert/Edema"})), ElementsAre("k0", "k4", "k8"));
  EXPECT_THAT(keys(with(Facet::Finding, {"chexpert/Edema?"})), ElementsAre("k1", "k5", "k9"));
  RecordQuery both = with(Facet::Finding, {"chexpert/Edema", "chexpert/Edema?"});
  both.facets[Facet::Sex] = {"F"};
  EXPECT_THAT(keys(both), ElementsAre("k1", "k5", "k9"));
  EXPECT_EQ(counts(Facet::Sex, both), (Counts{{"F", 3}, {"M", 3}}));
  EXPECT_THAT(keys(with(Facet::View, {""})), ElementsAre("k2", "k5", "k8", "k11"));
  EXPECT_THAT(keys(with(Facet::View, {"nonsense"})), IsEmpty());
  EXPECT_EQ(keys(with(Facet::View, {})).size(), 12U);
}

TEST_F(CatalogTest, RecordsAreSortedByEveryColumnWithIdsBreakingTies) {
  std::vector<CatalogRecord> records;
  for (const char* patient : {"10", "9", "a", "9", "100"}) {
    CatalogRecord record = makeRecord("k" + std::to_string(records.size()), patient);
    record.age = 90 - 10.0 * static_cast<double>(records.size());
    records.push_back(record);
  }
  records[2].age.reset();
  catalog_.import(makeBatch(records));
  EXPECT_THAT(keys({}, {RecordColumn::Patient}), ElementsAre("k1", "k3", "k0", "k4", "k2"));
  EXPECT_THAT(keys({}, {RecordColumn::Patient, true}), ElementsAre("k2", "k4", "k0", "k1", "k3"));
  EXPECT_THAT(keys({}, {RecordColumn::Age}), ElementsAre("k2", "k4", "k3", "k1", "k0"));
  EXPECT_THAT(keys({}, {RecordColumn::Image, true}), ElementsAre("k4", "k3", "k2", "k1", "k0"));
  EXPECT_THAT(keys({}, {RecordColumn::Id, true}), ElementsAre("k4", "k3", "k2", "k1", "k0"));
  EXPECT_THAT(keys({}, {RecordColumn::View}), ElementsAre("k0", "k1", "k2", "k3", "k4"));
}

TEST_F(CatalogTest, WordsAreSearchedInReportsAndNamedFields) {
  catalog_.import(makeBatch({
      makeRecord("a", "17", "PA", "Small left pleural effusion. No pneumothorax."),
      makeRecord("b", "171", "PA", "Large right effusion; follow-up X-ray advised."),
      makeRecord("c", "18", "PA", "Ödem beidseits. pleural thickening, left effusion"),
      makeRecord("d", "19", "PA", ""),
  }));
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a", "b", "c"));
  EXPECT_THAT(keys(text("EFFUSION left")), ElementsAre("a", "c"));
  EXPECT_THAT(keys(text("\"left pleural\"")), ElementsAre("a"));
  EXPECT_THAT(keys(text("pneumo*")), ElementsAre("a"));
  EXPECT_THAT(keys(text("pneumo")), IsEmpty());
  EXPECT_THAT(keys(text("odem")), ElementsAre("c"));
  EXPECT_THAT(keys(text("x-ray")), ElementsAre("b"));
  EXPECT_THAT(keys(text("patient:17")), ElementsAre("a"));
  EXPECT_THAT(keys(text("patient:17*")), ElementsAre("a", "b"));
  EXPECT_THAT(keys(text("study:S-18 effusion")), ElementsAre("c"));
  EXPECT_THAT(keys(text("file:D.PNG")), ElementsAre("d"));
  EXPECT_THAT(keys(text("file:\"images/b\"")), ElementsAre("b"));
  EXPECT_EQ(keys(text(" - \t ")).size(), 4U);
  for (const char* odd : {"\"", "\"\"", "*", "a OR b", "NEAR(", "text:left", "^left", "(", "left\"",
                          "-left", "patient:", "\"left* AND\"*", "{a b}:c", "\xff\xfe", "'; DROP"})
    EXPECT_NO_THROW(keys(text(odd))) << odd;
  EXPECT_THAT(keys(text("left OR right")), IsEmpty()) << "OR is a word like others";
}

TEST_F(CatalogTest, EditsAreStepsThatAreUndoneAndDoneAgain) {
  catalog_.import(makeBatch({makeRecord("a", "1"), makeRecord("b", "2"), makeRecord("c", "3")}));
  const auto ids = allIds(catalog_);
  const std::vector<RecordId> two = {ids[0], ids[2], ids[0], 12345};
  const std::int64_t before = catalog_.revision();
  EXPECT_EQ(catalog_.exclude(two, "poor quality"), 2);
  EXPECT_GT(catalog_.revision(), before);
  EXPECT_EQ(catalog_.record(ids[0])->status, RecordStatus::Excluded);
  EXPECT_EQ(catalog_.record(ids[0])->reason, "poor quality");
  EXPECT_EQ(catalog_.setView(ids, "LATERAL"), 3);
  EXPECT_EQ(catalog_.setView(ids, "LATERAL"), 0) << "nothing changes, no step";
  EXPECT_EQ(catalog_.addTag(two, "check"), 2);
  EXPECT_THAT(keys(with(Facet::Tag, {"check"})), ElementsAre("a", "c"));
  EXPECT_EQ(catalog_.setSplit({&ids[1], 1}, Split::Test), 1);

  const auto history = catalog_.history();
  ASSERT_EQ(history.size(), 5U);
  EXPECT_EQ(history[0].what, "set split");
  EXPECT_EQ(history[0].detail, "test");
  EXPECT_EQ(history[4].what, "import");
  EXPECT_EQ(history[4].records, 3);
  EXPECT_EQ(history[3].what, "exclude");
  EXPECT_EQ(history[3].detail, "poor quality");
  EXPECT_EQ(history[3].records, 2);

  EXPECT_EQ(catalog_.undo()->what, "set split");
  EXPECT_EQ(catalog_.undo()->what, "add tag");
  EXPECT_EQ(catalog_.undo()->what, "set view");
  EXPECT_EQ(catalog_.undo()->what, "exclude");
  EXPECT_EQ(catalog_.record(ids[0])->status, RecordStatus::Usable);
  EXPECT_EQ(catalog_.record(ids[0])->view, "PA");
  EXPECT_THAT(catalog_.record(ids[0])->tags, IsEmpty());
  EXPECT_EQ(catalog_.undo()->what, "import");
  EXPECT_EQ(catalog_.size(), 0);
  EXPECT_FALSE(catalog_.undo());
  for (const char* what : {"import", "exclude", "set view", "add tag", "set split"})
    EXPECT_EQ(catalog_.redo()->what, what);
  EXPECT_FALSE(catalog_.redo());
  EXPECT_EQ(catalog_.size(), 3);
  EXPECT_EQ(allIds(catalog_), ids);
  EXPECT_EQ(catalog_.record(ids[2])->view, "LATERAL");
  EXPECT_EQ(catalog_.record(ids[1])->split, Split::Test);

  catalog_.undo();
  catalog_.undo();
  EXPECT_EQ(catalog_.exclude({&ids[1], 1}), 1);
  EXPECT_FALSE(catalog_.redo()) << "a new edit ends what could be done again";
  EXPECT_THAT(catalog_.record(ids[0])->tags, IsEmpty());
  EXPECT_EQ(catalog_.restore(ids), 3);
  EXPECT_THAT(keys(with(Facet::Status, {"usable"})), ElementsAre("a", "b", "c"));
}

TEST_F(CatalogTest, ARepeatedImportUpdatesAndKeepsWhatAPersonDid) {
  std::vector<CatalogRecord> records;
  for (const char* key : {"a", "b", "c", "d"}) records.push_back(makeRecord(key, key));
  records[3].status = RecordStatus::Quarantined;
  records[3].reason = "no image";
  catalog_.import(makeBatch(records));
  const auto ids = allIds(catalog_);
  catalog_.exclude({&ids[0], 1}, "mine");
  catalog_.setView({&ids[1], 1}, "LATERAL");
  catalog_.setSplit({&ids[1], 1}, Split::Test);
  catalog_.addTag({&ids[2], 1}, "check");
  Catalog::ImageFacts facts;
  facts.width = 10;
  facts.height = 20;
  facts.audit = "window";
  facts.imageHash = 5;
  catalog_.setImageFacts(std::vector<std::pair<RecordId, Catalog::ImageFacts>>{{ids[2], facts}});

  ImportResult same = catalog_.import(makeBatch(records));
  EXPECT_EQ(same.unchanged, 4);
  EXPECT_EQ(same.updated + same.added + same.gone, 0);
  catalog_.import(makeBatch(records, "/data/set", "Renamed"));
  EXPECT_EQ(catalog_.facetCounts(Facet::Source, {})[0].value, "Renamed");
  EXPECT_EQ(catalog_.history()[0].what, "add tag") << "an import that changes nothing is no step";

  for (CatalogRecord& record : records) {
    record.view = "AP";
    record.split = Split::Training;
    record.tags = {"source"};
    record.report->text = "Now with an effusion.";
    record.status = RecordStatus::Usable;
  }
  records.push_back(makeRecord("e", "e"));
  records.erase(records.begin() + 2);
  ImportBatch batch = makeBatch(records);
  batch.isWhole = true;
  const ImportResult result = catalog_.import(batch);
  EXPECT_EQ(result.added, 1);
  EXPECT_EQ(result.updated, 3);
  EXPECT_EQ(result.gone, 1);
  const auto a = *catalog_.record(ids[0]), b = *catalog_.record(ids[1]),
             c = *catalog_.record(ids[2]), d = *catalog_.record(ids[3]);
  EXPECT_EQ(a.status, RecordStatus::Excluded);
  EXPECT_EQ(a.reason, "mine");
  EXPECT_EQ(a.view, "AP");
  EXPECT_EQ(b.view, "LATERAL");
  EXPECT_EQ(b.split, Split::Test);
  EXPECT_THAT(b.tags, ElementsAre("source"));
  EXPECT_EQ(c.status, RecordStatus::Quarantined);
  EXPECT_EQ(c.reason, "no longer in the source");
  EXPECT_THAT(c.tags, ElementsAre("check"));
  EXPECT_EQ(d.status, RecordStatus::Usable);
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a", "b", "d"));

  catalog_.undo();
  EXPECT_EQ(catalog_.size(), 4);
  EXPECT_THAT(keys(text("effusion")), IsEmpty());
  EXPECT_EQ(catalog_.record(ids[3])->reason, "no image");
  EXPECT_EQ(catalog_.record(ids[2])->width, 10) << "what the pixels said is no step of the history";
  EXPECT_EQ(catalog_.record(ids[2])->imageHash, 5U);
}

TEST_F(CatalogTest, WhatPixelsSaidQuarantinesUntilTheyAreRead) {
  catalog_.import(makeBatch({makeRecord("a", "1")}));
  const RecordId id = idOf("a");
  Catalog::ImageFacts facts;
  facts.problem = "the file ends early";
  catalog_.setImageFacts(std::vector<std::pair<RecordId, Catalog::ImageFacts>>{{id, facts}});
  EXPECT_EQ(catalog_.record(id)->status, RecordStatus::Quarantined);
  EXPECT_EQ(catalog_.facetCounts(Facet::Reason, {})[0].value, "the file ends early");
  catalog_.import(makeBatch({makeRecord("a", "1")}));
  EXPECT_EQ(catalog_.record(id)->status, RecordStatus::Quarantined) << "the image is the same";
  catalog_.setImageFacts(std::vector<std::pair<RecordId, Catalog::ImageFacts>>{{id, {}}});
  EXPECT_EQ(catalog_.record(id)->status, RecordStatus::Usable);
}

TEST_F(CatalogTest, TwoProgramsSeeEachOthersChanges) {
  catalog_.import(makeBatch({makeRecord("a", "1"), makeRecord("b", "2")}));
  Catalog other(file_);
  const auto ids = allIds(other);
  ASSERT_EQ(ids.size(), 2U);
  EXPECT_EQ(catalog_.revision(), other.revision());
  other.exclude({&ids[0], 1});
  EXPECT_EQ(catalog_.revision(), other.revision());
  EXPECT_THAT(keys(with(Facet::Status, {"excluded"})), ElementsAre("a"));
  catalog_.import(makeBatch({makeRecord("c", "3")}));
  EXPECT_EQ(other.size(), 3);
  catalog_.undo();
  EXPECT_EQ(other.size(), 2);
  other.undo();
  EXPECT_THAT(keys(with(Facet::Status, {"excluded"})), IsEmpty());

  // Each gives numbers to what it adds; both see all of it.
  for (int i = 0; i < 6; ++i) {
    CatalogRecord record = makeRecord("both" + std::to_string(i), "p" + std::to_string(i), "V",
                                      "word" + std::to_string(i));
    record.masks = {{"lungs", "m" + std::to_string(i) + ".png", "", ""}};
    record.labels = {{"task", "c" + std::to_string(i), LabelValue::Positive}};
    record.tags = {"t" + std::to_string(i)};
    (i % 2 ? catalog_ : other).import(makeBatch({record}));
    for (const Catalog* catalog : {&catalog_, &other}) {
      const auto found = catalog->find(text("word" + std::to_string(i)));
      ASSERT_EQ(found.size(), 1U);
      const CatalogRecord back = *catalog->record(found[0]);
      EXPECT_EQ(back.masks.at(0).file, "m" + std::to_string(i) + ".png");
      EXPECT_EQ(back.labels.at(0).name, "c" + std::to_string(i));
      EXPECT_EQ(back.tags.at(0), "t" + std::to_string(i));
    }
  }
}

TEST_F(CatalogTest, ASearchIsAskedAgainWhenReportsChange) {
  catalog_.import(makeBatch({makeRecord("a", "1", "PA", "effusion"), makeRecord("b", "2")}));
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a"));
  catalog_.setView(allIds(catalog_), "AP");
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a"));
  catalog_.import(makeBatch({makeRecord("b", "2", "PA", "effusion, too")}));
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a", "b"));
  catalog_.undo();
  EXPECT_THAT(keys(text("effusion")), ElementsAre("a"));
  catalog_.import(makeBatch({makeRecord("a", "1", "PA", "clear")}));
  EXPECT_THAT(keys(text("effusion")), IsEmpty());
}

TEST_F(CatalogTest, RefusesWhatIsNoCatalogueAndWhatIsThereAlready) {
  EXPECT_THROW(Catalog::create(file_), Error);
  EXPECT_THROW(Catalog(folder_.path() / "none.db"), Error);
  EXPECT_THROW(Catalog(folder_.path()), Error);
  EXPECT_THROW(Catalog::create(folder_.path() / "no" / "folder.db"), Error);
  testing::writeFile(folder_.path() / "text.db", std::string(5000, 'x'));
  try {
    Catalog{folder_.path() / "text.db"};
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("damaged"));
  }
  EXPECT_THROW(catalog_.import(makeBatch({makeRecord("", "1")})), Error);
  EXPECT_THROW(catalog_.import(makeBatch({makeRecord("a", "1"), makeRecord("a", "2")})), Error);
  EXPECT_EQ(catalog_.size(), 0) << "whole or not at all";
  EXPECT_THROW(catalog_.addTag(std::vector<RecordId>{1}, ""), Error);
}

TEST_F(CatalogTest, SettingsAndSourcesAreKept) {
  EXPECT_EQ(catalog_.setting("report-policy"), "");
  const std::int64_t before = catalog_.revision();
  catalog_.setSetting("report-policy", "{\"a\":1}");
  catalog_.setSetting("report-policy", "{\"a\":2}");
  EXPECT_GT(catalog_.revision(), before);
  EXPECT_EQ(Catalog(file_).setting("report-policy"), "{\"a\":2}");

  const ImportResult result =
      catalog_.import(makeBatch({makeRecord("a", "1")}, folder_.path() / "images"));
  const auto sources = catalog_.sources();
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].id, result.source);
  EXPECT_EQ(sources[0].root, folder_.path() / "images");
  EXPECT_EQ(sources[0].records, 1);
  EXPECT_EQ(sources[0].importedAt.size(), 20U);
  catalog_.setSourceRoot(result.source, "/elsewhere");
  EXPECT_EQ(catalog_.imagePath(*catalog_.record(idOf("a"))), "/elsewhere/images/a.png");
  EXPECT_THROW(catalog_.setSourceRoot(99, "/x"), Error);
}

TEST_F(CatalogTest, ForEachGivesWholeRecordsAndStops) {
  std::vector<CatalogRecord> records;
  for (int i = 0; i < 1000; ++i)
    records.push_back(makeRecord("k" + std::to_string(i), "p", i % 2 ? "PA" : "AP"));
  catalog_.import(makeBatch(records));
  std::size_t count = 0;
  catalog_.forEach(with(Facet::View, {"PA"}), [&](const CatalogRecord& record) {
    EXPECT_EQ(record.view, "PA");
    EXPECT_TRUE(record.report);
    if (count++ == 300) catalog_.find({});  // the catalogue may be asked meanwhile
  });
  EXPECT_EQ(count, 500U);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(catalog_.forEach(
                   {}, [](const CatalogRecord&) {}, stop.get_token()),
               Stopped);
  EXPECT_THROW(catalog_.import(makeBatch(records), {}, stop.get_token()), Stopped);
}

}  // namespace
}  // namespace mrm
