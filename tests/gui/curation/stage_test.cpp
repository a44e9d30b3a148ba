// The stage Data as it is worked with: keys, menus, search, details, charts, checks.
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>
#include <algorithm>

#include "core/base/random.h"
#include "core/dicom/radiograph.h"
#include "core/image/decode.h"
#include "tests/gui/curation/stage_fixture.h"
#include "tests/shared_data.h"
#include "widgets/common/notice.h"
#include "widgets/curation/bar_chart.h"
#include "widgets/curation/checks_page.h"
#include "widgets/curation/distribution_view.h"
#include "widgets/curation/key_value_list.h"
#include "widgets/curation/pair_view.h"
#include "widgets/curation/report_view.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/catalog_facet_model.h"

namespace mrm {
namespace {

using testing::generateCatalog;
using testing::waitFor;

class Curation : public testing::StageFixture {
 protected:
  std::set<RecordId> with(Facet facet, const std::string& value) const {
    RecordQuery query;
    query.facets[facet] = {value};
    const auto ids = database().find(query);
    return {ids.begin(), ids.end()};
  }
  std::set<RecordId> rowIds(int first, int last) {
    const auto ids = idsIn({{first, last}}, *session().table().ids());
    return {ids.begin(), ids.end()};
  }
  void press(Qt::Key key) {
    stage()->table()->setFocus();
    QTest::keyClick(stage()->table(), key);
    ASSERT_TRUE(settled());
  }
};

TEST_F(Curation, KeysExcludeRestoreAndSplitWhatIsSelected) {
  open(60);
  {
    Catalog catalog = database();
    catalog.restore(*session().table().ids());
    catalog.setSplit(*session().table().ids(), Split::None);
  }
  session().refresh();
  ASSERT_TRUE(settled());
  selectRows(3, 14);
  press(Qt::Key_X);
  EXPECT_EQ(with(Facet::Status, "excluded"), rowIds(3, 14));
  EXPECT_EQ(action("edit.undo")->text(), "&Undo: Exclude 12 records");
  press(Qt::Key_R);
  EXPECT_TRUE(with(Facet::Status, "excluded").empty());
  const std::pair<Qt::Key, const char*> splits[] = {
      {Qt::Key_1, "training"}, {Qt::Key_2, "validation"}, {Qt::Key_3, "test"}, {Qt::Key_4, ""}};
  for (const auto& [key, split] : splits) {
    press(key);
    const auto chosen = rowIds(3, 14), now = with(Facet::Split, split);
    EXPECT_TRUE(std::includes(now.begin(), now.end(), chosen.begin(), chosen.end())) << split;
  }
  QTest::keyClick(stage()->table(), Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(settled());
  EXPECT_EQ(with(Facet::Split, "test"), rowIds(3, 14));
  EXPECT_EQ(action("edit.redo")->text(), "&Redo: Set split None of 12 records");
  QTest::keyClick(stage()->table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_TRUE(settled());
  EXPECT_TRUE(with(Facet::Split, "test").empty());
}

TEST_F(Curation, LettersTypedIntoTheSearchAreNoCommands) {
  open(60);
  selectRows(0, 5);
  const auto excluded = with(Facet::Status, "excluded");
  type("x r 1 2 3 f m");
  EXPECT_EQ(stage()->search()->text(), "x r 1 2 3 f m");
  EXPECT_EQ(with(Facet::Status, "excluded"), excluded);
  EXPECT_EQ(session().query().text, "x r 1 2 3 f m");
}

TEST_F(Curation, CommandsForRecordsRestWhileAnotherStageIsShown) {
  open(20);
  EXPECT_TRUE(action("records.exclude")->isEnabled());
  action("stage.pretrain")->trigger();
  EXPECT_FALSE(action("records.exclude")->isEnabled());
  EXPECT_FALSE(action("edit.undo")->isEnabled());
  action("stage.data")->trigger();
  EXPECT_TRUE(action("records.exclude")->isEnabled());
}

TEST_F(Curation, DetailsFollowTheRecordAndMarkWhatWasSearched) {
  open(40, 40);
  const Catalog catalog = database();
  for (const int row : {0, 7, 3}) {
    selectRows(row, row);
    const CatalogRecord record = *catalog.record(session().table().idAt(row));
    EXPECT_EQ(stage()->details()->record()->id, record.id);
    EXPECT_EQ(stage()->details()->report()->toPlainText().toStdString(),
              record.report ? record.report->text : "");
    ASSERT_TRUE(stage()->details()->image()->hasImage());
    const GrayImage expected = decodeGray(catalog.imagePath(record));
    EXPECT_EQ(stage()->details()->shown()->image->pixels, expected.pixels);
    EXPECT_EQ(stage()->details()->labels()->topLevelItem(0)->childCount(),
              static_cast<int>(record.labels.size()));
    EXPECT_TRUE(
        stage()->details()->facts()->asText().contains(QString::fromStdString(record.provenance)));
    const QStringList headings =
        record.report ? QStringList{"FINDINGS", "IMPRESSION"} : QStringList();
    EXPECT_EQ(stage()->details()->report()->headings(), headings);
  }
  type("effusion");
  ASSERT_GT(session().table().rowCount(), 0);
  const QString report = stage()->details()->report()->toPlainText();
  EXPECT_EQ(stage()->details()->report()->hitCount(), report.count("effusion"));
  EXPECT_GT(stage()->details()->report()->hitCount(), 0);
}

TEST_F(Curation, AnImageThatIsNotThereSaysSo) {
  open(10, 5);
  selectRows(7, 7);
  EXPECT_FALSE(stage()->details()->image()->hasImage());
  selectRows(2, 2);
  EXPECT_TRUE(stage()->details()->image()->hasImage());
}

TEST_F(Curation, MasksLieOverTheImage) {
  generateCatalog(file(), 40, 40);
  RecordQuery query;
  query.facets[Facet::HasMask] = {"yes"};
  const std::vector<RecordId> masked = database().find(query);
  ASSERT_FALSE(masked.empty());
  open();
  const int row = static_cast<int>(
      std::find(session().table().ids()->begin(), session().table().ids()->end(), masked[0]) -
      session().table().ids()->begin());
  selectRows(row, row);
  EXPECT_TRUE(action("image.mask")->isEnabled());
  const QImage overlay = stage()->details()->overlay();
  ASSERT_EQ(overlay.size(), QSize(64, 80));
  // "130 500 80 400": columns of 80 pixels; the runs are 130 to 629 and 710 to 1109.
  for (int x = 0; x < 64; ++x)
    for (int y = 0; y < 80; ++y) {
      const int place = x * 80 + y;
      const bool isInside = (place >= 130 && place < 630) || (place >= 710 && place < 1110);
      ASSERT_EQ(qAlpha(overlay.pixel(x, y)) > 0, isInside) << x << "," << y;
    }
  run("image.mask");
  EXPECT_TRUE(stage()->details()->overlay().isNull());
  run("image.mask");
  selectRows(row == 0 ? 1 : 0, row == 0 ? 1 : 0);
}

TEST_F(Curation, DicomFilesShowTheirAttributesAndStoredValues) {
  MRM_SHARED_OR_SKIP(manifest, "data/dicom/manifest.json");
  const std::filesystem::path folder = manifest.parent_path();
  std::filesystem::path chosen;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".dcm") continue;
    try {
      const StoredImage image = loadStoredImage(entry.path());
      if (image.bitsStored > 8 && image.width > 100 && (chosen.empty() || entry.path() < chosen))
        chosen = entry.path();
    } catch (const Error&) {
    }
  }
  ASSERT_FALSE(chosen.empty());
  ImportBatch batch;
  batch.source.name = "dicom";
  batch.source.importer = "dicom-folder";
  batch.source.root = folder;
  CatalogRecord record;
  record.key = record.image = chosen.lexically_relative(folder);
  batch.records.push_back(record);
  Catalog::create(file()).import(batch);
  open();
  RecordDetails* details = stage()->details();
  ASSERT_TRUE(details->image()->hasImage()) << chosen;
  const StoredImage stored = loadStoredImage(chosen);
  for (int i = 0; i < 50; ++i) {
    const int x = static_cast<int>(stored.width) * i / 50,
              y = static_cast<int>(stored.height) * i / 50;
    EXPECT_EQ(details->shown()->storedAt(x, y),
              stored.values[static_cast<std::size_t>(y * stored.width + x)]);
  }
  EXPECT_FALSE(details->shown()->audit.isEmpty());
  EXPECT_TRUE(details->facts()->asText().contains(details->shown()->audit));
  ASSERT_TRUE(waitFor([&] { return details->tabs()->isTabVisible(3); }));
  details->tabs()->setCurrentIndex(3);
  auto* tags = details->tabs()->currentWidget()->findChild<KeyValueList*>();
  EXPECT_GT(tags->topLevelItemCount(), 10);
  auto* filter = details->tabs()->currentWidget()->findChild<QLineEdit*>();
  QTest::keyClicks(filter, "(0028,0010)");
  EXPECT_EQ(tags->asText(), QString("Rows\t%1").arg(stored.height));
}

TEST_F(Curation, SearchingShowsTheRecordsWithAllTheWords) {
  open(400);
  int expected = 0;
  database().forEach({}, [&](const CatalogRecord& record) {
    const std::string text = record.report ? record.report->text : "";
    expected += text.find("catheter") != std::string::npos &&
                text.find("pneumothorax") != std::string::npos;
  });
  ASSERT_GT(expected, 0);
  type("PNEUMOTHORAX catheter");
  EXPECT_EQ(session().table().rowCount(), expected);
  type("patient:p7");
  EXPECT_EQ(session().table().rowCount(), 3);
  type("no such words anywhere");
  EXPECT_EQ(session().table().rowCount(), 0);
  run("records.clearFilters");
  EXPECT_EQ(session().table().rowCount(), 400);
  EXPECT_TRUE(stage()->search()->text().isEmpty());
}

TEST_F(Curation, ChartsCountTheRecordsShown) {
  open(2000);
  RecordQuery query;
  query.facets[Facet::View] = {"PA", "AP"};
  query.facets[Facet::Finding] = {"finding/Edema", "finding/Fracture?"};
  session().setQuery(query);
  run("records.charts");
  std::map<std::string, std::int64_t> views, splits, sexes, findings;
  std::array<std::int64_t, CatalogDistribution::kDecades> ages{};
  std::int64_t withoutAge = 0, records = 0;
  database().forEach(query, [&](const CatalogRecord& record) {
    ++records;
    ++views[record.view];
    ++splits[record.split == Split::Training     ? "training"
             : record.split == Split::Validation ? "validation"
             : record.split == Split::Test       ? "test"
                                                 : ""];
    ++sexes[record.sex];
    for (const Label& label : record.labels) {
      if (label.value == LabelValue::Positive) ++findings[label.task + "/" + label.name];
      if (label.value == LabelValue::Uncertain) ++findings[label.task + "/" + label.name + "?"];
    }
    if (record.age)
      ++ages[std::min<std::size_t>(static_cast<std::size_t>(*record.age / 10), 9)];
    else
      ++withoutAge;
  });
  const CatalogDistribution& shown = stage()->distribution()->shown();
  const auto asMap = [](const std::vector<FacetCount>& counts) {
    std::map<std::string, std::int64_t> map;
    for (const FacetCount& count : counts)
      if (count.count > 0) map[count.value] = count.count;
    return map;
  };
  EXPECT_EQ(asMap(shown.of(Facet::View)), views);
  EXPECT_EQ(asMap(shown.of(Facet::Split)), splits);
  EXPECT_EQ(asMap(shown.of(Facet::Sex)), sexes);
  EXPECT_EQ(asMap(shown.of(Facet::Finding)), findings);
  EXPECT_EQ(shown.ages, ages);
  EXPECT_EQ(shown.withoutAge, withoutAge);
  EXPECT_EQ(shown.records, records);
  // A bar chooses what it stands for.
  BarChart* sex = stage()->distribution()->charts()[2];
  Q_EMIT sex->clicked("F");
  EXPECT_TRUE(session().query().facets.at(Facet::Sex).contains("F"));
}

TEST_F(Curation, ImagesThatAreThereTwiceAreFoundAndOneIsExcluded) {
  generateCatalog(file(), 12, 12);
  // Record 9 gets the picture of record 2; the others are told apart by noise.
  Random random(5);
  for (int i = 1; i <= 12; ++i) {
    GrayImage noise{64, 80, std::vector<std::uint8_t>(64 * 80)};
    for (int block = 0; block < 20; ++block) {
      const auto left = random.below(56), top = random.below(72);
      for (std::size_t y = 0; y < 8; ++y)
        for (std::size_t x = 0; x < 8; ++x) noise.pixels[(top + y) * 64 + left + x] = 255;
    }
    writeFileAtomically(project_.root / ("images/" + std::to_string(i) + ".png"), encodePng(noise));
  }
  std::filesystem::copy_file(project_.root / "images/2.png", project_.root / "images/9.png",
                             std::filesystem::copy_options::overwrite_existing);
  std::vector<RecordId> ids;
  {
    Catalog catalog = database();
    ids = catalog.find({});
    catalog.restore(ids);
    catalog.setSplit(ids, Split::Training);
  }
  open();
  session().readImages();
  ASSERT_TRUE(waitFor([&] { return !session().isReadingImages(); }));
  run("records.checks");
  ChecksPage* checks = stage()->checks();
  checks->check();
  ASSERT_TRUE(settled());
  ASSERT_TRUE(checks->found());
  ASSERT_EQ(checks->found()->hashed, 12);
  const auto isDouble = [](const CatalogProblem& problem) {
    return problem.kind == CatalogProblem::Kind::DuplicateImage;
  };
  const auto& problems = checks->found()->problems;
  const auto found = std::find_if(problems.begin(), problems.end(), isDouble);
  ASSERT_NE(found, problems.end());
  EXPECT_EQ(found->records, (std::vector<RecordId>{ids[1], ids[8]}));
  // The pair stands side by side.
  QTreeWidgetItem* item = nullptr;
  for (int i = 0; i < checks->problems()->topLevelItemCount(); ++i)
    for (int j = 0; j < checks->problems()->topLevelItem(i)->childCount(); ++j)
      if (checks->problems()->topLevelItem(i)->child(j)->text(0).toStdString() == found->text)
        item = checks->problems()->topLevelItem(i)->child(j);
  ASSERT_TRUE(item);
  checks->problems()->setCurrentItem(item);
  ASSERT_TRUE(waitFor([&] {
    return checks->pair()->image(0)->hasImage() && checks->pair()->image(1)->hasImage();
  }));
  EXPECT_EQ(checks->pair()->left(), ids[1]);
  EXPECT_EQ(checks->pair()->right(), ids[8]);
  QTest::mouseClick(checks->pair()->excludeButton(1), Qt::LeftButton);
  ASSERT_TRUE(settled());
  EXPECT_EQ(database().record(ids[8])->status, RecordStatus::Excluded);
  EXPECT_EQ(database().record(ids[8])->reason, "duplicate");
  EXPECT_EQ(database().record(ids[1])->status, RecordStatus::Usable);
}

TEST_F(Curation, QuarantinedRecordsAreShownByReasonAndTriedAgain) {
  generateCatalog(file(), 30, 30);
  {
    Catalog catalog = database();
    catalog.restore(catalog.find({}));
  }
  const std::filesystem::path image = project_.root / "images" / "4.png";
  const std::string good = readFile(image, 1 << 20);
  writeFileAtomically(image, "no image at all");
  open();
  session().readImages();
  ASSERT_TRUE(waitFor([&] { return !session().isReadingImages(); }));
  ASSERT_TRUE(settled());
  EXPECT_EQ(stage()->setAsideCount(), 1);
  run("records.quarantine");
  ASSERT_EQ(session().table().rowCount(), 1);
  const auto reasons = session().facets().counts(Facet::Reason);
  ASSERT_EQ(reasons.size(), 1u);
  EXPECT_EQ(reasons[0].count, 1);
  QPushButton* retry = nullptr;
  for (auto* button : stage()->findChildren<QPushButton*>())
    if (button->text() == "Try again" && button->isVisible()) retry = button;
  ASSERT_TRUE(retry);
  writeFileAtomically(image, good);
  QTest::mouseClick(retry, Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return stage()->setAsideCount() == 0; }));
  EXPECT_TRUE(with(Facet::Status, "quarantined").empty());
}

TEST_F(Curation, ChoicesAreRemembered) {
  open(30);
  stage()->table()->setColumnHidden(static_cast<int>(RecordColumn::Sex), true);
  stage()->table()->setColumnWidth(static_cast<int>(RecordColumn::Patient), 211);
  run("records.grid");
  window_.close();
  MainWindow again;
  again.resize(1366, 768);
  again.show();
  again.openProject(testing::text(project_.root));
  ASSERT_TRUE(waitFor([&] { return again.isSettled() && again.dataStage()->isVisible(); }));
  EXPECT_TRUE(again.dataStage()->showsGrid());
  EXPECT_TRUE(again.dataStage()->table()->isColumnHidden(static_cast<int>(RecordColumn::Sex)));
  EXPECT_EQ(again.dataStage()->table()->columnWidth(static_cast<int>(RecordColumn::Patient)), 211);
}

TEST_F(Curation, ADamagedCatalogueIsSaidInThePage) {
  writeFileAtomically(file(), std::string(5000, 'x'));
  open();
  EXPECT_TRUE(stage()->notice()->isVisible());
  EXPECT_TRUE(stage()->notice()->content().where.contains("catalog.db"));
  EXPECT_FALSE(action("records.exclude")->isEnabled());
}

TEST_F(Curation, WhatIsDroppedIsToBeImported) {
  open(5);
  QSignalSpy spy(stage(), &DataStage::importRequested);
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile("/data/a"), QUrl::fromLocalFile("/data/b.csv")});
  QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(stage(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  stage()->disconnect(&window_);  // no wizard here
  QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(stage(), &drop);
  ASSERT_EQ(spy.size(), 1);
  EXPECT_EQ(spy[0][0].toStringList(), (QStringList{"/data/a", "/data/b.csv"}));
}

}  // namespace
}  // namespace mrm
