// A small struct of options of every type, for the tests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/options/option.h"

namespace mrm {

struct SampleOptions {
  double imageRatio = 0.75;
  std::int64_t steps = 1000;
  std::int64_t seed = 1;
  double rate = 1e-4;
  double anything = 0;
  bool flip = true;
  std::string reportLoss = "masked";
  std::string note;
  std::filesystem::path tokenizer;

  void declare(OptionSet& options) {
    options.section("masking", "Masking", "What is hidden from the model.");
    options.add("masking.image_ratio", imageRatio, "Share of image patches that are hidden.")
        .range(0, 1)
        .published("0.75");
    options.section("training", "Training", "How long and how fast the model learns.");
    options.add("training.steps", steps, "Length of the training.")
        .range(-std::numeric_limits<double>::infinity(), 1e6)
        .unit("steps")
        .label("Steps to train");
    options.add("training.seed", seed, "Start of the random numbers.").advanced();
    options.add("training.rate", rate, "Learning rate.")
        .range(1e-12, std::numeric_limits<double>::infinity());
    options.add("training.anything", anything, "Any number.");
    options.add("training.flip", flip, "Whether images are mirrored at random.");
    options.add("training.report_loss", reportLoss, "Which words count.")
        .choices({"masked", "all"});
    options.add("training.note", note, "A note of one's own.");
    options.add("training.tokenizer", tokenizer, "File with the vocabulary.");
  }
};

}  // namespace mrm
