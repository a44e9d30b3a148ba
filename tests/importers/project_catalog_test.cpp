#include "core/importers/project_catalog.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/importers/importer.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

class ProjectCatalogTest : public ::testing::Test {
 protected:
  void SetUp() override {
    testing::writeFile(folder_.path() / "a.png", "x");
    testing::writeFile(folder_.path() / "b.png", "x");
    project_.root = folder_.path() / "project";
    project_.name = "Trial";
    project_.records = folder_.path() / "records.csv";
    project_.columns = {"file", "notes", "person"};
    testing::writeFile(project_.records,
                       "file,notes,person\na.png,Clear lungs.,7\nb.png,Effusion.,8\n"
                       "none.png,Effusion.,9\n");
    saveProject(project_);
  }
  testing::TemporaryFolder folder_;
  Project project_;
};

TEST_F(ProjectCatalogTest, IsMadeFromTheTableOnceAndOpenedAfterwards) {
  {
    const Catalog made = projectCatalog(project_);
    ASSERT_EQ(made.size(), 3);
    const auto record = made.record(made.find({}).front());
    ASSERT_TRUE(record && record->report);
    EXPECT_EQ(record->report->text, "Clear lungs.");
    EXPECT_EQ(record->patient, "7");
    EXPECT_EQ(made.imagePath(*record), folder_.path() / "a.png");
  }
  fs::remove(project_.records);
  EXPECT_EQ(projectCatalog(project_).size(), 3);
}

TEST_F(ProjectCatalogTest, IsWhatTheImporterWouldMakeSoThatItCanBeRepeated) {
  Catalog made = projectCatalog(project_);
  const CatalogSource source = made.sources().front();
  EXPECT_EQ(source.importer, "csv");
  const ImportPlan plan = findImporter("csv")->plan({{"table", project_.records.string()},
                                                     {"image-column", "file"},
                                                     {"report-column", "notes"},
                                                     {"patient-column", "person"}},
                                                    {}, {});
  const ImportResult result = made.import(plan.batch);
  EXPECT_EQ(result.added, 0);
  EXPECT_EQ(made.size(), 3);
}

TEST_F(ProjectCatalogTest, ATableThatCannotBeReadLeavesNoCatalogue) {
  fs::remove(project_.records);
  EXPECT_THROW(projectCatalog(project_), Error);
  std::stop_source stopped;
  stopped.request_stop();
  testing::writeFile(project_.records, "file,notes,person\na.png,Clear lungs.,7\n");
  EXPECT_THROW(projectCatalog(project_, {}, stopped.get_token()), Stopped);
  for (const auto& entry : fs::directory_iterator(project_.root))
    EXPECT_EQ(entry.path().filename(), "project.json");
}

}  // namespace
}  // namespace mrm
