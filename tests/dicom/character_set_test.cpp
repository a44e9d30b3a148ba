// Examples of the standard (PS3.5 annexes H, I, J, K) and of what writers get wrong.
#include "core/dicom/character_set.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "tests/mutation.h"

namespace mrm::dicom {
namespace {

using namespace std::string_literals;

TEST(CharacterSet, SingleByteSets) {
  EXPECT_EQ(toUtf8("Buc^J\xE9r\xF4me", "ISO_IR 100", true), "Buc^Jérôme");
  EXPECT_EQ(toUtf8("\xC4neas^R\xFC"s + "diger", "ISO_IR 100", true), "Äneas^Rüdiger");
  EXPECT_EQ(toUtf8("\xC4\xE9\xEF\xED\xF5\xF3\xE9\xEF\xF2", "ISO_IR 126", true), "Διονυσιος");
  EXPECT_EQ(toUtf8("\xBB\xEE\xDA\x63\x65\xDC\xD1yp\xD3", "ISO_IR 144", true), "Люкceмбypг");
  EXPECT_EQ(toUtf8("\xF9\xF8\xE5\xEF^\xE3\xE1\xE5\xF8\xE4", "ISO_IR 138", true), "שרון^דבורה");
  EXPECT_EQ(toUtf8("\xE2\xC8\xC7\xE6\xEA", "ISO_IR 127", true), "قباني");
  EXPECT_EQ(toUtf8("\xD4\xCF\xC0\xDE^\xC0\xDB\xB3", "ISO_IR 13", true), "ﾔﾏﾀﾞ^ﾀﾛｳ");
  EXPECT_EQ(toUtf8("\xA1\xD0", "ISO_IR 166", false), "กะ");
}

TEST(CharacterSet, MultiByteSetsWithoutEscapes) {
  EXPECT_EQ(toUtf8("Wang^XiaoDong=王^小東", "ISO_IR 192", true), "Wang^XiaoDong=王^小東");
  EXPECT_EQ(toUtf8("\xCD\xF5^\xD0\xA1\xB6\xAB", "GB18030", true), "王^小东");
  EXPECT_EQ(toUtf8("\xCD\xF5", "GBK", true), "王");
}

TEST(CharacterSet, JapaneseEscapes) {
  EXPECT_EQ(
      toUtf8("Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
             "\\ISO 2022 IR 87", true),
      "Yamada^Tarou=山田^太郎=やまだ^たろう");
  EXPECT_EQ(toUtf8("\xD4\xCF\xC0\xDE^\xC0\xDB\xB3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J",
                   "ISO 2022 IR 13\\ISO 2022 IR 87", true),
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
}

TEST(CharacterSet, KoreanAndChineseEscapes) {
  EXPECT_EQ(toUtf8("Hong^Gildong=\x1b$)C\xFB\xF3^\x1b$)C\xD1\xCE\xD4\xD7=\x1b$)C\xC8\xAB^\x1b$)"
                   "C\xB1\xE6\xB5\xBF",
                   "\\ISO 2022 IR 149", true),
            "Hong^Gildong=洪^吉洞=홍^길동");
  EXPECT_EQ(toUtf8("\x1b$)A\xCD\xF5", "\\ISO 2022 IR 58", true), "王");
}

TEST(CharacterSet, SingleByteEscapesEndWithTheNamesPart) {
  EXPECT_EQ(toUtf8("\x1b-F\xC4\x1b-L\xBB^\xE9", "ISO 2022 IR 100\\ISO 2022 IR 126\\ISO 2022 IR 144",
                   true),
            "ΔЛ^é");
}

TEST(CharacterSet, AnEscapeThatIsLeftOutIsTakenFromTheTerms) {
  EXPECT_EQ(toUtf8("\xC8\xAB", "\\ISO 2022 IR 149", false), "홍");
}

TEST(CharacterSet, MisspeltTermsAreUnderstood) {
  for (const char* term :
       {"ISO-IR 100", "ISO_IR_100", "iso_ir 100", "ISO 2022 IR 100", " ISO_IR 100 "})
    EXPECT_EQ(toUtf8("\xE9", term, false), "é") << term;
  EXPECT_EQ(toUtf8("é", "UTF-8", false), "é");
}

TEST(CharacterSet, WhatTheTermsDoNotCoverIsUtf8OrLatin1) {
  EXPECT_EQ(toUtf8("é", "", false), "é");
  EXPECT_EQ(toUtf8("\xE9", "", false), "é");
  EXPECT_EQ(toUtf8("\xE9", "ISO_IR 192", false), "é");
  EXPECT_EQ(toUtf8("\xE9", "NOT A TERM", false), "é");
  EXPECT_EQ(toUtf8("\xFF", "ISO_IR 127", false), "ÿ");
}

TEST(CharacterSet, WhateverTheBytesTheResultIsUtf8) {
  Random random(7);
  const std::string seed =
      "\x1b$B;3ED\x1b(J^\x1b$)C\xD1\xCE\x1b-F\xC4\\\x1b$(D\x30\x21\x1b)I\xD4=\xC3\xA9";
  const std::string terms[] = {"",
                               "\\ISO 2022 IR 87\\ISO 2022 IR 159\\ISO 2022 IR 149",
                               "ISO 2022 IR 13\\ISO 2022 IR 58",
                               "GB18030",
                               "ISO_IR 192",
                               "ISO_IR 166"};
  for (int i = 0; i < 20000; ++i) {
    const std::string bytes = testing::mutate(seed, random, "\x1b$()-BCIJD\xA1\xFE^");
    const std::string text =
        toUtf8(bytes, terms[random.below(std::size(terms))], random.chance(0.5));
    ASSERT_TRUE(isUtf8(text)) << i;
  }
}

}  // namespace
}  // namespace mrm::dicom
