// Published data sets, as small trees of their own shape.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/catalog/run_lengths.h"
#include "core/image/decode.h"
#include "core/importers/import_reasons.h"
#include "tests/importers/gzip_bytes.h"
#include "tests/importers/plan_checks.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using testing::finding;
using testing::gzipped;
using ::testing::HasSubstr;
using testing::labelsOf;
using testing::putFile;
using testing::recordOf;
using ::testing::SizeIs;
using ::testing::StartsWith;

class DataSets : public ::testing::Test {
 protected:
  void put(const std::string& file, const std::string& bytes = "x") {
    putFile(folder_.path() / file, bytes);
  }
  // With the settings that dropping the folder on the window would give.
  ImportPlan plan(const std::string& importer, const ImportSettings& more = {}) {
    const Importer* found = importerFor(folder_.path());
    EXPECT_EQ(found ? found->id() : "none", importer);
    ImportSettings settings = findImporter(importer)->settingsFor(folder_.path());
    for (const auto& [name, value] : more) settings[name] = value;
    return testing::planWith(importer, settings);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(DataSets, MimicCxrJpgJoinsMetadataSplitsLabelsAndReports) {
  const std::string study1 = "files/p10/p10000032/s50414267",
                    study2 = "files/p11/p11000001/s50000002";
  put(study1 + "/aa-01.jpg");
  put(study1 + "/aa-02.jpg");
  put(study2 + "/bb-01.jpg");
  put("files/p12/p12000000/s50000009/unlisted.jpg");
  put("mimic-cxr-reports/" + study1 + ".txt", "FINAL REPORT\n Clear.\n");
  put("mimic-cxr-reports/files/p11/p11000001/s59999999.txt", "Of no image.");
  put("mimic-cxr-2.0.0-metadata.csv.gz",
      gzipped(
          "dicom_id,subject_id,study_id,PerformedProcedureStepDescription,ViewPosition,Rows,"
          "Columns,StudyDate,StudyTime\n"
          "aa-01,10000032,50414267,\"CHEST (PA AND LAT)\",PA,3056,2544,21800506,213014.531\n"
          "aa-02,10000032,50414267,\"CHEST (PA AND LAT)\",LATERAL,3056,2544,21800506,213014.531\n"
          "bb-01,11000001,50000002,CHEST,AP,2544,3056,21810101,1\n"
          "cc-01,12000000,50000003,CHEST,,1,1,21820101,1\n"
          "../../x,12000000,50000003,CHEST,,1,1,21820101,1\n"));
  put("mimic-cxr-2.0.0-split.csv.gz",
      gzipped("dicom_id,study_id,subject_id,split\naa-01,50414267,10000032,train\n"
              "aa-02,50414267,10000032,validate\nbb-01,50000002,11000009,test\n"
              "zz-01,1,2,test\n"));
  put("mimic-cxr-2.0.0-chexpert.csv",
      "subject_id,study_id,Atelectasis,Edema,No Finding\n10000032,50414267,1.0,-1.0,\n"
      "11000001,50000002,0.0,11,\n1,2,1.0,,\n");
  const ImportPlan result = plan("mimic-cxr-jpg");
  ASSERT_THAT(result.batch.records, SizeIs(5));
  const CatalogRecord& first = recordOf(result, "aa-01");
  EXPECT_EQ(first.image, study1 + "/aa-01.jpg");
  EXPECT_EQ(first.patient, "10000032");
  EXPECT_EQ(first.study, "50414267");
  EXPECT_EQ(first.view, "PA");
  EXPECT_EQ(first.date, "2180-05-06");
  EXPECT_EQ(first.height, 3056);
  EXPECT_EQ(first.width, 2544);
  EXPECT_EQ(first.split, Split::Training);
  EXPECT_EQ(first.status, RecordStatus::Usable) << first.reason;
  EXPECT_EQ(first.report->text, "FINAL REPORT\n Clear.");
  EXPECT_EQ(first.report->key, recordOf(result, "aa-02").report->key);
  EXPECT_EQ(first.labels[0].task, "chexpert");
  EXPECT_EQ(labelsOf(first), "Atelectasis+ Edema? No Finding=");
  EXPECT_EQ(first.provenance, "mimic-cxr-2.0.0-metadata.csv.gz:2");
  EXPECT_THAT(recordOf(result, "bb-01").reason, StartsWith(reasons::kConflict))
      << "the split list names another patient";
  EXPECT_EQ(recordOf(result, "cc-01").reason, reasons::kImageMissing);
  EXPECT_THAT(recordOf(result, "mimic-cxr-2.0.0-metadata.csv.gz:6").reason,
              StartsWith(reasons::kBadRow));
  EXPECT_EQ(finding(result, "bad-label").count, 1);
  EXPECT_THAT(finding(result, "bad-label").examples,
              ElementsAre("mimic-cxr-2.0.0-chexpert.csv:3: 'Edema' is '11'"));
  EXPECT_THAT(finding(result, "conflict", "Patients are in two splits").examples, SizeIs(1));
  EXPECT_THAT(finding(result, "report-without-image").examples,
              ElementsAre("mimic-cxr-reports/files/p11/p11000001/s59999999.txt"));
  EXPECT_THAT(finding(result, "image-without-row").examples,
              ElementsAre("files/p12/p12000000/s50000009/unlisted.jpg"));
  EXPECT_EQ(finding(result, "row-without-image", "Images are in the split list").count, 1);
  EXPECT_EQ(finding(result, "row-without-image", "Labels belong").count, 1);
  EXPECT_TRUE(result.batch.isWhole);
}

TEST_F(DataSets, MimicCxrReadsItsRecordListAndTree) {
  put("cxr-record-list.csv.gz",
      gzipped("subject_id,study_id,dicom_id,path\n10000032,50414267,aa-01,files/p10/p10000032/"
              "s50414267/aa-01.dcm\n10000032,50414268,aa-02,../../etc/aa.dcm\n"));
  put("files/p10/p10000032/s50414267/aa-01.dcm");
  put("files/p10/p10000032/s50414267.txt", "Clear.");
  const ImportPlan result = plan("mimic-cxr");
  ASSERT_THAT(result.batch.records, SizeIs(2));
  EXPECT_EQ(recordOf(result, "aa-01").status, RecordStatus::Usable);
  EXPECT_EQ(recordOf(result, "aa-01").report->text, "Clear.");
  EXPECT_EQ(recordOf(result, "aa-02").reason, reasons::kImageOutside);
}

TEST_F(DataSets, ChexpertTakesPatientStudyAndViewAndKeepsBlankAndUncertain) {
  put("train/patient00001/study1/view1_frontal.jpg");
  put("train/patient00001/study1/view2_lateral.jpg");
  put("valid/patient64541/study1/view1_frontal.jpg");
  put("train.csv",
      "Path,Sex,Age,Frontal/Lateral,AP/PA,No Finding,Enlarged Cardiomediastinum,Edema\n"
      "CheXpert-v1.0-small/train/patient00001/study1/view1_frontal.jpg,Female,68,Frontal,AP,1.0,,"
      "0.0\n"
      "CheXpert-v1.0-small/train/patient00001/study1/view2_lateral.jpg,Female,68,Lateral,,,-1.0,\n"
      "CheXpert-v1.0-small/train/patient00002/study1/view1_frontal.jpg,Male,5,Frontal,PA,,,\n");
  put("valid.csv",
      "Path,Sex,Age,Frontal/Lateral,AP/PA,No Finding,Enlarged Cardiomediastinum,Edema\n"
      "CheXpert-v1.0-small/valid/patient64541/study1/view1_frontal.jpg,Unknown,0,Frontal,AP,0.0,"
      "1.0,0.0\n");
  const ImportPlan result = plan("chexpert");
  ASSERT_THAT(result.batch.records, SizeIs(4));
  const CatalogRecord& first = recordOf(result, "train/patient00001/study1/view1_frontal.jpg");
  EXPECT_EQ(first.patient, "patient00001");
  EXPECT_EQ(first.study, "patient00001/study1");
  EXPECT_EQ(first.view, "AP");
  EXPECT_EQ(first.sex, "F");
  EXPECT_EQ(first.split, Split::Training);
  EXPECT_EQ(labelsOf(first), "No Finding+ Enlarged Cardiomediastinum= Edema-");
  EXPECT_EQ(recordOf(result, "train/patient00001/study1/view2_lateral.jpg").view, "LATERAL");
  EXPECT_EQ(labelsOf(recordOf(result, "train/patient00001/study1/view2_lateral.jpg")),
            "No Finding= Enlarged Cardiomediastinum? Edema=");
  EXPECT_EQ(recordOf(result, "valid/patient64541/study1/view1_frontal.jpg").split,
            Split::Validation);
  EXPECT_EQ(testing::usable(result), 3);
}

TEST_F(DataSets, NihTakesFindingsSplitsAndBoxesOfTheImagesOwnSize) {
  const GrayImage half{512, 512, std::vector<std::uint8_t>(512 * 512, 7)};
  put("images_001/images/00000001_000.png", encodePng(half));
  put("images_002/images/00000001_001.png", "not really a png");
  put("images_002/images/00000002_000.png");
  put("Data_Entry_2017.csv",
      "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View "
      "Position,OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y],\n"
      "00000001_000.png,Cardiomegaly|Infiltration,0,1,058Y,M,PA,2682,2749,0.143,0.143,\n"
      "00000001_001.png,No Finding,1,1,413,F,AP,2682,2749,0.143,0.143,\n"
      "00000002_000.png,Cardiomegalie,0,2,80,M,PA,2500,2048,0.171,0.171,\n"
      "00000003_000.png,Hernia,0,3,80,M,PA,2500,2048,0.171,0.171,\n");
  put("train_val_list.txt", "00000001_000.png\n00000001_001.png\n");
  put("test_list.txt", "00000002_000.png\r\n00000001_001.png\r\n09999999_000.png\r\n");
  put("BBox_List_2017.csv",
      "Image Index,Finding Label,Bbox "
      "[x,y,w,h],,,\n00000001_000.png,Infiltrate,100,200,300.5,400,,,\n"
      "00000003_000.png,Hernia,10,20,30,40,,,\n09999999_000.png,Mass,1,1,1,1,,,\n"
      "00000001_001.png,Mass,5000,1,1,1,,,\n");
  const ImportPlan result = plan("nih-chestxray14");
  ASSERT_THAT(result.batch.records, SizeIs(4));
  const CatalogRecord& first = recordOf(result, "00000001_000.png");
  EXPECT_EQ(first.image, "images_001/images/00000001_000.png");
  EXPECT_EQ(first.patient, "1");
  EXPECT_EQ(first.age, 58);
  EXPECT_EQ(first.split, Split::Training);
  EXPECT_THAT(first.labels, SizeIs(14));
  EXPECT_THAT(labelsOf(first), StartsWith("Atelectasis- Cardiomegaly+ Effusion- Infiltration+"));
  ASSERT_THAT(first.masks, SizeIs(1));
  EXPECT_EQ(first.masks[0].name, "box: Infiltration");
  const GrayImage box = decodeRunLengths(first.masks[0].runLengths, 512, 512);
  EXPECT_EQ(std::count(box.pixels.begin(), box.pixels.end(), 255), 150 * 200);
  EXPECT_EQ(box.at(50, 100), 255);
  EXPECT_EQ(box.at(199, 299), 255);
  EXPECT_EQ(box.at(200, 299), 0);
  EXPECT_FALSE(recordOf(result, "00000001_001.png").age) << "413 years";
  EXPECT_THAT(recordOf(result, "00000001_001.png").reason, StartsWith(reasons::kConflict));
  EXPECT_THAT(recordOf(result, "00000002_000.png").reason, HasSubstr("'Cardiomegalie'"));
  EXPECT_EQ(recordOf(result, "00000003_000.png").reason, reasons::kImageMissing);
  EXPECT_THAT(finding(result, "conflict", "Patients have two").examples, SizeIs(1));
  EXPECT_EQ(finding(result, "row-without-image", "Images are in a split list alone").count, 1);
  EXPECT_EQ(finding(result, "mask-without-image").count, 1);
  EXPECT_EQ(finding(result, "bad-mask").count, 1);
}

TEST_F(DataSets, RsnaJoinsTheLinesOfAPatient) {
  put("stage_2_train_images/a.dcm");
  put("stage_2_train_images/b.dcm");
  put("stage_2_train_images/c.dcm");
  put("stage_2_test_images/t.dcm");
  put("stage_2_train_labels.csv",
      "patientId,x,y,width,height,Target\na,264.0,152.0,213.0,379.0,1\na,562.0,152.0,256.0,453.0,"
      "1\n"
      "b,,,,,0\nc,1,1,5,5,1\nc,,,,,0\nd,,,,,0\n");
  put("stage_2_detailed_class_info.csv",
      "patientId,class\na,Lung Opacity\na,Lung Opacity\nb,Normal\nc,Odd\nz,Normal\n");
  const ImportPlan result = plan("rsna-pneumonia");
  ASSERT_THAT(result.batch.records, SizeIs(4));
  const CatalogRecord& a = recordOf(result, "a");
  EXPECT_EQ(labelsOf(a), "Pneumonia+ Normal- No Lung Opacity / Not Normal- Lung Opacity+");
  ASSERT_THAT(a.masks, SizeIs(2));
  const GrayImage box = decodeRunLengths(a.masks[0].runLengths, 1024, 1024);
  EXPECT_EQ(std::count(box.pixels.begin(), box.pixels.end(), 255), 213 * 379);
  EXPECT_EQ(box.at(264, 152), 255);
  EXPECT_EQ(box.at(263, 152), 0);
  EXPECT_EQ(labelsOf(recordOf(result, "b")),
            "Pneumonia- Normal+ No Lung Opacity / Not Normal- Lung Opacity-");
  EXPECT_THAT(recordOf(result, "b").masks, SizeIs(0));
  EXPECT_THAT(recordOf(result, "c").reason, StartsWith(reasons::kConflict));
  EXPECT_EQ(recordOf(result, "d").reason, reasons::kImageMissing);
  EXPECT_EQ(finding(result, "bad-label").count, 1);
  EXPECT_EQ(finding(result, "image-without-row").count, 1);
}

TEST_F(DataSets, SiimKeepsTheEmptyMaskApartFromNone) {
  for (const char* image : {"1.2.3.100", "1.2.3.101", "1.2.3.102", "1.2.3.103"})
    put(std::string("dicom-images-train/s/") + image + ".dcm");
  put("train-rle.csv",
      "ImageId, EncodedPixels\n1.2.3.100, -1\n1.2.3.101, 5 6 7 8\n1.2.3.101,1000000 20\n"
      "1.2.3.102,5 6\n1.2.3.102,-1\n1.2.3.103,1048570 7\n1.2.3.104,-1\n");
  const ImportPlan result = plan("siim-acr");
  ASSERT_THAT(result.batch.records, SizeIs(5));
  const CatalogRecord& empty = recordOf(result, "1.2.3.100");
  EXPECT_EQ(labelsOf(empty), "Pneumothorax-");
  ASSERT_THAT(empty.masks, SizeIs(1)) << "an empty mask is a statement";
  EXPECT_EQ(empty.masks[0].runLengths, "");
  EXPECT_EQ(labelsOf(recordOf(result, "1.2.3.101")), "Pneumothorax+");
  EXPECT_THAT(recordOf(result, "1.2.3.101").masks, SizeIs(2));
  EXPECT_EQ(recordOf(result, "1.2.3.101").image, "dicom-images-train/s/1.2.3.101.dcm");
  EXPECT_THAT(recordOf(result, "1.2.3.102").reason, StartsWith(reasons::kConflict));
  EXPECT_THAT(recordOf(result, "1.2.3.103").reason, StartsWith(reasons::kBadMask));
  EXPECT_THAT(finding(result, "bad-mask").examples,
              ElementsAre("train-rle.csv:7: a run ends beyond the image's last pixel"));
  EXPECT_EQ(recordOf(result, "1.2.3.104").reason, reasons::kImageMissing);
}

TEST_F(DataSets, SiimAlsoComesAsPngImagesWithMaskFiles) {
  for (const char* image : {"0_train_1_.png", "1_train_0_.png", "0_test_1_.png"}) {
    put(std::string("png_images/") + image);
    if (std::string(image) != "1_train_0_.png") put(std::string("png_masks/") + image);
  }
  put("stage_1_train_images.csv",
      "new_filename,ImageId,has_pneumo\n0_train_1_.png,1.2.3,1\n1_train_0_.png,1.2.4,0\n");
  put("stage_1_test_images.csv", "new_filename,ImageId,has_pneumo\n0_test_1_.png,1.2.5,1\n");
  const ImportPlan result = plan("siim-acr");
  ASSERT_THAT(result.batch.records, SizeIs(3));
  EXPECT_EQ(recordOf(result, "1.2.3").image, "png_images/0_train_1_.png");
  EXPECT_EQ(recordOf(result, "1.2.3").masks.at(0).file, "png_masks/0_train_1_.png");
  EXPECT_EQ(recordOf(result, "1.2.3").split, Split::Training);
  EXPECT_EQ(recordOf(result, "1.2.5").split, Split::Test);
  EXPECT_EQ(labelsOf(recordOf(result, "1.2.4")), "Pneumothorax-");
  EXPECT_EQ(recordOf(result, "1.2.4").reason, reasons::kMaskMissing);
}

TEST_F(DataSets, CovidCollectionLeavesOutCtAndReadsFindingsByTheirKinds) {
  put("images/a.jpg");
  put("images/b.jpg");
  put("images/c.jpg");
  put("metadata.csv",
      "patientid,offset,sex,age,finding,RT_PCR_positive,view,modality,date,folder,filename,"
      "clinical_notes\n"
      "2,0,M,65,Pneumonia/Viral/COVID-19,Y,PA,X-ray,2020,images,a.jpg,\"Cough, fever.\"\n"
      "3,0,F,30,todo,,AP Supine,X-ray,,images,b.jpg,\n"
      "4,0,F,30,No Finding,,Axial,CT,,images,c.jpg,Scan.\n"
      "5,0,F,30,No Finding,,L,X-ray,,images,gone.jpg,Scan.\n");
  const ImportPlan result = plan("covid-cxr");
  ASSERT_THAT(result.batch.records, SizeIs(4));
  EXPECT_EQ(labelsOf(recordOf(result, "images/a.jpg")), "Pneumonia+ Viral+ COVID-19+");
  EXPECT_EQ(recordOf(result, "images/a.jpg").report->text, "Cough, fever.");
  EXPECT_EQ(labelsOf(recordOf(result, "images/b.jpg")), "") << "todo says nothing";
  EXPECT_EQ(recordOf(result, "images/b.jpg").view, "AP");
  EXPECT_EQ(recordOf(result, "images/b.jpg").status, RecordStatus::Usable);
  EXPECT_EQ(recordOf(result, "images/c.jpg").reason, reasons::kNotARadiograph);
  EXPECT_EQ(recordOf(result, "gone.jpg").reason, reasons::kImageMissing);
  EXPECT_EQ(labelsOf(recordOf(result, "gone.jpg")), "COVID-19- Pneumonia- Viral-");
}

TEST_F(DataSets, OpenIFindsTheImagesThatItsReportsName) {
  const auto report = [](const std::string& id, const std::string& findings,
                         const std::string& images) {
    return "<?xml version=\"1.0\"?><eCitation><uId id=\"" + id +
           "\"/><MedlineCitation><Article><Abstract><AbstractText Label=\"FINDINGS\">" + findings +
           "</AbstractText></Abstract></Article></MedlineCitation><MeSH><major>Cardiomegaly/"
           "mild</major><major>Cardiomegaly/borderline</major></MeSH>" +
           images + "</eCitation>";
  };
  put("ecgen-radiology/1.xml",
      report("CXR1", "Clear lungs.",
             "<parentImage id=\"CXR1_1_IM-0001-3001\"/><parentImage id=\"CXR1_1_IM-0001-4001\"/>"));
  put("ecgen-radiology/2.xml", report("CXR2", "", "<parentImage id=\"CXR2_IM-1\"/>"));
  put("ecgen-radiology/3.xml", report("CXR3", "None.", ""));
  put("ecgen-radiology/4.xml", "<eCitation><broken>");
  put("ecgen-radiology/5.xml",
      report("CXR5", "Of an image without a name.", "<parentImage id=\"\"/>"));
  put("NLMCXR_png/CXR1_1_IM-0001-3001.png");
  put("NLMCXR_png/CXR2_IM-1.png");
  put("NLMCXR_png/CXR9_IM-1.png");
  const ImportPlan result =
      plan("open-i", {{"images", (folder_.path() / "NLMCXR_png").string()},
                      {"reports", (folder_.path() / "ecgen-radiology").string()}});
  ASSERT_THAT(result.batch.records, SizeIs(4));
  EXPECT_EQ(recordOf(result, "5.xml").reason, reasons::kNoImageNamed);
  const CatalogRecord& first = recordOf(result, "CXR1_1_IM-0001-3001");
  EXPECT_EQ(first.image, "CXR1_1_IM-0001-3001.png");
  EXPECT_EQ(first.patient, "CXR1");
  EXPECT_THAT(first.report->text, HasSubstr("Clear lungs."));
  EXPECT_EQ(labelsOf(first), "Cardiomegaly+");
  EXPECT_EQ(recordOf(result, "CXR1_1_IM-0001-4001").reason, reasons::kImageMissing);
  EXPECT_EQ(recordOf(result, "CXR2_IM-1").reason, reasons::kReportEmpty);
  EXPECT_EQ(finding(result, "report-without-image").count, 1);
  EXPECT_EQ(finding(result, "bad-row").count, 1);
  EXPECT_THAT(finding(result, "image-without-row").examples, ElementsAre("CXR9_IM-1.png"));
}

TEST_F(DataSets, SplitListsReportLabelsThatCannotBeWithTheirLine) {
  put("img/gr1_lrg-a.jpg");
  put("img/b c.jpg");
  put("img/d.jpg");
  put("viral_test.txt", "gr1_lrg-a.jpg 11\nb c.jpg 1\nd.jpg 0 \n\ngone.jpg 1\n../d.jpg 1\nd.jpg\n");
  put("viral_train.txt", "d.jpg 0\n");
  const ImportPlan result = testing::planWith(
      "seed-lists", {{"test", (folder_.path() / "viral_test.txt").string()},
                     {"training", (folder_.path() / "viral_train.txt").string()}});
  EXPECT_EQ(recordOf(result, "img/gr1_lrg-a.jpg").reason,
            std::string(reasons::kBadLabel) + ": 'Viral pneumonia' is '11'.");
  EXPECT_THAT(finding(result, "bad-label").examples,
              ElementsAre("viral_test.txt:1: 'Viral pneumonia' is '11'"));
  EXPECT_EQ(labelsOf(recordOf(result, "img/b c.jpg")), "Viral pneumonia+");
  EXPECT_EQ(recordOf(result, "img/b c.jpg").split, Split::Test);
  EXPECT_THAT(recordOf(result, "img/d.jpg").reason, StartsWith(reasons::kConflict)) << "two splits";
  EXPECT_EQ(recordOf(result, "gone.jpg").reason, reasons::kImageMissing);
  EXPECT_EQ(recordOf(result, "viral_test.txt:6").reason, reasons::kImageOutside);
  EXPECT_EQ(finding(result, "bad-row").count, 1);
}

}  // namespace
}  // namespace mrm
