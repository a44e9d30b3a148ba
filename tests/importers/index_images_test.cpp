// The pixels of a catalogue's records: facts, quarantine, polarity; stopped and gone on with.
#include "core/importers/index_images.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/catalog/csv.h"
#include "core/image/decode.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class IndexImagesTest : public ::testing::Test {
 protected:
  IndexImagesTest() : catalog_(Catalog::create(folder_.path() / "catalog.db")) {
    batch_.source.name = "test";
    batch_.source.importer = "test";
    batch_.source.root = folder_.path();
  }

  void addRecord(const std::string& file, const std::string& view = "PA") {
    CatalogRecord record;
    record.key = record.patient = file;
    record.image = file;
    record.view = view;
    batch_.records.push_back(record);
  }

  // A bright middle on dark ground.
  void addImage(const std::string& file, bool inverted, const std::string& view = "PA") {
    GrayImage image{64, 48, {}};
    for (int y = 0; y < 48; ++y)
      for (int x = 0; x < 64; ++x) {
        const int distance = (x - 32) * (x - 32) + (y - 24) * (y - 24);
        const auto value = static_cast<std::uint8_t>(220 - std::min(distance / 4, 180) +
                                                     static_cast<int>(random_.below(35)));
        image.pixels.push_back(inverted ? static_cast<std::uint8_t>(255 - value) : value);
      }
    testing::writeFile(folder_.path() / file, encodePng(image));
    addRecord(file, view);
  }

  std::vector<RecordId> import() {
    catalog_.import(batch_);
    return catalog_.find({});
  }
  CatalogRecord record(const std::string& key) {
    for (const RecordId id : catalog_.find({}))
      if (catalog_.record(id)->key == key) return *catalog_.record(id);
    ADD_FAILURE() << "no record " << key;
    return {};
  }

  testing::TemporaryFolder folder_;
  Catalog catalog_;
  ImportBatch batch_;
  Random random_{11};
};

TEST_F(IndexImagesTest, FactsAreWrittenAndWhatFailsIsQuarantined) {
  for (int i = 0; i < 20; ++i) addImage("a" + std::to_string(i) + ".png", i == 7);
  testing::writeFile(folder_.path() / "blank.png",
                     encodePng(GrayImage{8, 8, std::vector<std::uint8_t>(64, 9)}));
  testing::writeFile(folder_.path() / "text.png", "no image at all");
  addRecord("blank.png");
  addRecord("text.png");
  addRecord("missing.png");
  const auto ids = import();
  std::int64_t last = 0;
  const IndexResult result = indexImages(catalog_, ids, {}, 2, [&](const Progress& progress) {
    EXPECT_GE(progress.done, last);
    EXPECT_EQ(progress.total, 23);
    last = progress.done;
  });
  EXPECT_EQ(last, 23);
  EXPECT_EQ(result.read, 23);
  EXPECT_EQ(result.quarantined, 3);
  EXPECT_EQ(result.inverted, 1);
  const CatalogRecord good = record("a3.png");
  EXPECT_EQ(good.width, 64);
  EXPECT_EQ(good.height, 48);
  EXPECT_EQ(good.audit, "8-bit values as they are");
  EXPECT_TRUE(good.imageHash);
  EXPECT_EQ(good.looksInverted, false);
  EXPECT_EQ(record("a7.png").looksInverted, true);
  EXPECT_EQ(record("blank.png").status, RecordStatus::Quarantined);
  EXPECT_THAT(record("blank.png").reason, HasSubstr("blank"));
  EXPECT_THAT(record("text.png").reason, HasSubstr("neither a DICOM file nor"));
  EXPECT_EQ(record("missing.png").status, RecordStatus::Quarantined);

  // Again: only what failed; and what can be read by now is usable again.
  testing::writeFile(folder_.path() / "text.png", readFile(folder_.path() / "a1.png", 1 << 20));
  const IndexResult second = indexImages(catalog_, ids, {}, 2);
  EXPECT_EQ(second.known, 20);
  EXPECT_EQ(second.read, 3);
  EXPECT_EQ(second.quarantined, 2);
  EXPECT_EQ(record("text.png").status, RecordStatus::Usable);
  EXPECT_EQ(indexImages(catalog_, ids, {}, 2, {}, {}, true).read, 23);
}

TEST_F(IndexImagesTest, AFewNewRecordsAreComparedWithThoseThatWereThere) {
  for (int i = 0; i < 20; ++i) addImage("a" + std::to_string(i) + ".png", false);
  for (int i = 0; i < 20; ++i) addImage("l" + std::to_string(i) + ".png", true, "LATERAL");
  indexImages(catalog_, import(), {}, 2);
  batch_.records.clear();
  addImage("new.png", true);
  addImage("other.png", true, "LATERAL");
  const IndexResult result = indexImages(catalog_, import(), {}, 2);
  EXPECT_EQ(result.read, 2);
  EXPECT_EQ(record("new.png").looksInverted, true);
  EXPECT_EQ(record("other.png").looksInverted, false);  // as its neighbours are
}

TEST_F(IndexImagesTest, StoppedItKeepsWhatItFoundAndGoesOn) {
  for (int i = 0; i < 600; ++i) addImage("a" + std::to_string(i) + ".png", i % 100 == 0);
  const auto ids = import();
  std::stop_source stop;
  EXPECT_THROW(
      indexImages(
          catalog_, ids, {}, 1, [&](const Progress&) { stop.request_stop(); }, stop.get_token()),
      Stopped);
  std::int64_t found = 0;
  for (const RecordId id : ids) found += catalog_.record(id)->imageHash.has_value();
  EXPECT_GT(found, 0);
  EXPECT_LT(found, 600);
  const IndexResult rest = indexImages(catalog_, ids, {}, 2);
  EXPECT_EQ(rest.known + rest.read, 600);
  std::int64_t inverted = 0;
  for (const RecordId id : ids) {
    ASSERT_TRUE(catalog_.record(id)->looksInverted) << id;
    inverted += *catalog_.record(id)->looksInverted;
  }
  EXPECT_EQ(inverted, 6);
}

TEST_F(IndexImagesTest, RealRadiographsFromTheirTable) {
  MRM_SHARED_OR_SKIP(table, "data/covid-cxr/records.csv");
  const CsvTable rows = parseCsv(readFile(table, 1 << 26), table.string());
  const std::size_t image = rows.column("image", table.string());
  const std::size_t view = rows.column("view", table.string());
  for (const auto& row : rows.rows)
    addRecord((table.parent_path() / row[image]).string(), row[view]);
  const auto ids = import();
  const auto start = std::chrono::steady_clock::now();
  const IndexResult result = indexImages(catalog_, ids, {}, 1);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%lld images, %lld look inverted, %.1f images/s on one thread\n",
              static_cast<long long>(result.read), static_cast<long long>(result.inverted),
              static_cast<double>(result.read) / seconds);
  EXPECT_EQ(result.read, 382);
  EXPECT_EQ(result.quarantined, 0);
  EXPECT_LE(result.inverted, 3);
}

TEST_F(IndexImagesTest, AnotherPolicyWantsEverythingReadAgainUntilItWas) {
  EXPECT_FALSE(wantsReadingAgain(catalog_)) << "nothing was ever chosen";
  DisplayPolicy policy;
  policy.window = DisplayPolicy::Window::FullRange;
  catalog_.setSetting(kDisplayPolicySetting, displayPolicyJson(policy));
  EXPECT_TRUE(wantsReadingAgain(catalog_));
  setReadAs(catalog_, policy);
  EXPECT_FALSE(wantsReadingAgain(catalog_));
  catalog_.setSetting(kDisplayPolicySetting, displayPolicyJson({}));
  EXPECT_TRUE(wantsReadingAgain(catalog_)) << "back to the default";
}

}  // namespace
}  // namespace mrm
