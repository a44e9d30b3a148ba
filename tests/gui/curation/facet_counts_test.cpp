// The counts at the left equal those of a query of one's own over all records.
#include "tests/gui/curation/catalog_fixture.h"
#include "widgets/models/catalog_facet_model.h"

namespace mrm {
namespace {

std::set<std::string> valuesOf(Facet facet, const CatalogRecord& record,
                               const std::map<std::int64_t, std::string>& sources) {
  const auto yesNo = [](bool yes) { return std::set<std::string>{yes ? "yes" : "no"}; };
  switch (facet) {
    case Facet::Source:
      return {sources.at(record.source)};
    case Facet::Status:
      return {record.status == RecordStatus::Usable        ? "usable"
              : record.status == RecordStatus::Quarantined ? "quarantined"
                                                           : "excluded"};
    case Facet::Split:
      return {record.split == Split::Training     ? "training"
              : record.split == Split::Validation ? "validation"
              : record.split == Split::Test       ? "test"
                                                  : ""};
    case Facet::View:
      return {record.view};
    case Facet::Modality:
      return {record.modality};
    case Facet::Sex:
      return {record.sex};
    case Facet::Finding: {
      std::set<std::string> values;
      for (const Label& label : record.labels) {
        if (label.value == LabelValue::Positive) values.insert(label.task + "/" + label.name);
        if (label.value == LabelValue::Uncertain)
          values.insert(label.task + "/" + label.name + "?");
      }
      return values;
    }
    case Facet::Tag:
      return {record.tags.begin(), record.tags.end()};
    case Facet::HasReport:
      return yesNo(record.report.has_value());
    case Facet::HasMask:
      return yesNo(!record.masks.empty());
    case Facet::Reason:
      return record.status == RecordStatus::Usable ? std::set<std::string>{}
                                                   : std::set<std::string>{record.reason};
  }
  return {};
}

class Facets : public testing::CatalogFixture {
 protected:
  void expectCounts() {
    ASSERT_TRUE(settled());
    std::vector<CatalogRecord> records;
    std::map<std::int64_t, std::string> sources;
    {
      const Catalog catalog = database();
      catalog.forEach({}, [&](const CatalogRecord& record) { records.push_back(record); });
      for (const CatalogSource& source : catalog.sources()) sources[source.id] = source.name;
    }
    std::set<RecordId> shown;
    for (const Facet facet : CatalogFacetModel::facets()) {
      std::map<std::string, std::int64_t> expected;
      for (const CatalogRecord& record : records) {
        bool fits = true;
        for (const auto& [other, chosen] : session_.query().facets) {
          if (other == facet) continue;
          bool any = false;
          for (const std::string& value : valuesOf(other, record, sources))
            any = any || chosen.contains(value);
          fits = fits && any;
        }
        if (!fits) continue;
        for (const std::string& value : valuesOf(facet, record, sources)) ++expected[value];
      }
      if (facet == Facet::Tag || facet == Facet::Reason) expected.erase("");
      std::map<std::string, std::int64_t> counted;
      for (const FacetCount& count : session_.facets().counts(facet))
        if (count.count > 0) counted[count.value] = count.count;
      EXPECT_EQ(counted, expected) << "facet " << static_cast<int>(facet);
    }
  }
  void tick(Facet facet, const std::string& value) {
    const QModelIndex index = session_.facets().indexOf(facet, value);
    ASSERT_TRUE(index.isValid()) << value;
    session_.facets().activate(index);
  }
};

TEST_F(Facets, CountsEqualAnIndependentQuery) {
  make(3000);
  std::vector<RecordId> some(session_.table().ids()->begin() + 100,
                             session_.table().ids()->begin() + 250);
  {
    Catalog catalog = database();
    catalog.exclude(some, "blurred");
    catalog.addTag(some, "look again");
    catalog.addTag(std::span(some).first(40), "teaching");
  }
  session_.refresh();
  expectCounts();
  tick(Facet::View, "PA");
  expectCounts();
  tick(Facet::View, "AP");
  tick(Facet::Finding, "finding/Edema");
  expectCounts();
  tick(Facet::Status, "excluded");
  expectCounts();
  tick(Facet::Tag, "teaching");
  expectCounts();
  tick(Facet::View, "PA");  // off again
  tick(Facet::Split, "test");
  expectCounts();
}

TEST_F(Facets, WhatIsChosenNarrowsTheTable) {
  make(500);
  tick(Facet::Sex, "F");
  ASSERT_TRUE(settled());
  const Catalog catalog = database();
  ASSERT_GT(session_.table().rowCount(), 100);
  for (const RecordId id : *session_.table().ids()) EXPECT_EQ(catalog.record(id)->sex, "F");
}

TEST_F(Facets, AChosenValueThatNothingHasCanBeUnticked) {
  make(200);
  tick(Facet::View, "PA");
  ASSERT_TRUE(settled());
  session_.setText("patient:nobody");
  ASSERT_TRUE(settled());
  EXPECT_EQ(session_.table().rowCount(), 0);
  const QModelIndex index = session_.facets().indexOf(Facet::View, "PA");
  ASSERT_TRUE(index.isValid());
  EXPECT_EQ(index.data(Qt::CheckStateRole).toInt(), Qt::Checked);
  EXPECT_EQ(index.data(CatalogFacetModel::CountRole).toLongLong(), 0);
  session_.facets().activate(index);
  EXPECT_TRUE(session_.query().facets.empty());
}

TEST_F(Facets, ManyValuesAreFoldedAway) {
  CatalogFacetModel facets;
  std::vector<FacetCount> counts;
  for (int i = 0; i < 30; ++i) counts.push_back({"v" + std::to_string(i), 100 - i});
  facets.setCounts(Facet::Tag, counts);
  const QModelIndex top = facets.indexOf(Facet::Tag);
  ASSERT_EQ(facets.rowCount(top), CatalogFacetModel::kFewValues + 1);
  const QModelIndex more = facets.index(CatalogFacetModel::kFewValues, 0, top);
  EXPECT_EQ(more.data().toString(), "22 more");
  facets.activate(more);
  ASSERT_EQ(facets.rowCount(top), 31);
  facets.activate(facets.index(30, 0, top));
  EXPECT_EQ(facets.rowCount(top), CatalogFacetModel::kFewValues + 1);
  // What is chosen stays in sight.
  facets.setChosen({{Facet::Tag, {"v29"}}});
  EXPECT_TRUE(facets.indexOf(Facet::Tag, "v29").isValid());
  facets.setCounts(Facet::Tag, {});
  EXPECT_EQ(facets.rowCount(top), 1);
}

}  // namespace
}  // namespace mrm
