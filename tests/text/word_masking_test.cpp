#include "core/text/word_masking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/text/tokenizer_json.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

constexpr std::int64_t kPad = 0, kUnknown = 1, kClass = 2, kMask = 3, kA = 4, kMoreA = 5, kB = 6,
                       kMoreB = 7;

const Tokenizer& tokenizer() {
  static const Tokenizer one =
      Tokenizer::fromJson(testing::tokenizerJson({"a", "##a", "b", "##b"}).dump(), "test.json");
  return one;
}

TEST(WordSpans, AreAPieceAndWhatContinuesIt) {
  EXPECT_THAT(wordSpans({kClass, kA, kMoreB, kMoreA, kB, kPad, kPad}, tokenizer()),
              ElementsAre(WordSpan{1, 4}, WordSpan{4, 5}));
  EXPECT_THAT(wordSpans({kA}, tokenizer()), ElementsAre(WordSpan{0, 1}));
  EXPECT_THAT(wordSpans({}, tokenizer()), ElementsAre());
}

TEST(WordSpans, LeaveOutSpecialTokensButThoseThatStandForAWord) {
  EXPECT_THAT(wordSpans({kClass, kUnknown, kMask, kClass, kA}, tokenizer()),
              ElementsAre(WordSpan{1, 2}, WordSpan{2, 3}, WordSpan{4, 5}));
  EXPECT_THAT(wordSpans({kClass, kMoreA, kMoreB, kA}, tokenizer()),
              ElementsAre(WordSpan{1, 3}, WordSpan{3, 4}))
      << "a word whose beginning is cut off";
}

TEST(WordSpans, EndAtTheFirstPadding) {
  EXPECT_THAT(wordSpans({kClass, kA, kPad, kB}, tokenizer()), ElementsAre(WordSpan{1, 2}));
}

TEST(WordSpans, RefuseUnknownIds) {
  EXPECT_THROW(wordSpans({kClass, 8}, tokenizer()), std::out_of_range);
  EXPECT_THROW(wordSpans({-1}, tokenizer()), std::out_of_range);
}

std::vector<std::int64_t> maskWith(const std::vector<std::int64_t>& ids, double ratio,
                                   std::vector<double> draws) {
  std::size_t used = 0;
  const auto masked = maskWholeWords(ids, tokenizer(), ratio, [&] { return draws.at(used++); });
  EXPECT_EQ(used, draws.size());
  return masked;
}

TEST(WordMasking, MasksEachWordWholeWhenItsDrawIsBelowTheRatio) {
  const std::vector<std::int64_t> ids = {kClass, kA, kMoreB, kB, kUnknown, kA, kMoreA, kPad, kPad};
  EXPECT_THAT(maskWith(ids, 0.5, {0.1, 0.9, 0.2, 0.7}),
              ElementsAre(kClass, kMask, kMask, kB, kMask, kA, kMoreA, kPad, kPad));
  EXPECT_THAT(maskWith(ids, 0.5, {0.5, 0.4999, 0.5, 0.0}),
              ElementsAre(kClass, kA, kMoreB, kMask, kUnknown, kMask, kMask, kPad, kPad))
      << "a draw equal to the ratio does not mask";
}

TEST(WordMasking, MasksNothingAtRatioZeroAndEveryWordAtOne) {
  const std::vector<std::int64_t> ids = {kClass, kA, kMoreB, kB, kUnknown, kPad};
  EXPECT_EQ(maskWith(ids, 0, {0, 0, 0}), ids);
  EXPECT_THAT(maskWith(ids, 1, {0.9999, 0, 0.5}),
              ElementsAre(kClass, kMask, kMask, kMask, kMask, kPad));
}

TEST(WordMasking, DoesNotDrawForAWordThatBeginsAtTheLastPosition) {
  EXPECT_THAT(maskWith({kClass, kA, kB}, 1, {0}), ElementsAre(kClass, kMask, kB));
  EXPECT_THAT(maskWith({kClass, kA, kMoreB}, 1, {0}), ElementsAre(kClass, kMask, kMask))
      << "a word that reaches to it is masked whole";
  EXPECT_THAT(maskWith({kClass}, 1, {}), ElementsAre(kClass));
  EXPECT_THAT(maskWith({}, 1, {}), ElementsAre());
}

TEST(WordMasking, MasksAboutTheRatioOfTheWordsAndNeverAPartOfOne) {
  Random random(11);
  std::size_t words = 0, maskedWords = 0;
  for (int trial = 0; trial < 400; ++trial) {
    std::vector<std::int64_t> ids = {kClass};
    for (std::uint64_t n = random.below(60); n > 0; --n)
      ids.push_back(std::array{kA, kMoreA, kB, kMoreB, kUnknown}[random.below(5)]);
    ids.push_back(kPad);
    const auto masked = maskWholeWords(ids, tokenizer(), 0.3, [&] { return random.uniform(); });
    ASSERT_EQ(masked.size(), ids.size());
    for (const WordSpan& word : wordSpans(ids, tokenizer())) {
      std::size_t hidden = 0;
      for (std::size_t i = word.begin; i < word.end; ++i) hidden += masked[i] == kMask;
      ASSERT_TRUE(hidden == 0 || hidden == word.end - word.begin);
      ++words;
      maskedWords += hidden > 0;
    }
  }
  EXPECT_NEAR(static_cast<double>(maskedWords) / static_cast<double>(words), 0.3, 0.02);
}

}  // namespace
}  // namespace mrm
