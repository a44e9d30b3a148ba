// Labels and splits against a catalogue.
#include <gmock/gmock.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <set>

#include "tests/gui/dataset/dataset_fixture.h"
#include "widgets/common/notice.h"
#include "widgets/dataset/cooccurrence_view.h"
#include "widgets/dataset/label_counts_view.h"
#include "widgets/dataset/labels_page.h"
#include "widgets/dataset/splits_page.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;

class LabelsPageTest : public testing::DataSetFixture {};
class SplitsPageTest : public testing::DataSetFixture {
 protected:
  std::map<std::string, std::set<Split>> splitsByPatient() const {
    std::map<std::string, std::set<Split>> splits;
    set_.open().forEach(
        {}, [&](const CatalogRecord& record) { splits[record.patient].insert(record.split); });
    return splits;
  }
};

TEST_F(LabelsPageTest, APolicyChangesTheCountsAtOnceAndIsKept) {
  LabelsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  ASSERT_EQ(page.task()->currentText(), "finding");
  const auto effusion = [&] {
    for (const LabelCounts& counts : page.counts()->counts()->counts())
      if (counts.name == "Effusion") return counts;
    return LabelCounts{};
  };
  EXPECT_EQ(effusion().positive, 20);
  EXPECT_EQ(effusion().uncertain, 4);
  EXPECT_EQ(effusion().blank, 4);
  EXPECT_EQ(effusion().negative, 32);
  EXPECT_EQ(effusion().targetOne, 20);
  EXPECT_EQ(effusion().targetZero, 36);  // blank ones with them
  EXPECT_EQ(effusion().leftOut, 4);
  page.uncertain()->setCurrentIndex(page.uncertain()->findData(static_cast<int>(UncertainAs::One)));
  page.uncertain()->activated(page.uncertain()->currentIndex());
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(effusion().targetOne, 24);
  EXPECT_EQ(effusion().leftOut, 0);
  EXPECT_EQ(labelPolicy(set_.open(), "finding").uncertain, UncertainAs::One);
  LabelsPage other(set_);
  other.enter();
  ASSERT_TRUE(settle(other));
  EXPECT_EQ(other.uncertain()->currentData().toInt(), static_cast<int>(UncertainAs::One));
}

TEST_F(LabelsPageTest, ClassesThatComeTogetherAreReadCellByCell) {
  LabelsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  CooccurrenceModel* matrix = page.cooccurrence()->matrix();
  ASSERT_EQ(matrix->rowCount(), 2);
  const auto& names = matrix->matrix().names;
  const int edema = names[0] == "Edema" ? 0 : 1, effusion = 1 - edema;
  EXPECT_EQ(matrix->data(matrix->index(edema, effusion), Qt::DisplayRole).toString(), "10");
  EXPECT_DOUBLE_EQ(matrix->share(edema, effusion), 1);
  EXPECT_DOUBLE_EQ(matrix->share(effusion, edema), 0.5);
  EXPECT_THAT(
      matrix->data(matrix->index(effusion, edema), Qt::AccessibleTextRole).toString().toStdString(),
      HasSubstr("50%"));
  QTableView* table = page.cooccurrence()->table();
  table->setFocus();
  table->setCurrentIndex(matrix->index(0, 0));
  QTest::keyClick(table, Qt::Key_Right);
  EXPECT_EQ(table->currentIndex(), matrix->index(0, 1));
}

TEST_F(SplitsPageTest, AreShownBeforeTheyAreAppliedAndCanBeUndone) {
  SplitsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  EXPECT_THAT(splitsByPatient().at("p0"), ::testing::ElementsAre(Split::None));
  ASSERT_GE(page.table()->rowCount(), 5);
  EXPECT_EQ(page.table()->item(0, 1)->text().section(' ', 0, 0), "24");  // patients, 80%
  EXPECT_EQ(page.table()->item(1, 1)->text().section(' ', 0, 0), "48");
  ASSERT_TRUE(page.applyButton()->isEnabled());
  QSignalSpy changed(&page, &DataSetPage::catalogChanged);
  click(page.applyButton());
  ASSERT_TRUE(wait([&] { return changed.count() == 1; }));
  ASSERT_TRUE(settle(page));
  std::map<Split, int> patients;
  for (const auto& [patient, splits] : splitsByPatient()) {
    EXPECT_EQ(splits.size(), 1u) << patient;
    ++patients[*splits.begin()];
  }
  EXPECT_EQ(patients[Split::Training], 24);
  EXPECT_EQ(patients[Split::Validation], 3);
  EXPECT_EQ(patients[Split::Test], 3);
  EXPECT_FALSE(page.applyButton()->isEnabled());  // they are so already
  EXPECT_TRUE(page.fractions()->isVisible());
  EXPECT_EQ(page.fractions()->columnCount(), 4);
  click(page.undoButton());
  ASSERT_TRUE(wait([&] { return changed.count() == 2; }));
  ASSERT_TRUE(settle(page));
  EXPECT_THAT(splitsByPatient().at("p0"), ::testing::ElementsAre(Split::None));
}

TEST_F(SplitsPageTest, SharesThatDoNotAddUpAreSaidAndGivenSplitsKept) {
  {
    Catalog catalog = set_.open();
    const std::vector<RecordId> ids = catalog.find({});
    catalog.setSplit(std::vector<RecordId>{ids[0], ids[1]}, Split::Test);
  }
  SplitsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  page.share(0)->setValue(70);
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.findChild<QLabel*>("splitProblem")->isVisible());
  EXPECT_FALSE(page.applyButton()->isEnabled());
  page.share(1)->setValue(20);
  page.keepGiven()->setChecked(true);
  ASSERT_TRUE(settle(page));
  EXPECT_FALSE(page.findChild<QLabel*>("splitProblem")->isVisible());
  click(page.applyButton());
  ASSERT_TRUE(wait([&] { return splitsByPatient().at("p9").count(Split::None) == 0; }));
  EXPECT_THAT(splitsByPatient().at("p0"), ::testing::ElementsAre(Split::Test));
}

TEST_F(SplitsPageTest, WhatBlocksTrainingIsSaidAndTheWayThere) {
  std::vector<RecordId> ids;
  {
    Catalog catalog = set_.open();
    ids = catalog.find({});
    catalog.setSplit(ids, Split::Training);
    catalog.setSplit(std::vector<RecordId>{ids[1]}, Split::Test);
  }
  SplitsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  EXPECT_THAT(page.checks()->text().toStdString(), HasSubstr("block"));
  QSignalSpy asked(&page, &SplitsPage::checksRequested);
  click(page.checksButton());
  EXPECT_EQ(asked.count(), 1);
  // Such records can be shown alone.
  RecordQuery query;
  query.only = {ids[1], ids[0], 1'000'000};
  EXPECT_EQ(set_.open().find(query), (std::vector<RecordId>{ids[0], ids[1]}));
}

}  // namespace
}  // namespace mrm
