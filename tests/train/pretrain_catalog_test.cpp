// A pre-training run whose records come from a catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/catalog/catalog.h"
#include "core/catalog/splits.h"
#include "core/run/provenance.h"
#include "core/train/pretrain.h"
#include "core/train/pretrain_data.h"
#include "tests/temporary_folder.h"
#include "tests/train/small_data_set.h"

namespace mrm {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class PretrainCatalog : public ::testing::Test {
 protected:
  void SetUp() override {
    testing::writeSmallDataSet(folder_.path(), 40);
    const RecordTable table = readRecords(folder_.path() / "records.csv", {});
    ImportBatch batch;
    batch.source.name = "Stripes";
    batch.source.importer = "csv";
    batch.source.root = folder_.path();
    for (const Record& record : table.records) {
      CatalogRecord made;
      made.key = record.image.filename().string();
      made.image = record.image;
      made.patient = record.patient;
      made.report = Report{made.key, record.report};
      batch.records.push_back(made);
    }
    batch.records[7].report->text = "EXAMINATION: Stripes.";
    batch.records[9].image = "images/missing.png";
    batch.records[11].status = RecordStatus::Quarantined;
    Catalog catalog = Catalog::create(folder_.path() / "catalog.db");
    catalog.import(batch);
  }

  RunPaths run(const char* name) {
    const RunPaths paths(folder_.path() / name);
    std::filesystem::create_directories(paths.root);
    return paths;
  }
  PretrainOptions options(std::int64_t steps) const {
    PretrainOptions options = testing::smallRun({}, steps);
    options.data.catalog = folder_.path();  // the folder stands for the file in it
    return options;
  }
  PretrainData prepare(const char* name) {
    said_.clear();
    return preparePretrainData(run(name), options(1),
                               [this](const std::string& text) { said_.push_back(text); }, {});
  }
  Catalog catalog() const { return Catalog(folder_.path() / "catalog.db"); }

  testing::TemporaryFolder folder_;
  std::vector<std::string> said_;
};

TEST_F(PretrainCatalog, WithoutSplitsPatientsAreHeldBackAndWhatIsLeftOutHasAReason) {
  const PretrainData data = prepare("run");
  EXPECT_EQ(data.training->size() + data.validation->size(), 37U);
  EXPECT_THAT(said_, Contains(HasSubstr("no splits")));
  const std::string rejected = readFile(folder_.path() / "run/rejected.csv", 1 << 20);
  EXPECT_THAT(rejected, HasSubstr("8,the report has nothing to read"));
  EXPECT_THAT(rejected, HasSubstr("\n10,"));
  EXPECT_THAT(rejected, HasSubstr("12,it is quarantined"));
  EXPECT_THAT(data.training->record(0).report, ::testing::Not(HasSubstr("FINDINGS")))
      << "read through the report policy";
}

TEST_F(PretrainCatalog, TheSplitsOfTheCatalogueDecide) {
  {
    Catalog open = catalog();
    open.setSplits(planSplits(open, {0.6, 0.2, 0.2, 3, "", false}), "by patient");
  }
  const PretrainData data = prepare("run");
  const Catalog open = catalog();
  EXPECT_GT(data.training->size(), 0U);
  EXPECT_GT(data.validation->size(), 0U);
  EXPECT_LT(data.training->size() + data.validation->size(), 37U) << "the test split is left out";
  for (std::size_t i = 0; i < data.training->size(); ++i)
    EXPECT_EQ(open.record(data.training->record(i).number)->split, Split::Training);
  for (std::size_t i = 0; i < data.validation->size(); ++i)
    EXPECT_EQ(open.record(data.validation->record(i).number)->split, Split::Validation);
}

TEST_F(PretrainCatalog, ALeakBlocksUntilItIsResolved) {
  std::vector<RecordId> ids;
  {
    Catalog open = catalog();
    ids = open.find({});
    open.setSplit(ids, Split::Training);
    open.setSplit({ids.data(), 1}, Split::Test);  // its patient has another record
  }
  try {
    prepare("run");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("1 patient is in two splits"));
  }
  catalog().undo();
  EXPECT_NO_THROW(prepare("run"));
}

TEST_F(PretrainCatalog, ARunLearnsAndKnowsTheDataSetAgain) {
  PretrainRequest request{run("run"), options(6), {"test"}, {}, {}};
  EXPECT_EQ(pretrain(request).state, RunState::Finished);
  const std::string hash = readProvenance(request.run).dataSetSha256;
  EXPECT_EQ(readProvenance(request.run).dataSet, folder_.path() / "catalog.db");
  EXPECT_EQ(prepare("other").dataSetSha256, hash);
  Catalog open = catalog();
  open.addTag(open.find({}), "seen");
  EXPECT_EQ(prepare("other").dataSetSha256, hash) << "tags change nothing for a model";
  open.exclude({open.find({}).data(), 1});
  EXPECT_NE(prepare("other").dataSetSha256, hash);
}

TEST_F(PretrainCatalog, ARunKeepsTheDisplayItBeganWith) {
  const std::string hash = prepare("run").dataSetSha256;
  DisplayPolicy policy;
  policy.window = DisplayPolicy::Window::Percentile;
  policy.low = 40;
  policy.high = 60;
  catalog().setSetting("display-policy", displayPolicyJson(policy));
  const PretrainData resumed = prepare("run"), other = prepare("other");
  EXPECT_EQ(resumed.dataSetSha256, hash);
  EXPECT_NE(other.dataSetSha256, hash) << "provenance tells them apart";
  EXPECT_EQ(resumed.training->options().display.window, DisplayPolicy::Window::File);
  EXPECT_EQ(other.training->options().display.window, DisplayPolicy::Window::Percentile);
  EXPECT_EQ(other.validation->options().display.low, 40);
}

TEST_F(PretrainCatalog, ATableAndACatalogueAreTooMuch) {
  PretrainOptions both = options(1);
  both.data.records = folder_.path() / "records.csv";
  EXPECT_THROW(preparePretrainData(run("run"), both, [](const std::string&) {}, {}), Error);
}

}  // namespace
}  // namespace mrm
