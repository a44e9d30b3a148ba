#include "core/text/vocabulary_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/text/odd_text.h"
#include "tests/text/tokenizer_json.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Tokenizer tokenizer() {
  return Tokenizer::fromJson(testing::tokenizerJson({"no", "heart", "pneumo", "##thorax", "##peri",
                                                     "##cardium", "##s", ".", "spleen", "##x"})
                                 .dump(),
                             "small");
}

std::vector<std::string> wordsOf(const std::vector<WordSplit>& splits) {
  std::vector<std::string> lines;
  for (const WordSplit& split : splits) {
    std::string line = std::to_string(split.count) + " " + split.word + ":";
    for (const std::string& piece : split.pieces) line += " " + piece;
    lines.push_back(line);
  }
  return lines;
}

TEST(VocabularyReport, CountsByHand) {
  const VocabularyReport report = inspectVocabulary(
      tokenizer(), {"No pneumothorax. Pneumothorax.", "no heart",
                    "Hearts pneumopericardium zzz zzz", "pneumopericardiums", ""});
  EXPECT_EQ(report.vocabularySize, 14);
  EXPECT_EQ(report.texts, 5);
  EXPECT_EQ(report.words, 5 + 2 + 4 + 1);
  EXPECT_EQ(report.pieces, (1 + 2 + 1 + 2 + 1) + 2 + (2 + 3 + 1 + 1) + 4);
  EXPECT_EQ(report.wholeWords, 5);  // no, ., ., no, heart
  EXPECT_EQ(report.unknownWords, 2);
  EXPECT_EQ(report.distinctWords, 8);
  EXPECT_EQ(report.distinctWholeWords, 3);
  EXPECT_EQ(report.distinctUnknownWords, 1);
  EXPECT_DOUBLE_EQ(report.coverage(), 5.0 / 12);
  EXPECT_DOUBLE_EQ(report.unknownRate(), 2.0 / 12);
  EXPECT_DOUBLE_EQ(report.piecesPerWord(), 20.0 / 12);
  EXPECT_EQ(report.medianPieces, 4);
  EXPECT_EQ(report.longestPieces, 7);
  EXPECT_EQ(report.cutTexts, 0);
  EXPECT_THAT(wordsOf(report.frequentSplits),
              ElementsAre("2 pneumothorax: pneumo ##thorax", "1 hearts: heart ##s",
                          "1 pneumopericardium: pneumo ##peri ##cardium",
                          "1 pneumopericardiums: pneumo ##peri ##cardium ##s"));
  EXPECT_THAT(wordsOf(report.longestSplits),
              ElementsAre("1 pneumopericardiums: pneumo ##peri ##cardium ##s",
                          "1 pneumopericardium: pneumo ##peri ##cardium",
                          "2 pneumothorax: pneumo ##thorax", "1 hearts: heart ##s"));
  EXPECT_THAT(wordsOf(report.unknown), ElementsAre("2 zzz: [UNK]"));
  ASSERT_EQ(report.examples.size(), 4u);
  EXPECT_EQ(report.examples[0].text, 3u);
  EXPECT_EQ(report.examples[1].text, 2u);
  EXPECT_THAT(report.examples[1].pieces,
              ElementsAre("heart", "##s", "pneumo", "##peri", "##cardium", "[UNK]", "[UNK]"));
  EXPECT_EQ(report.unusedPieces, 2);
  EXPECT_THAT(report.unusedExamples, ElementsAre("spleen", "##x"));
}

TEST(VocabularyReport, ListsEndWhereTheyAreToldTo) {
  VocabularyReportOptions options{1, 1, 4};
  const VocabularyReport report = inspectVocabulary(
      tokenizer(), {"hearts hearts", "pneumothorax no", "no no no", "no no no no"}, options);
  EXPECT_THAT(wordsOf(report.frequentSplits), ElementsAre("2 hearts: heart ##s"));
  EXPECT_EQ(report.examples.size(), 1u);
  EXPECT_EQ(report.examples[0].text, 0u);
  EXPECT_EQ(report.unusedExamples.size(), 1u);
  EXPECT_EQ(report.cutTexts, 2);  // with [CLS] before them, 5 tokens each
  options.examples = options.most = 0;
  EXPECT_THAT(inspectVocabulary(tokenizer(), {"hearts"}, options).examples, IsEmpty());
}

TEST(VocabularyReport, NothingIsFullyCovered) {
  const VocabularyReport report = inspectVocabulary(tokenizer(), {});
  EXPECT_EQ(report.coverage(), 1);
  EXPECT_EQ(report.unknownRate(), 0);
  EXPECT_EQ(report.unusedPieces, 10);
}

TEST(VocabularyReport, AgreesWithTheTokenizerOnAnyText) {
  const Tokenizer small = tokenizer();
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::string text = testing::oddText(random, {"no", "hearts", "pneumothorax", "zzz"});
    const auto ids = small.pieces(text);
    const VocabularyReport report = inspectVocabulary(small, {text});
    ASSERT_EQ(report.pieces, static_cast<std::int64_t>(ids.size()));
    ASSERT_EQ(report.unknownWords, std::count(ids.begin(), ids.end(), small.unknownId()));
    const auto starts = std::count_if(ids.begin(), ids.end(),
                                      [&](std::int64_t id) { return !small.continuesWord(id); });
    ASSERT_EQ(report.words, starts);
  }
}

TEST(VocabularyReport, TellsItsProgressAndStops) {
  std::vector<std::int64_t> done;
  const std::vector<std::string> texts(600, "no");
  inspectVocabulary(tokenizer(), texts, {},
                    [&](const Progress& progress) { done.push_back(progress.done); });
  EXPECT_THAT(done, ElementsAre(0, 256, 512, 600));
  std::stop_source stop;
  EXPECT_THROW(inspectVocabulary(
                   tokenizer(), texts, {},
                   [&](const Progress& progress) {
                     if (progress.done > 0) stop.request_stop();
                   },
                   stop.get_token()),
               Stopped);
}

}  // namespace
}  // namespace mrm
