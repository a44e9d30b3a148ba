#include "widgets/dataset/reports_page.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QListWidget>
#include <QTreeWidget>

#include "tests/gui/dataset/dataset_fixture.h"
#include "widgets/dataset/report_text_view.h"
#include "widgets/dataset/section_order.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ReportsPageTest : public testing::DataSetFixture {
 protected:
  void SetUp() override {
    DataSetFixture::SetUp();
    page_ = std::make_unique<ReportsPage>(set_);
    page_->resize(1000, 700);
    page_->show();
    page_->enter();
    ASSERT_TRUE(settle(*page_));
  }
  std::string read() const { return page_->read()->toPlainText().toStdString(); }
  const QTreeWidgetItem* line(const QString& name) const {
    for (auto* item : page_->counts()->findItems(name, Qt::MatchContains | Qt::MatchRecursive))
      return item;
    return nullptr;
  }
  std::unique_ptr<ReportsPage> page_;
};

TEST_F(ReportsPageTest, ShowsAReportAsItWasAndAsTheModelReadsIt) {
  EXPECT_THAT(page_->original()->toPlainText().toStdString(),
              HasSubstr("1. Small effusion of ___"));
  EXPECT_EQ(read(), "The heart is of normal size. Small effusion of ml. Effusion.");
  EXPECT_THAT(page_->original()->accessibleDescription().toStdString(), HasSubstr("Findings"));
  // The tints lie on the sections.
  const auto marks = page_->original()->extraSelections();
  ASSERT_EQ(marks.size(), 2);
  EXPECT_THAT(marks[1].cursor.selectedText().toStdString(), HasSubstr("IMPRESSION"));
}

TEST_F(ReportsPageTest, CountsTheWholeDataSet) {
  ASSERT_TRUE(page_->scan());
  EXPECT_EQ(page_->scan()->reports.size(), 60u);
  EXPECT_EQ(page_->scan()->read, 48);
  ASSERT_EQ(page_->scan()->reasons.size(), 1u);
  EXPECT_EQ(page_->scan()->reasons[0].count, 12);
  ASSERT_TRUE(line("Section: Impression"));
  EXPECT_EQ(line("Section: Impression")->text(1), "48");
  ASSERT_TRUE(line("Date"));
  EXPECT_EQ(line("Date")->text(1), "12");
  ASSERT_TRUE(line("Name"));
}

TEST_F(ReportsPageTest, AClickOnACountShowsSuchAReport) {
  page_->counts()->itemActivated(const_cast<QTreeWidgetItem*>(line("Date")), 0);
  ASSERT_TRUE(settle(*page_));
  EXPECT_THAT(page_->original()->toPlainText().toStdString(), HasSubstr("12/24/2019"));
  const RecordId first = page_->shown();
  page_->counts()->itemActivated(const_cast<QTreeWidgetItem*>(line("Date")), 0);
  ASSERT_TRUE(settle(*page_));
  EXPECT_GT(page_->shown(), first);  // the next one
  // A carriage return before the line feed moves no mark.
  bool isUnderlined = false;
  for (const auto& mark : page_->original()->extraSelections())
    isUnderlined = isUnderlined || mark.cursor.selectedText() == "12/24/2019";
  EXPECT_TRUE(isUnderlined);
}

TEST_F(ReportsPageTest, SectionsAreChosenAndTheChoiceIsTheCataloguesSetting) {
  QListWidget* list = page_->sections()->list();
  for (int i = 0; i < list->count(); ++i)
    if (list->item(i)->text() == "Findings") list->item(i)->setCheckState(Qt::Unchecked);
  EXPECT_EQ(read(), "Effusion.");  // at once
  ASSERT_TRUE(settle(*page_));
  const ReportPolicy kept = reportPolicyOf(set_.open());
  EXPECT_EQ(kept.sections, SectionChoice{SectionKind::Impression});
  EXPECT_EQ(page_->policy(), kept);
  // Another window of the same data set shows it.
  ReportsPage other(set_);
  other.enter();
  ASSERT_TRUE(settle(other));
  EXPECT_EQ(other.policy(), kept);
}

TEST_F(ReportsPageTest, TheOrderIsChangedByKeys) {
  QListWidget* list = page_->sections()->list();
  ASSERT_EQ(list->item(1)->text(), "Impression");
  list->setCurrentRow(1);
  QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
  EXPECT_EQ(read(), "Effusion. The heart is of normal size. Small effusion of ml.");
  ASSERT_TRUE(settle(*page_));
  EXPECT_EQ(reportPolicyOf(set_.open()).sections,
            (SectionChoice{SectionKind::Impression, SectionKind::Findings}));
}

TEST_F(ReportsPageTest, BlanksAndWhatServesInThePlaceOfMissingSections) {
  page_->blanks()->setCurrentIndex(
      page_->blanks()->findData(static_cast<int>(BlankHandling::Keep)));
  page_->blanks()->activated(page_->blanks()->currentIndex());
  EXPECT_THAT(read(), HasSubstr("___"));
  page_->fallback()->setCurrentIndex(3);  // the whole report
  page_->fallback()->activated(3);
  ASSERT_TRUE(settle(*page_));
  EXPECT_EQ(page_->scan()->read, 60);
  EXPECT_EQ(page_->scan()->fallback, 12);
}

TEST_F(ReportsPageTest, WithoutReportsItSaysSo) {
  {
    Catalog catalog = set_.open();
    catalog.exclude(catalog.find({}));
  }
  ReportsPage page(set_);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  EXPECT_FALSE(page.original()->isVisible());
}

}  // namespace
}  // namespace mrm
