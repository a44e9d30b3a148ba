// The published vocabulary must give the ids of the reference implementation, and masking its
// draws.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/text/tokenizer.h"
#include "core/text/word_masking.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

std::vector<nlohmann::json> readLines(const std::filesystem::path& path) {
  std::vector<nlohmann::json> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(TokenizerParity, GivesTheReferenceIdsAndAttentionMasks) {
  MRM_SHARED_OR_SKIP(folder, "parity/tokenizer");
  const Tokenizer tokenizer = Tokenizer::fromFile(folder / "mimic_wordpiece.json");
  EXPECT_EQ(tokenizer.vocabularySize(), 30000);
  EXPECT_EQ(tokenizer.padId(), 0);
  EXPECT_EQ(tokenizer.unknownId(), 1);
  EXPECT_EQ(tokenizer.classId(), 2);
  EXPECT_EQ(tokenizer.maskId(), 3);
  const auto lines = readLines(folder / "encodings.jsonl");
  EXPECT_EQ(lines.size(), 423U);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Encoding encoding = tokenizer.encode(lines[i]["text"].get<std::string>(), 100);
    EXPECT_EQ(encoding.ids, lines[i]["ids"].get<std::vector<std::int64_t>>()) << "line " << i + 1;
    EXPECT_EQ(encoding.attentionMask, lines[i]["attention_mask"].get<std::vector<std::int64_t>>())
        << "line " << i + 1;
  }
}

TEST(TokenizerParity, MasksTheWordsOfTheReferenceDrawsAndUsesEachDraw) {
  MRM_SHARED_OR_SKIP(folder, "parity/tokenizer");
  const Tokenizer tokenizer = Tokenizer::fromFile(folder / "mimic_wordpiece.json");
  const auto lines = readLines(folder / "whole_word_masking.jsonl");
  EXPECT_EQ(lines.size(), 83U);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto draws = lines[i]["uniform_draws"].get<std::vector<double>>();
    std::size_t used = 0;
    const auto masked = maskWholeWords(lines[i]["ids"].get<std::vector<std::int64_t>>(), tokenizer,
                                       0.5, [&] { return draws.at(used++); });
    EXPECT_EQ(masked, lines[i]["masked_ids"].get<std::vector<std::int64_t>>()) << "line " << i + 1;
    EXPECT_EQ(used, draws.size()) << "line " << i + 1;
  }
}

}  // namespace
}  // namespace mrm
