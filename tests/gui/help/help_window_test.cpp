// The built-in help: every page in every language, the keys as they are, the search.
#include "widgets/help/help_window.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTextBrowser>

#include "widgets/actions/action_registry.h"
#include "widgets/shell/language.h"

namespace mrm {
namespace {

class Help : public ::testing::Test {
 protected:
  void SetUp() override {
    actions_.add({"a.start", "&Start, then | go", "Starts.", "", QKeySequence("Ctrl+R"), "Run"});
    actions_.add({"a.none", "Without a key", "Nothing.", "", {}, "Run"});
  }
  void TearDown() override { setLanguage("en"); }

  QWidget window_;
  ActionRegistry actions_{&window_};
};

TEST_F(Help, EveryLanguageHasEveryPageInItsOwnWords) {
  const QVector<HelpPage> english = helpPages("en", actions_);
  for (const Language& language : languages()) {
    const QVector<HelpPage> pages = helpPages(language.code, actions_);
    ASSERT_EQ(pages.size(), english.size());
    for (int i = 0; i < pages.size(); ++i) {
      EXPECT_EQ(pages[i].id, english[i].id);
      EXPECT_FALSE(pages[i].title.isEmpty());
      if (pages[i].id == "keys") continue;
      EXPECT_GT(pages[i].markdown.size(), 200) << pages[i].id.toStdString();
      EXPECT_EQ(pages[i].markdown == english[i].markdown, language.code == "en")
          << language.code.toStdString() << " " << pages[i].id.toStdString();
    }
  }
  EXPECT_EQ(helpPages("xx", actions_).front().markdown, english.front().markdown);
}

TEST_F(Help, TheKeysAreThoseOfTheActions) {
  const HelpPage keys = helpPages("en", actions_).back();
  EXPECT_TRUE(keys.markdown.contains("| Ctrl+R | Start, then \\| go |"))
      << keys.markdown.toStdString();
  EXPECT_FALSE(keys.markdown.contains("Without a key"));
}

TEST_F(Help, ShowsThePageThatIsAskedForAndFindsWords) {
  setLanguage("en");
  HelpWindow help(actions_);
  help.show();
  help.showPage("curves");
  EXPECT_EQ(help.currentPage(), "curves");
  EXPECT_TRUE(help.text()->toPlainText().contains("Validation"));
  QTest::keyClicks(help.search(), "TensorBoard");
  EXPECT_EQ(help.currentPage(), "files");
  EXPECT_FALSE(help.text()->extraSelections().isEmpty());
  QTest::keyClicks(help.search(), "xyzzy");
  EXPECT_EQ(help.list()->count(), 0);
  EXPECT_TRUE(help.text()->toPlainText().contains("xyzzy"));
  help.showPage("start");
  EXPECT_EQ(help.currentPage(), "start");
  QTest::keyClick(&help, Qt::Key_Down);
  EXPECT_EQ(help.list()->currentRow(), 1);
}

TEST_F(Help, ChangesItsLanguageAndStaysAtItsPage) {
  setLanguage("en");
  HelpWindow help(actions_);
  help.show();
  help.showPage("words");
  setLanguage("de");
  EXPECT_TRUE(QTest::qWaitFor([&] { return help.windowTitle() == "Hilfe"; }, 5000));
  EXPECT_EQ(help.currentPage(), "words");
  EXPECT_TRUE(help.text()->toPlainText().contains("Begriffe"));
}

}  // namespace
}  // namespace mrm
