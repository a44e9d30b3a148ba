// Damaged files of every kind that importers read: a plan or a named error, never a crash; no plan
// breaks its own rules.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <set>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "tests/importers/dicom_bytes.h"
#include "tests/importers/gzip_bytes.h"
#include "tests/importers/plan_checks.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using testing::gzipped;
using testing::putFile;

// Damaged inputs for each file; MRM_IMPORT_MUTATIONS asks for more.
int rounds() {
  const char* wanted = std::getenv("MRM_IMPORT_MUTATIONS");
  return wanted ? std::atoi(wanted) : 300;
}

void expectSound(const ImportPlan& plan) {
  std::set<std::string> keys;
  for (const CatalogRecord& record : plan.batch.records) {
    ASSERT_FALSE(record.key.empty());
    ASSERT_TRUE(keys.insert(record.key).second) << "a key stands twice";
    ASSERT_EQ(record.status == RecordStatus::Quarantined, !record.reason.empty());
    ASSERT_TRUE(record.image.empty() || record.image.is_absolute() ||
                *record.image.lexically_normal().begin() != "..");
    ASSERT_TRUE(record.status == RecordStatus::Quarantined || !record.image.is_absolute());
    for (const std::string& text :
         {record.key, record.patient, record.study, record.view, record.provenance, record.reason})
      ASSERT_TRUE(isUtf8(text));
    if (record.report) {
      ASSERT_TRUE(isUtf8(record.report->text));
      ASSERT_FALSE(record.report->text.empty());
    }
    for (const Label& label : record.labels) ASSERT_TRUE(isUtf8(label.name));
  }
  for (const ImportFinding& finding : plan.findings) {
    ASSERT_LE(finding.examples.size(), 10U);
    ASSERT_GE(finding.count, static_cast<std::int64_t>(finding.examples.size()));
    for (const std::string& example : finding.examples) ASSERT_TRUE(isUtf8(example));
  }
}

class HostileFiles : public ::testing::Test {
 protected:
  struct File {
    std::string name, bytes;
    std::string alphabet = ",;\n\r\"0123456789.-/|\xFF";
  };
  // Damages each of the files in turn, the others being whole.
  void damage(const std::string& importer, const ImportSettings& settings,
              const std::vector<File>& files, const std::vector<std::string>& images) {
    for (const std::string& image : images) putFile(folder_.path() / image);
    for (const File& file : files) putFile(folder_.path() / file.name, file.bytes);
    expectSound(testing::planWith(importer, settings));
    Random random(77);
    int inputs = 0;
    for (const File& file : files) {
      for (int i = 0; i < rounds(); ++i, ++inputs) {
        putFile(folder_.path() / file.name, testing::mutate(file.bytes, random, file.alphabet));
        try {
          expectSound(testing::planWith(importer, settings));
        } catch (const Error&) {
          continue;
        }
        if (HasFatalFailure()) FAIL() << importer << ", " << file.name << ", round " << i;
      }
      putFile(folder_.path() / file.name, file.bytes);
    }
    RecordProperty("inputs", inputs);
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string root() const { return folder_.path().string(); }
  testing::TemporaryFolder folder_;
};

TEST_F(HostileFiles, MimicCxrJpg) {
  damage("mimic-cxr-jpg",
         {{"folder", root()},
          {"metadata", path("m-metadata.csv")},
          {"split", path("m-split.csv.gz")},
          {"chexpert", path("m-chexpert.csv")}},
         {{"m-metadata.csv",
           "dicom_id,subject_id,study_id,ViewPosition,Rows,Columns,StudyDate\n"
           "aa,10000032,50414267,PA,3056,2544,21800506\nbb,10000032,50414267,LL,1,2,2180\n"},
          {"m-split.csv.gz",
           gzipped("dicom_id,study_id,subject_id,split\naa,50414267,10000032,train\n")},
          {"m-chexpert.csv", "subject_id,study_id,Edema,Mass\n10000032,50414267,1.0,-1.0\n"},
          {"files/p10/p10000032/s50414267.txt", "FINDINGS: Clear.", "\x80\xFF\n"}},
         {"files/p10/p10000032/s50414267/aa.jpg", "files/p10/p10000032/s50414267/bb.jpg"});
}

TEST_F(HostileFiles, ChexpertAndNih) {
  damage("chexpert", {{"folder", root()}, {"train", path("train.csv")}},
         {{"train.csv",
           "Path,Sex,Age,Frontal/Lateral,AP/PA,No Finding,Edema\n"
           "x/train/patient00001/study1/view1.jpg,Female,68,Frontal,AP,1.0,\n"}},
         {"train/patient00001/study1/view1.jpg"});
  damage("nih-chestxray14",
         {{"folder", root()},
          {"table", path("nih.csv")},
          {"train-list", path("train_val_list.txt")},
          {"boxes", path("boxes.csv")}},
         {{"nih.csv",
           "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View "
           "Position\n1_0.png,Mass|Hernia,0,1,57,M,PA\n"},
          {"train_val_list.txt", "1_0.png\n"},
          {"boxes.csv", "Image Index,Finding Label,Bbox [x,y,w,h]\n1_0.png,Mass,1,2,3,4\n"}},
         {"images/1_0.png"});
}

TEST_F(HostileFiles, RsnaSiimAndCovid) {
  damage(
      "rsna-pneumonia",
      {{"folder", root()}, {"table", path("labels.csv")}, {"classes", path("classes.csv")}},
      {{"labels.csv", "patientId,x,y,width,height,Target\na,264.0,152.0,213.0,379.0,1\nb,,,,,0\n"},
       {"classes.csv", "patientId,class\na,Lung Opacity\nb,Normal\n"}},
      {"a.dcm", "b.dcm"});
  damage("siim-acr", {{"folder", root()}, {"table", path("train-rle.csv")}},
         {{"train-rle.csv", "ImageId, EncodedPixels\na, -1\nb, 5 6 7 8\nb,1000000 20\n",
           "0123456789 -,\n"}},
         {});
  damage(
      "covid-cxr", {{"table", path("metadata.csv")}},
      {{"metadata.csv",
        "patientid,offset,sex,age,finding,RT_PCR_positive,view,modality,filename,clinical_notes\n"
        "2,0,M,65,Pneumonia/Viral,Y,PA,X-ray,a.dcm,\"Cough\"\n"}},
      {});
}

TEST_F(HostileFiles, OpenISplitListsAndFolders) {
  damage(
      "open-i", {{"reports", path("xml")}, {"images", root()}},
      {{"xml/1.xml",
        "<?xml version=\"1.0\"?><eCitation><uId id=\"CXR1\"/><MedlineCitation><Article><Abstract>"
        "<AbstractText Label=\"FINDINGS\">Clear &amp; fine.</AbstractText></Abstract></Article>"
        "</MedlineCitation><MeSH><major>Mass/small</major></MeSH><parentImage id=\"a\"/>"
        "<parentImage id=\"b\"/></eCitation>",
        "<>/\"=&;!?[]x"}},
      {"a.png"});
  damage("seed-lists", {{"training", path("list.txt")}, {"test", path("test.txt")}},
         {{"list.txt", "a.png 1 0\nb c.png 0 1\n../x 1 1\n", " \n01./\xFF"},
          {"test.txt", "c.png 1 0\n", " \n01./"}},
         {"b c.png"});
  damage("image-folder", {{"folder", root()}, {"reports", path("reports.csv")}},
         {{"reports.csv", "image,report\na.png,Clear.\nb c.png,Mass.\n"},
          {"b c.txt", "A report.", std::string("\0\xFF\xFE", 3)}},
         {});
}

TEST_F(HostileFiles, DicomFoldersWithReports) {
  testing::DicomBytes name, item, structured;
  name.set(0x00080104, "LO", "Findings");
  item.set(0x0040A043, "SQ", name.item()).set(0x0040A160, "UT", "Text.");
  structured.set(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11");
  structured.set(0x0020000D, "UI", "1.9.1").set(0x0040A730, "SQ", item.item() + item.item());
  const std::string alphabet("\0\x01\x02\x08\x28\xFF\xFE\xE0USQOB", 13);
  damage("dicom-folder", {{"folder", root()}, {"reports", path("reports.csv")}},
         {{"a.dcm", testing::radiograph("1.2.1", "P1", "1.9.1").file(), alphabet},
          {"sr.dcm", structured.file(), alphabet},
          {"reports.csv", "study,report\n1.9.1,Clear.\n"}},
         {});
}

}  // namespace
}  // namespace mrm
