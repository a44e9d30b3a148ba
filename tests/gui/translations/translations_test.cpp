// Every string that a person can see is translated, and the translations are those of the sources.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "core/base/files.h"
#include "tests/python.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(MRM_SOURCE_DIR) / "translations";

// The source texts of a translation file whose translation is missing or marked as unfinished.
std::set<std::string> unfinished(const std::string& ts) {
  std::set<std::string> texts;
  static const std::regex source("<source>([^<]*)</source>");
  std::size_t at = 0;
  while ((at = ts.find("<message", at)) != std::string::npos) {
    const std::size_t end = ts.find("</message>", at);
    const std::string message = ts.substr(at, end - at);
    std::smatch text;
    if (std::regex_search(message, text, source) &&
        (message.find("type=\"unfinished\"") != std::string::npos ||
         message.find("<numerusform></numerusform>") != std::string::npos))
      texts.insert(text[1]);
    at = end;
  }
  return texts;
}

std::string read(const fs::path& file) {
  return readFile(file, 16 << 20);
}

std::string quoted(const fs::path& path) {
  return "'" + path.string() + "'";
}

// A translation file brought up to date with the sources, as the target update_translations does.
std::string updated(const fs::path& file, const std::string& options) {
  const testing::TemporaryFolder folder;
  const fs::path options_ = folder.path() / "option_strings.cpp";
  EXPECT_EQ(testing::runCommand("'" MRM_OPTION_STRINGS "' " + quoted(options_)).code, 0);
  const fs::path copy = folder.path() / file.filename();
  fs::copy_file(file, copy);
  std::string sources;
  for (const char* top : {"widgets", "app/workbench"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MRM_SOURCE_DIR) / top))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
        sources += " " + quoted(entry.path());
  const auto run = testing::runCommand("'" MRM_LUPDATE
                                       "' -silent -disable-heuristic sametext -disable-heuristic "
                                       "similartext -locations none -no-obsolete " +
                                       options + " -I '" MRM_SOURCE_DIR "'" + sources + " " +
                                       quoted(options_) + " -ts " + quoted(copy) + " 2>&1");
  EXPECT_EQ(run.code, 0) << run.output;
  return read(copy);
}

std::string listed(const std::set<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += "  " + text + "\n";
  return all;
}

class Translations : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(MRM_LUPDATE)) GTEST_SKIP() << "lupdate is not installed";
  }
};

TEST_F(Translations, NothingIsLeftInEnglish) {
  const std::set<std::string> missing = unfinished(updated(kFolder / "mrm_de.ts", ""));
  EXPECT_TRUE(missing.empty()) << missing.size()
                               << " texts; bring them in with the target update_translations:\n"
                               << listed(missing);
}

TEST_F(Translations, EnglishHasItsPlurals) {
  const std::set<std::string> missing = unfinished(updated(kFolder / "mrm_en.ts", "-pluralonly"));
  EXPECT_TRUE(missing.empty()) << listed(missing);
}

TEST_F(Translations, WhatIsMissingIsFound) {
  EXPECT_EQ(unfinished("<message><source>a</source><translation type=\"unfinished\"/></message>"
                       "<message><source>b</source><translation>B</translation></message>"),
            std::set<std::string>{"a"});
}

// A placeholder that is lost in the translation shows nothing where a number or a name belongs.
TEST_F(Translations, KeepTheirPlaceholders) {
  const std::string ts = read(kFolder / "mrm_de.ts");
  static const std::regex message(
      "<source>([^<]*)</source>(?:\\s*<[a-z]*comment>[^<]*</[a-z]*comment>)*\\s*<translation>"
      "([^<]*)</translation>");
  static const std::regex placeholder("%L?([1-9n])");
  int compared = 0;
  for (std::sregex_iterator it(ts.begin(), ts.end(), message), end; it != end; ++it, ++compared) {
    const auto placeholders = [](const std::string& text) {
      std::multiset<std::string> found;
      for (std::sregex_iterator p(text.begin(), text.end(), placeholder), last; p != last; ++p)
        found.insert(p->str(1));
      return std::set<std::string>(found.begin(), found.end());
    };
    EXPECT_EQ(placeholders((*it)[1]), placeholders((*it)[2])) << it->str(1) << " -> " << it->str(2);
  }
  EXPECT_GT(compared, 300);
}

}  // namespace
}  // namespace mrm
