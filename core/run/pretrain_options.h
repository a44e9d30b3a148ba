// The options of a pre-training run, declared once: command line, run.yaml, wizard and reference
// come from here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/options/option.h"

namespace mrm {

struct PretrainOptions {
  struct Data {
    std::filesystem::path records, catalog;  // one of them
    std::string imageColumn = "image";
    std::string reportColumn = "report";
    std::string patientColumn = "patient_id";
    std::filesystem::path tokenizer;
    std::int64_t vocabularySize = 30000;
    double validationShare = 0.1;
  } data;

  struct Model {
    std::string size =
        "base";  // tiny, small, base, large: the defaults of the fields below that are 0
    std::int64_t imageSize = 0, patchSize = 0;
    std::int64_t width = 0, depth = 0, heads = 0;
    std::int64_t decoderWidth = 0, decoderDepth = 0, decoderHeads = 0;
    std::int64_t reportWidth = 0, reportDepth = 0, reportHeads = 0, reportIntermediate = 0;
    std::int64_t reportLength = 0;
    double reportDropout = 0.1;
    std::filesystem::path startFrom;
  } model;

  struct Masking {
    double imageRatio = 0.75;
    double reportRatio = 0.5;
    std::string reportLoss = "masked";  // or "all"
    bool normalizePatches = true;
  } masking;

  struct Recipe {
    double epochs = 200;
    std::int64_t steps = 0;  // 0: by epochs
    std::int64_t batch = 256;
    std::int64_t accumulation = 1;
    double baseRate = 1.5e-4;
    double minimumRate = 0;
    double warmupEpochs = 40;
    double weightDecay = 0.05;
    double beta1 = 0.9, beta2 = 0.95;
    double clipNorm = 0;  // 0: no clipping
    double minimumScale = 0.2, maximumScale = 1;
    bool flip = true;
    bool lowResolutionAntialias = true;
    double pixelMean = 0.4978, pixelDeviation = 0.2449;
    std::int64_t seed = 1;
  } recipe;

  struct Run {
    std::string device = "auto";     // cpu, cuda
    std::string precision = "auto";  // fp32, bf16
    std::int64_t threads = 0;        // 0: one a core
    std::int64_t loaderThreads = 0;  // 0: as many as it takes
    std::int64_t logEvery = 1;
    double validateEvery = 1;    // epochs
    double checkpointEvery = 5;  // minutes
    double previewEvery = 1;     // epochs
    std::int64_t previewRecords = 4;
    std::int64_t keepCheckpoints = 3;
  } run;

  void declare(OptionSet& options);

  // Replaces every 0 of `model` by the value that `model.size` gives and "auto" precision and
  // device stay for the worker to resolve. Throws Error when sizes do not fit together (width not
  // divisible by heads…).
  void resolveModel();

  // Base rate x images per optimizer step / 256 (linear scaling, Goyal et al. 2017).
  double learningRate(std::int64_t ranks = 1) const {
    return recipe.baseRate * static_cast<double>(recipe.batch * recipe.accumulation * ranks) /
           256.0;
  }
};

// The recipes of resources/presets/.
struct PretrainPreset {
  std::string id;     // "as-published"
  std::string title;  // "As published"
  std::string help;   // one sentence
  std::string yaml;   // to be read with readYaml() into the options
};
const std::vector<PretrainPreset>& pretrainPresets();

}  // namespace mrm
