// The import wizard over the real importers: tables as hospitals write them, bad files, and the
// COVID-19 image data collection.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTreeWidget>
#include <map>
#include <set>

#include "tests/gui/importing/wizard_fixture.h"
#include "tests/shared_data.h"
#include "widgets/common/notice.h"
#include "widgets/dataset/splits_page.h"
#include "widgets/importing/findings_view.h"
#include "widgets/importing/import_field_editor.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class CsvWizardTest : public testing::WizardFixture {
 protected:
  static std::unique_ptr<ImportWizard> wizard() {
    std::vector<const Importer*> all;
    for (const auto& importer : importers()) all.push_back(importer.get());
    return makeWizard(std::move(all));
  }
  static std::vector<CatalogRecord> recordsOf(const Catalog& catalog) {
    std::vector<CatalogRecord> records;
    catalog.forEach({}, [&](const CatalogRecord& record) { records.push_back(record); });
    return records;
  }
  fs::path root_ = folder_.path() / "projects" / "chest";
};

TEST_F(CsvWizardTest, ATableWithOddColumnsBecomesRecords) {
  const fs::path source = folder_.path() / "Röntgen 2024";
  fs::create_directories(source / "bilder");
  for (const char* name : {"a.png", "b.png", "c.png"})
    testing::writeFile(source / "bilder" / name, "not read before the pixels are");
  // Windows-1252, semicolons, decimal commas, a line break in quotes, blanks around the headers.
  testing::writeFile(source / "tabelle.csv",
                     " Aufnahme ;Nr; Beurteilung;Alter\r\n"
                     "bilder/a.png;17;\"Herz vergr\xf6\xdf"
                     "ert.\r\nKein Erguss.\";58,5\r\n"
                     "bilder/b.png;17;Unauff\xe4llig.;\r\n"
                     "bilder/fehlt.png;18;Erguss rechts.;61\r\n"
                     "bilder/c.png;19;;40\r\n");
  const auto made = wizard();
  made->setPath(text(source / "tabelle.csv"));
  ASSERT_TRUE(wait([&] { return made->source()->isComplete(); }));
  click(made->nextButton());
  SettingsPage* page = made->settings();
  ASSERT_TRUE(wait([&] { return page->editor("image-column") && !page->isReading(); }));
  ASSERT_EQ(page->preview()->columnCount(), 4);
  EXPECT_EQ(page->preview()->item(0, 2)->text(),
            QString::fromUtf8("Herz vergrößert. Kein Erguss."));
  const auto choose = [&](const char* field, const char* column) {
    auto* combo = qobject_cast<QComboBox*>(page->editor(field)->editor());
    combo->setFocus();
    QTest::keyClicks(combo, column);
    EXPECT_EQ(combo->currentText(), column) << field;
    QTest::qWait(combo->style()->styleHint(QStyle::SH_ComboBox_PopupFrameStyle) + 100);
  };
  choose("image-column", "Aufnahme");
  choose("patient-column", "Nr");
  choose("report-column", "Beurteilung");
  choose("age-column", "Alter");
  ASSERT_TRUE(wait([&] { return page->isComplete() && !page->isReading(); }));
  EXPECT_THAT(page->preview()->horizontalHeaderItem(1)->text().toStdString(),
              HasSubstr("Patient column"));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->check()->isComplete(); }));
  click(made->nextButton());
  nameProject(*made, root_);
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->target()->isDone(); }));
  const Catalog catalog(openProject(root_).catalogFile());
  const std::vector<CatalogRecord> records = recordsOf(catalog);
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].patient, "17");
  EXPECT_EQ(records[0].age, 58.5);
  ASSERT_TRUE(records[0].report);
  EXPECT_THAT(records[0].report->text, HasSubstr("vergrößert."));
  EXPECT_EQ(records[0].status, RecordStatus::Usable);
  EXPECT_EQ(records[2].status, RecordStatus::Quarantined);  // no such image
  EXPECT_FALSE(records[2].reason.empty());
  EXPECT_EQ(records[3].status, RecordStatus::Quarantined);  // no report
  EXPECT_EQ(catalog.imagePath(records[1]), source / "bilder/b.png");
}

TEST_F(CsvWizardTest, BadFilesAreNamedErrorsAndChangeNothing) {
  const std::pair<const char*, std::string> cases[] = {
      {"empty.csv", ""},
      {"binary.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\xff\xfe", 14) + std::string(500, '\0')},
      {"quotes.csv", "image,report\na.png,\"never closed\nb.png,x\n"},
      {"header.csv", "image,report,patient\n"},
  };
  for (const auto& [name, bytes] : cases) {
    SCOPED_TRACE(name);
    testing::writeFile(folder_.path() / name, bytes);
    const auto made = wizard();
    made->setPath(text(folder_.path() / name));
    ASSERT_TRUE(wait([&] { return !made->source()->isLooking(); }));
    made->source()->chooseImporter(findImporter("csv"));
    ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
    click(made->nextButton());
    ASSERT_TRUE(wait([&] { return !made->settings()->isReading(); }));
    if (made->settings()->isComplete()) {  // the head of it can be read
      click(made->nextButton());
      ASSERT_TRUE(wait([&] { return !made->check()->isBusy(); }));
      EXPECT_FALSE(made->nextButton()->isEnabled());
      EXPECT_TRUE(made->check()->notice()->isVisible() ||
                  !made->check()->summary()->text().isEmpty());
    } else {
      EXPECT_TRUE(made->settings()->notice()->isVisible() ||
                  !made->settings()->attention().isEmpty());
    }
    EXPECT_FALSE(made->nextButton()->isEnabled());
  }
  EXPECT_FALSE(fs::exists(folder_.path() / "projects"));
}

TEST_F(CsvWizardTest, TheCovidCollectionIsImportedWholeAndSplitByPatient) {
  MRM_SHARED_OR_SKIP(table, "data/covid-cxr/records.csv");
  const auto made = wizard();
  importAll(*made, table, root_);
  if (HasFatalFailure()) return;
  Catalog catalog(openProject(root_).catalogFile());
  int usable = 0, masks = 0, reports = 0;
  for (const CatalogRecord& record : recordsOf(catalog)) {
    usable += record.status == RecordStatus::Usable ? 1 : 0;
    masks += record.masks.empty() ? 0 : 1;
    reports += record.report ? 1 : 0;
    for (const Mask& mask : record.masks) EXPECT_TRUE(fs::exists(catalog.maskPath(record, mask)));
    EXPECT_TRUE(fs::exists(catalog.imagePath(record)));
  }
  EXPECT_EQ(usable, catalog.size());
  EXPECT_GT(catalog.size(), 200);
  EXPECT_GT(masks, 50);
  EXPECT_GT(reports, 200);

  DataSet set;
  set.project = openProject(root_);
  set.open = [file = set.project.catalogFile()] { return Catalog(file); };
  SplitsPage page(set);
  page.show();
  page.enter();
  ASSERT_TRUE(wait([&] { return page.isSettled(); }));
  ASSERT_TRUE(page.applyButton()->isEnabled());
  click(page.applyButton());
  ASSERT_TRUE(wait([&] { return page.isSettled() && !page.applyButton()->isEnabled(); }));
  std::map<std::string, std::set<Split>> splits;
  std::map<Split, int> records;
  for (const CatalogRecord& record : recordsOf(set.open())) {
    splits[record.patient].insert(record.split);
    ++records[record.split];
  }
  for (const auto& [patient, of] : splits) EXPECT_EQ(of.size(), 1u) << patient;
  EXPECT_EQ(records[Split::None], 0);
  EXPECT_GT(records[Split::Training], 4 * records[Split::Test]);
  EXPECT_GT(records[Split::Test], 10);
  EXPECT_GT(records[Split::Validation], 10);
}

}  // namespace
}  // namespace mrm
