// A small data set in a catalogue, and what the tests of its pages share.
#pragma once

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSettings>
#include <QTest>

#include "tests/temporary_folder.h"
#include "widgets/common/background.h"
#include "widgets/dataset/dataset_page.h"

namespace mrm::testing {

class DataSetFixture : public ::testing::Test {
 protected:
  // 60 records of 30 patients: every third has an effusion, some are uncertain or blank; reports
  // with findings and impression, with an impression alone, or with neither.
  void SetUp() override {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((folder_.path() / "settings").string()));
    QCoreApplication::setOrganizationName("MRM Workbench");
    QCoreApplication::setApplicationName("mrm-workbench-test");
    QSettings().clear();
    set_.project.root = folder_.path() / "project";
    set_.project.name = "Chest";
    std::filesystem::create_directories(set_.project.root);
    Catalog catalog = Catalog::create(set_.project.catalogFile());
    saveProject(set_.project);
    ImportBatch batch;
    batch.source.name = "made";
    batch.source.importer = "csv";
    batch.source.root = folder_.path();
    for (int i = 0; i < 60; ++i) batch.records.push_back(record(i));
    catalog.import(batch);
    set_.open = [file = set_.project.catalogFile()] { return Catalog(file); };
  }
  void TearDown() override { finishBackgroundWork(); }

  static CatalogRecord record(int i) {
    CatalogRecord record;
    record.key = "r" + std::to_string(i);
    record.image = record.key + ".png";
    record.patient = "p" + std::to_string(i / 2);
    const LabelValue effusion = i % 3 == 0    ? LabelValue::Positive
                                : i % 10 == 1 ? LabelValue::Uncertain
                                : i % 10 == 2 ? LabelValue::Blank
                                              : LabelValue::Negative;
    record.labels = {
        {"finding", "Effusion", effusion},
        {"finding", "Edema", i % 6 == 0 ? LabelValue::Positive : LabelValue::Negative}};
    std::string text;
    if (i % 5 < 3)
      text =
          "FINDINGS: The heart is of normal size. 1. Small effusion of ___ ml.\nIMPRESSION: "
          "Effusion.";
    else if (i % 5 == 3)
      text = "INDICATION: Cough.\r\nIMPRESSION: Clear lungs, seen by Dr. Smith on 12/24/2019.";
    else
      text = "INDICATION: Dyspnea.";
    record.report = Report{record.key, text};
    return record;
  }
  template <class Condition>
  static bool wait(Condition condition) {
    return QTest::qWaitFor(condition, 30000);  // ms; what is waited for comes far sooner
  }
  static bool settle(const DataSetPage& page) {
    return wait([&] { return page.isSettled(); });
  }
  static void click(QWidget* button) { QTest::mouseClick(button, Qt::LeftButton); }

  TemporaryFolder folder_;
  DataSet set_;
};

}  // namespace mrm::testing
