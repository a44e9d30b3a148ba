#include "core/base/printable.h"

#include <gtest/gtest.h>

namespace mrm {
namespace {

TEST(Printable, KeepsWhatDrawsAndReplacesTheRest) {
  EXPECT_EQ(printable("blocks.0 Röntgen 胸 \U0001FAC1"), "blocks.0 Röntgen 胸 \U0001FAC1");
  EXPECT_EQ(printable("a\x1b[2J\nb\x7f"),
            "a\uFFFD[2J\uFFFD"
            "b\uFFFD");
  EXPECT_EQ(printable("a\xFF\xC3"), "a\uFFFD\uFFFD");
  EXPECT_EQ(printable("right\u202Eleft\u2028\u200B"), "right\uFFFDleft\uFFFD\uFFFD");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\uFFFD");
}

TEST(Printable, CutsLongTextBetweenCharacters) {
  EXPECT_EQ(printable("abcdef", 6), "abcdef");
  EXPECT_EQ(printable("abcdef", 5), "abcde…");
  EXPECT_EQ(printable("aää", 4), "aä…");
}

}  // namespace
}  // namespace mrm
