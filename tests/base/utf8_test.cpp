#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace mrm {
namespace {

TEST(Utf8, AcceptsWhatUnicodeDefinesAndNothingElse) {
  EXPECT_TRUE(isUtf8(""));
  EXPECT_TRUE(isUtf8("a\xC3\xBC\xE6\x97\xA5\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF"));
  EXPECT_FALSE(isUtf8("\xC0\x80")) << "overlong";
  EXPECT_FALSE(isUtf8("\xED\xA0\x80")) << "surrogate";
  EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80")) << "above U+10FFFF";
  EXPECT_FALSE(isUtf8("a\xC3")) << "cut off";
  EXPECT_FALSE(isUtf8("\x80"));
  EXPECT_EQ(utf8SequenceLength("\xE6\x97\xA5x"), 3U);
  EXPECT_EQ(utf8SequenceLength("\xE6\x97"), 0U);
}

TEST(Utf8, PrefixNeverCutsASequence) {
  EXPECT_EQ(utf8Prefix("abc", 5), "abc");
  EXPECT_EQ(utf8Prefix("a\xE6\x97\xA5z", 4), "a\xE6\x97\xA5");
  EXPECT_EQ(utf8Prefix("a\xE6\x97\xA5z", 3), "a");
  EXPECT_EQ(utf8Prefix("a\xE6\x97\xA5z", 2), "a");
  EXPECT_EQ(utf8Prefix("\xF0\x9F\x98\x80", 3), "");
  EXPECT_LE(utf8Prefix("\x80\x80\x80\x80\x80\x80\x80", 5).size(), 5U);
}

}  // namespace
}  // namespace mrm
