// The importer of any table: mapping, guesses, and what it says of rows that cannot be used.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/importers/import_reasons.h"
#include "tests/importers/plan_checks.h"
#include "tests/mutation.h"
#include "tests/python.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using testing::finding;
using ::testing::HasSubstr;
using testing::labelsOf;
using testing::putFile;
using testing::recordOf;

class CsvImporterTest : public ::testing::Test {
 protected:
  void images(const std::vector<std::string>& names) {
    for (const std::string& name : names) putFile(folder_.path() / name);
  }
  ImportPlan plan(const std::string& table, ImportSettings more = {}) {
    const auto file = folder_.path() / "t.csv";
    putFile(file, table);
    more["table"] = file.string();
    return testing::planWith("csv", more);
  }
  std::map<std::string, std::string> guessesFor(const std::string& table) {
    const auto file = folder_.path() / "guess.csv";
    putFile(file, table);
    std::map<std::string, std::string> guesses;
    for (const ImportField& field : findImporter("csv")->fields({{"table", file.string()}}))
      if (field.name.ends_with("-column") || field.name.ends_with("-columns"))
        if (!field.value.empty()) guesses[field.name] = field.value;
    return guesses;
  }
  testing::TemporaryFolder folder_;
};

TEST_F(CsvImporterTest, TakesEveryColumnThatIsMapped) {
  images({"a/1.png", "m/1.png"});
  const ImportPlan result = plan(
      "Image Path;Report Text;Patient ID;Study;View;Gender;Age;Study Date;Split;Effusion;Mass;"
      "lung_mask;air mask;mask_by\r\n"
      "a\\1.png;\"Two lines,\r\nof ÜTF-8\";P1;S1;AP "
      "Supine;female;58,5;20200131;validate;1;-1;m/1.png;"
      "1 2 3 4;Dr. X\r\n");
  ASSERT_EQ(result.batch.records.size(), 1U);
  const CatalogRecord& record = result.batch.records[0];
  EXPECT_EQ(record.key, "a/1.png");
  EXPECT_EQ(record.image, "a/1.png");
  EXPECT_EQ(record.status, RecordStatus::Usable) << record.reason;
  EXPECT_EQ(record.patient, "P1");
  EXPECT_EQ(record.study, "S1");
  EXPECT_EQ(record.view, "AP");
  EXPECT_EQ(record.sex, "F");
  EXPECT_EQ(record.age, 58.5);
  EXPECT_EQ(record.date, "2020-01-31");
  EXPECT_EQ(record.split, Split::Validation);
  EXPECT_EQ(record.provenance, "t.csv:2");
  ASSERT_TRUE(record.report);
  EXPECT_EQ(record.report->key, "P1/S1");
  EXPECT_EQ(record.report->text, "Two lines,\r\nof ÜTF-8");
  EXPECT_EQ(labelsOf(record), "Effusion+ Mass?");
  EXPECT_EQ(record.labels[0].task, "finding");
  ASSERT_EQ(record.masks.size(), 2U);
  EXPECT_EQ(record.masks[0].name, "lungs");
  EXPECT_EQ(record.masks[0].file, "m/1.png");
  EXPECT_EQ(record.masks[0].author, "Dr. X");
  EXPECT_EQ(record.masks[1].name, "air");
  EXPECT_EQ(record.masks[1].runLengths, "1 2 3 4");
  EXPECT_EQ(finding(result, "matched").count, 1);
  EXPECT_EQ(finding(result, "image-without-row").count, 0) << "the mask is no image of its own";
  EXPECT_EQ(result.batch.source.importer, "csv");
  EXPECT_EQ(result.batch.source.root, folder_.path());
  EXPECT_EQ(nlohmann::json::parse(result.batch.source.rule)["image-column"], "Image Path");
  ASSERT_EQ(result.preview.size(), 2U);
  EXPECT_EQ(result.preview[1][2], "P1");
}

TEST_F(CsvImporterTest, ImagesOfAStudyShareTheirReportButNotThoseOfAnother) {
  images({"1.png", "2.png", "3.png", "4.png"});
  const ImportPlan result = plan(
      "image,patient,study,report\n1.png,p1,1,Clear.\n2.png,p1,1,Clear.\n3.png,p2,1,Effusion.\n"
      "4.png,p1,1,Another.\n");
  const auto key = [&](const char* image) { return recordOf(result, image).report->key; };
  EXPECT_EQ(key("1.png"), key("2.png"));
  EXPECT_NE(key("1.png"), key("3.png")) << "studies are numbered anew for each patient";
  EXPECT_NE(key("1.png"), key("4.png")) << "the table gives this image a report of its own";
}

TEST_F(CsvImporterTest, ValueBlankUncertainAndAbsentStayApart) {
  images({"1.png", "2.png"});
  const ImportPlan result = plan("image,A,B,C,D\n1.png,1,0,-1,\n2.png,,nan,1.0,0.0\n");
  EXPECT_EQ(labelsOf(recordOf(result, "1.png")), "A+ B- C? D=");
  EXPECT_EQ(labelsOf(recordOf(result, "2.png")), "A= B= C+ D-");
}

TEST_F(CsvImporterTest, ListsOfClassesSayNoToTheOthersOrNothing) {
  images({"1.png", "2.png", "3.png", "4.png"});
  const std::string table =
      "image,findings\n1.png,Mass|Nodule\n2.png,No Finding\n3.png,Mass\n4.png,\n";
  const ImportPlan result = plan(table);
  EXPECT_EQ(labelsOf(recordOf(result, "1.png")), "Mass+ Nodule+");
  EXPECT_EQ(labelsOf(recordOf(result, "2.png")), "Mass- Nodule-");
  EXPECT_EQ(labelsOf(recordOf(result, "3.png")), "Mass+ Nodule-");
  EXPECT_EQ(labelsOf(recordOf(result, "4.png")), "") << "an empty list says nothing";
  const ImportPlan absent = plan(table, {{"label-list-others", "absent"}});
  EXPECT_EQ(labelsOf(recordOf(absent, "3.png")), "Mass+");
}

TEST_F(CsvImporterTest, EveryRecordThatCannotBeUsedHasItsReasonAndLine) {
  images({"1.png", "2.png", "3.png", "5.png", "d1/same.png", "d2/same.png", "extra.png"});
  putFile(folder_.path().parent_path() / "outside.png");
  const ImportPlan result = plan(
      "image,report,patient,viral,lung_mask\n"
      "1.png,text,p1,1,\n"
      "2.png,text,p2,11,\n"
      "3.png,,p3,0,\n"
      "4.png,text,p4,0,\n"
      "5.png,text,,0,\n"
      "../outside.png,text,p6,0,\n"
      "/etc/hostname,text,p7,0,\n"
      ",text,p8,0,\n"
      "same.png,text,p9,0,\n"
      "1.png,text,p1,1,gone.png\n"
      "short,row\n",
      {{"empty-report", "quarantine"}});
  EXPECT_EQ(result.batch.records.size(), 10U) << "the first image is named twice";
  EXPECT_EQ(recordOf(result, "2.png").reason,
            std::string(reasons::kBadLabel) + ": 'viral' is '11'.");
  EXPECT_EQ(recordOf(result, "3.png").reason, reasons::kReportEmpty);
  EXPECT_EQ(recordOf(result, "4.png").reason, reasons::kImageMissing);
  EXPECT_EQ(recordOf(result, "5.png").reason, reasons::kNoPatient);
  EXPECT_EQ(recordOf(result, "t.csv:7").reason, reasons::kImageOutside);
  EXPECT_TRUE(recordOf(result, "t.csv:7").image.empty());
  EXPECT_EQ(recordOf(result, "/etc/hostname").reason, reasons::kImageAbsolute);
  EXPECT_EQ(recordOf(result, "t.csv:9").reason, reasons::kNoImageNamed);
  EXPECT_EQ(recordOf(result, "same.png").reason, reasons::kImageAmbiguous);
  EXPECT_EQ(recordOf(result, "1.png").reason, reasons::kMaskMissing);
  EXPECT_EQ(recordOf(result, "short").reason,
            std::string(reasons::kBadRow) + ": it has 2 fields where the header has 5.");
  EXPECT_EQ(testing::usable(result), 0);

  EXPECT_THAT(finding(result, "bad-label").examples, ElementsAre("t.csv:3: 'viral' is '11'"));
  EXPECT_EQ(finding(result, "bad-label").severity, ImportFinding::Severity::Problem);
  EXPECT_THAT(finding(result, "bad-row").examples,
              ElementsAre("t.csv:12: has 2 fields where the header has 5"));
  EXPECT_EQ(finding(result, "row-without-image").count, 6);
  EXPECT_EQ(finding(result, "duplicate").count, 1);
  EXPECT_THAT(finding(result, "image-without-row").examples,
              ElementsAre("d1/same.png", "d2/same.png", "extra.png"));
  std::int64_t quarantined = 0;
  for (const ImportFinding& found : result.findings)
    if (found.kind == "quarantined") quarantined += found.count;
  EXPECT_EQ(quarantined, 10);
}

TEST_F(CsvImporterTest, AbsolutePathsAreTakenWhenTheyAreAllowed) {
  testing::TemporaryFolder other;
  putFile(other.path() / "x.png");
  images({"1.png"});
  const std::string outside = (other.path() / "x.png").string();
  const std::string table = "image\n" + outside + "\n" + (folder_.path() / "1.png").string() + "\n";
  EXPECT_EQ(recordOf(plan(table), outside).reason, reasons::kImageAbsolute);
  const ImportPlan allowed = plan(table, {{"absolute-paths", "yes"}});
  EXPECT_EQ(recordOf(allowed, outside).status, RecordStatus::Usable);
  EXPECT_EQ(recordOf(allowed, "1.png").status, RecordStatus::Usable)
      << "an absolute path inside is a relative one";
}

TEST_F(CsvImporterTest, ImagesNamedTwiceAreDuplicatesOrConflicts) {
  images({"1.png", "2.png", "3.png", "4.png"});
  const ImportPlan result = plan(
      "image,patient,sex,split,A\n"
      "1.png,p1,F,train,1\n1.png,p1,,,\n"   // says less
      "2.png,p2,M,train,1\n2.png,p2,,,0\n"  // another label
      "3.png,p3,M,train,1\n3.png,p4,,,\n"   // another patient
      "4.png,p1,M,test,1\n");               // the first patient again
  EXPECT_EQ(finding(result, "duplicate").count, 1);
  EXPECT_EQ(finding(result, "conflict", "Images").count, 2);
  EXPECT_THAT(finding(result, "conflict", "Images").examples,
              ElementsAre("t.csv:4 and t.csv:5: 2.png: 'A' (positive, negative)",
                          "t.csv:6 and t.csv:7: 3.png: patient"));
  EXPECT_THAT(finding(result, "conflict", "Patients have two").examples,
              ElementsAre("t.csv:2 and t.csv:8"));
  EXPECT_THAT(finding(result, "conflict", "Patients are in two").examples,
              ElementsAre("t.csv:2 and t.csv:8"));
  EXPECT_THAT(recordOf(result, "3.png").reason, HasSubstr("patient"));
  EXPECT_EQ(recordOf(result, "1.png").status, RecordStatus::Usable);
  EXPECT_EQ(testing::usable(result), 2);
}

TEST_F(CsvImporterTest, GuessesColumnsByTheirWordsAndValues) {
  using Guess = std::map<std::string, std::string>;
  EXPECT_EQ(guessesFor("Path,Sex,Age,Frontal/Lateral,AP/PA,No Finding,Edema\n"
                       "a.jpg,Female,68,Frontal,AP,1.0,\nb.jpg,Male,5,Lateral,,,-1.0\n"),
            (Guess{{"image-column", "Path"},
                   {"sex-column", "Sex"},
                   {"age-column", "Age"},
                   {"view-column", "AP/PA"},
                   {"label-columns", "No Finding|Edema"}}));
  EXPECT_EQ(guessesFor("image,report,patient_id,study,view,effusion,nodule,lung_mask\n"
                       "a.png,Clear.,S1,1,PA,0,1,m.png\n"),
            (Guess{{"image-column", "image"},
                   {"report-column", "report"},
                   {"patient-column", "patient_id"},
                   {"study-column", "study"},
                   {"view-column", "view"},
                   {"label-columns", "effusion|nodule"},
                   {"mask-columns", "lungs=lung_mask"}}));
  EXPECT_EQ(guessesFor("filename,findings\na.png,The lungs are clear and the heart is of normal "
                       "size.\n")["report-column"],
            "findings");
  EXPECT_EQ(guessesFor("filename,findings\na.png,Mass|Nodule\n")["label-list-column"], "findings");
}

TEST_F(CsvImporterTest, WrongSettingsAreNamed) {
  images({"1.png"});
  const auto problemOf = [&](const ImportSettings& settings) {
    try {
      plan("image,A\n1.png,1\n", settings);
      return std::string("accepted");
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  EXPECT_THAT(problemOf({{"imagecolumn", "image"}}), HasSubstr("Did you mean image-column?"));
  EXPECT_THAT(problemOf({{"image-column", "img"}}), HasSubstr("The columns are: image, A."));
  EXPECT_THAT(problemOf({{"label-columns", "A|Z"}}), HasSubstr("there is no column 'Z'"));
  EXPECT_THAT(problemOf({{"delimiter", "dot"}}), HasSubstr("It may be: auto, comma"));
  EXPECT_THAT(problemOf({{"whole", "maybe"}}), HasSubstr("neither yes nor no"));
  EXPECT_THAT(problemOf({{"image-column", ""}}), HasSubstr("is not given"));
  EXPECT_EQ(problemOf({{"label-columns", "A"}}), "accepted");
  EXPECT_THROW(testing::planWith("csv", {}), Error);
  EXPECT_THROW(testing::planWith("csv", {{"table", (folder_.path() / "none.csv").string()}}),
               Error);
}

TEST_F(CsvImporterTest, EncodingsDelimitersAndCompressionComeOutTheSame) {
  images({"Übung/1.png"});
  const std::u16string wide = u"image\tpatient\nÜbung/1.png\tMüller\n";
  std::string utf16 = "\xFF\xFE";
  for (const char16_t c : wide) {
    utf16 += static_cast<char>(c & 0xFF);
    utf16 += static_cast<char>(c >> 8);
  }
  const std::string latin =
      "image;patient\n\xDC"
      "bung/1.png;M\xFCller\n";
  for (const std::string& table :
       {utf16, utf16.substr(2), latin,
        std::string("\xEF\xBB\xBFimage|patient\nÜbung/1.png|Müller\n")}) {
    const ImportPlan result = plan(table);
    ASSERT_EQ(result.batch.records.size(), 1U);
    EXPECT_EQ(result.batch.records[0].image, "Übung/1.png");
    EXPECT_EQ(result.batch.records[0].patient, "Müller");
    EXPECT_EQ(result.batch.records[0].status, RecordStatus::Usable);
  }
}

TEST_F(CsvImporterTest, MutatedTablesGiveAPlanOrANamedError) {
  images({"images/1.png", "images/2.png"});
  const std::string valid =
      "image;report;patient;A;B;lung_mask;split\r\nimages/1.png;\"Two\nlines\";7;1;-1;1 2 3 "
      "4;train\r\n"
      "images/2.png;n\xC3\xB6;8;0;;images/1.png;test\r\n";
  Random random(31);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    try {
      const ImportPlan result = plan(testing::mutate(valid, random, ";,\t\"\r\n-\xEF|01"));
      std::set<std::string> keys;
      for (const CatalogRecord& record : result.batch.records) {
        ASSERT_FALSE(record.key.empty());
        ASSERT_TRUE(keys.insert(record.key).second);
        ASSERT_EQ(record.status == RecordStatus::Quarantined, !record.reason.empty());
      }
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_LT(refused, 3000);
}

// The figures are counted by a few lines of Python, too.
TEST(CsvImporterRealData, CovidRecordsWithTheirMasks) {
  MRM_SHARED_OR_SKIP(table, "data/covid-cxr/records.csv");
  const ImportPlan plan = testing::planWith("csv", {{"table", table.string()}});
  EXPECT_EQ(plan.batch.records.size(), 382U);
  EXPECT_EQ(testing::usable(plan), 382);
  EXPECT_EQ(finding(plan, "matched").count, 382);
  EXPECT_EQ(finding(plan, "counts", "of them with a report").count, 381);
  EXPECT_EQ(finding(plan, "counts", "of them with a mask").count, 232);
  EXPECT_EQ(finding(plan, "counts", "Patients").count, 196);
  EXPECT_EQ(finding(plan, "image-without-row").count, 0);
  std::string ours;
  for (const CatalogRecord& record : plan.batch.records) {
    std::string line = record.image.generic_string() + " " + record.patient + " " + record.view +
                       " " + record.sex + " " +
                       (record.age ? std::to_string(std::lround(*record.age)) : "") + " " +
                       std::to_string(record.report ? record.report->text.size() : 0) + " " +
                       (record.masks.empty()
                            ? ""
                            : record.masks[0].file.generic_string() + " " + record.masks[0].author);
    ours += line + "\n";
  }
  MRM_PYTHON_OR_SKIP(python, "csv");
  const testing::TemporaryFolder folder;
  const std::string theirs = testing::runPython(python, folder.path(), R"(
import csv
view = {'L': 'LATERAL', 'AP Supine': 'AP', '?': ''}
for r in csv.DictReader(open(')" + table.string() + R"(', encoding='utf-8', newline='')):
    print(r['image'], r['patient_id'], view.get(r['view'], r['view']), r['sex'], r['age'],
          len(r['notes'].strip().encode()), (r['lung_mask'] + ' ' + r['mask_by']) if r['lung_mask'] else '')
)");
  EXPECT_EQ(ours, theirs);
}

}  // namespace
}  // namespace mrm
