// The stage Data shows each record with its image and report, and says why others were set aside.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "core/image/decode.h"
#include "core/sample/sample_project.h"
#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/curation/data_stage.h"
#include "widgets/curation/record_table_model.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/workspace.h"

namespace mrm {
namespace {

using testing::text;
using testing::waitFor;

class Data : public testing::WindowFixture {
 protected:
  Data() {
    SampleOptions options;
    options.patients = 8;
    options.size = 64;
    project_ = makeSampleProject(folder_.path() / "sample", options);
  }
  void open() {
    expected_ = readRecords(project_.records, project_.columns);
    window_.resize(1366, 768);
    window_.show();
    window_.openProject(text(project_.root));
    ASSERT_TRUE(waitFor([&] { return window_.workspace().project().has_value(); }));
    window_.actions().action("stage.data")->trigger();
    ASSERT_TRUE(settled(window_));
    ASSERT_TRUE(waitFor([&] { return stage()->table()->isVisible(); }));
  }
  // Sets three records aside, each for another reason.
  void damage() {
    const RecordTable whole = readRecords(project_.records, project_.columns);
    std::filesystem::remove(whole.records.at(1).image);
    const std::string csv = readFile(project_.records, 1 << 20);
    writeFileAtomically(project_.records, csv + row("", "no patient here") + row("P9", ""));
  }
  // A line of the table with an image that there is.
  std::string row(const std::string& patient, const std::string& report) const {
    const std::string csv = readFile(project_.records, 1 << 20);
    QStringList header = QString::fromStdString(csv.substr(0, csv.find('\n'))).trimmed().split(',');
    const RecordTable whole = readRecords(project_.records, project_.columns);
    const auto image =
        whole.records.front().image.lexically_relative(project_.records.parent_path());
    for (QString& cell : header) {
      const std::string name = cell.toStdString();
      cell = name == project_.columns.image     ? text(image)
             : name == project_.columns.report  ? QString::fromStdString(report)
             : name == project_.columns.patient ? QString::fromStdString(patient)
                                                : QString();
    }
    return header.join(',').toStdString() + "\n";
  }

  DataStage* stage() { return window_.dataStage(); }
  QString cell(int row, int column) {
    return stage()->table()->model()->index(row, column).data().toString();
  }
  int rows() { return stage()->table()->model()->rowCount(); }
  QString summary() { return stage()->findChild<QLabel*>("recordSummary")->text(); }
  void search(const QString& words) {
    stage()->search()->selectAll();
    QTest::keyClick(stage()->search(), Qt::Key_Delete);
    QTest::keyClicks(stage()->search(), words);
    testing::passTime(300);
  }
  // The image on the screen is the record's file, pixel by pixel at some places.
  void expectShown(const Record& record) {
    EXPECT_EQ(stage()->report()->toPlainText().toStdString(), record.report);
    ASSERT_TRUE(waitFor([&] { return stage()->image()->hasImage(); }));
    EXPECT_EQ(stage()->image()->accessibleName(), text(record.image.filename()));
    const GrayImage image = decodeGray(record.image);
    const auto pane = stage()->image();
    int compared = 0;
    for (int y = 0; y < pane->height(); y += 17)
      for (int x = 0; x < pane->width(); x += 17) {
        const PixelReadout pixel = pane->readoutAt(QPointF(x, y));
        if (!pixel.inside) continue;
        ASSERT_EQ(pixel.stored, image.at(pixel.x, pixel.y));
        ++compared;
      }
    EXPECT_GT(compared, 50);
  }

  RecordTable expected_;
  MainWindow window_;
};

TEST_F(Data, ListsEveryRecordOfTheTable) {
  open();
  ASSERT_EQ(rows(), static_cast<int>(expected_.records.size()));
  ASSERT_GT(rows(), 8);
  for (int i = 0; i < rows(); ++i) {
    const Record& record = expected_.records[static_cast<std::size_t>(i)];
    EXPECT_EQ(cell(i, RecordTableModel::NumberColumn), QString::number(record.number));
    EXPECT_EQ(cell(i, RecordTableModel::PatientColumn).toStdString(), record.patient);
    EXPECT_EQ(cell(i, RecordTableModel::ImageColumn), text(record.image.filename()));
    EXPECT_TRUE(QString::fromStdString(record.report)
                    .simplified()
                    .startsWith(cell(i, RecordTableModel::ReportColumn).left(60)));
  }
  EXPECT_EQ(summary(), QString("%1 records").arg(rows()));
  EXPECT_EQ(stage()->table()->currentIndex().row(), 0);
}

TEST_F(Data, ImageAndReportFollowTheSelection) {
  open();
  expectShown(expected_.records[0]);
  for (const int row : {5, 2}) {
    const QRect cell = stage()->table()->visualRect(
        stage()->table()->model()->index(row, RecordTableModel::ImageColumn));
    QTest::mouseClick(stage()->table()->viewport(), Qt::LeftButton, {}, cell.center());
    ASSERT_TRUE(waitFor([&] {
      return stage()->image()->hasImage() &&
             stage()->image()->accessibleName() ==
                 text(expected_.records[static_cast<std::size_t>(row)].image.filename());
    }));
    expectShown(expected_.records[static_cast<std::size_t>(row)]);
  }
}

TEST_F(Data, KeysGoToTheNextAndPreviousRecord) {
  open();
  const auto at = [&] { return stage()->table()->currentIndex().row(); };
  QTest::keyClick(stage()->table(), Qt::Key_Down);
  EXPECT_EQ(at(), 1);
  QTest::keyClick(stage()->image(), Qt::Key_PageDown);
  EXPECT_EQ(at(), 2);
  expectShown(expected_.records[2]);
  QTest::keyClick(stage()->image(), Qt::Key_PageUp);
  QTest::keyClick(stage()->table(), Qt::Key_Up);
  EXPECT_EQ(at(), 0);
  QTest::keyClick(stage()->image(), Qt::Key_PageUp);  // at the first it stays
  EXPECT_EQ(at(), 0);
  for (int i = 0; i < rows() + 3; ++i) QTest::keyClick(stage()->image(), Qt::Key_PageDown);
  EXPECT_EQ(at(), rows() - 1);
  expectShown(expected_.records.back());
}

TEST_F(Data, SearchingShowsTheRecordsWithAllTheWords) {
  open();
  const QString patient = QString::fromStdString(expected_.records[3].patient);
  search(patient);
  int count = 0;
  for (const Record& record : expected_.records) count += record.patient == patient.toStdString();
  EXPECT_EQ(rows(), count);
  EXPECT_TRUE(summary().endsWith(QString("%1 shown").arg(count))) << summary().toStdString();
  search("EFFUSION left");
  count = 0;
  for (const Record& record : expected_.records) {
    const QString report = QString::fromStdString(record.report);
    count += report.contains("effusion", Qt::CaseInsensitive) &&
             report.contains("left", Qt::CaseInsensitive);
  }
  EXPECT_EQ(rows(), count);
  search("no such words anywhere");
  EXPECT_EQ(rows(), 0);
  search("");
  EXPECT_EQ(rows(), static_cast<int>(expected_.records.size()));
}

TEST_F(Data, RecordsSetAsideAreShownWithTheirReasons) {
  damage();
  open();
  ASSERT_EQ(expected_.rejected.size(), 3u);
  EXPECT_EQ(rows(), static_cast<int>(expected_.records.size()) + 3);
  EXPECT_EQ(stage()->setAsideCount(), 3);
  EXPECT_TRUE(summary().contains("3 set aside")) << summary().toStdString();
  auto* choice = stage()->findChild<QComboBox*>();
  QTest::keyClick(choice, Qt::Key_End);  // set aside
  ASSERT_EQ(rows(), 3);
  for (int i = 0; i < 3; ++i) {
    const RejectedRecord& rejected = expected_.rejected[static_cast<std::size_t>(i)];
    EXPECT_EQ(cell(i, RecordTableModel::NumberColumn), QString::number(rejected.number));
    EXPECT_EQ(cell(i, RecordTableModel::ReportColumn).toStdString(), rejected.reason);
    stage()->table()->selectRow(i);
    EXPECT_EQ(stage()->report()->toPlainText().toStdString(), rejected.reason);
    EXPECT_FALSE(stage()->image()->hasImage());
  }
  EXPECT_TRUE(cell(0, RecordTableModel::ReportColumn).contains("there is no such image file"));
  QTest::keyClick(choice, Qt::Key_Up);  // usable
  EXPECT_EQ(rows(), static_cast<int>(expected_.records.size()));
  QTest::keyClick(choice, Qt::Key_Home);  // all
  EXPECT_EQ(rows(), static_cast<int>(expected_.records.size()) + 3);
}

TEST_F(Data, AnImageThatCannotBeReadSaysWhyInItsPlace) {
  const RecordTable whole = readRecords(project_.records, project_.columns);
  writeFileAtomically(whole.records[1].image, "no image at all");
  open();
  stage()->table()->selectRow(1);
  const auto said = [&] { return stage()->image()->accessibleDescription(); };
  EXPECT_TRUE(waitFor([&] { return said().contains("neither a JPEG nor a PNG"); }))
      << said().toStdString();
  EXPECT_FALSE(stage()->image()->hasImage());
  EXPECT_EQ(stage()->report()->toPlainText().toStdString(), whole.records[1].report);
  stage()->table()->selectRow(2);
  expectShown(whole.records[2]);
}

TEST_F(Data, ATableThatIsGoneIsSaidInThePage) {
  std::filesystem::remove(project_.records);
  window_.show();
  window_.openProject(text(project_.root));
  window_.actions().action("stage.data")->trigger();
  ASSERT_TRUE(settled(window_));
  window_.actions().action("stage.data")->trigger();
  bool said = false;
  for (const auto* label : stage()->findChildren<QLabel*>())
    said |= label->isVisible() && label->text().contains(text(project_.records.filename()));
  EXPECT_TRUE(said);
}

}  // namespace
}  // namespace mrm
