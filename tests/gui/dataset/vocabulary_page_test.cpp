#include "widgets/dataset/vocabulary_page.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>
#include <QTreeWidget>

#include "core/base/files.h"
#include "core/text/tokenizer.h"
#include "tests/gui/dataset/dataset_fixture.h"
#include "widgets/common/notice.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;

class VocabularyPageTest : public testing::DataSetFixture {};

TEST_F(VocabularyPageTest, IsTrainedInspectedAndUsedByTheProject) {
  VocabularyPage page(set_);
  page.resize(900, 700);
  page.show();
  page.enter();
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.notice()->isVisible());  // there is none yet
  page.size()->setValue(100);
  click(page.trainButton());
  ASSERT_TRUE(settle(page));
  ASSERT_TRUE(page.report());
  EXPECT_EQ(page.report()->texts, 48);  // those that the model reads
  EXPECT_EQ(page.report()->unknownWords, 0);
  EXPECT_GT(page.facts()->topLevelItemCount(), 5);
  QSignalSpy changed(&page, &DataSetPage::projectChanged);
  click(page.useButton());
  ASSERT_TRUE(wait([&] { return changed.count() == 1; }));
  const Project project = openProject(set_.project.root);
  EXPECT_EQ(project.tokenizer, set_.project.root / "tokenizer.json");
  EXPECT_LE(Tokenizer::fromFile(project.tokenizer).vocabularySize(), 100);
  EXPECT_FALSE(page.useButton()->isEnabled());
  set_.project = project;
  VocabularyPage other(set_);
  other.enter();
  ASSERT_TRUE(settle(other));
  ASSERT_TRUE(other.report());
  EXPECT_EQ(other.report()->vocabularySize, page.report()->vocabularySize);
}

TEST_F(VocabularyPageTest, AFileThatIsNoneIsANamedError) {
  testing::writeFile(folder_.path() / "no.json", "{\"model\": 5}");
  VocabularyPage page(set_);
  page.show();
  page.takeFile(QString::fromStdString((folder_.path() / "no.json").string()));
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.notice()->isVisible());
  EXPECT_EQ(page.notice()->tone(), NoticeTone::Failure);
  EXPECT_FALSE(page.report());
}

}  // namespace
}  // namespace mrm
