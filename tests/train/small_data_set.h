// A data set small enough to train on in a test: striped images whose report names the stripes'
// direction.
#pragma once

#include <cmath>
#include <filesystem>
#include <string>

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/image/decode.h"
#include "core/run/pretrain_options.h"

namespace mrm::testing {

// Writes records.csv and `count` PNG files of 80 x 72 pixels, two records a patient. Returns the
// table.
inline std::filesystem::path writeSmallDataSet(const std::filesystem::path& folder, int count) {
  std::filesystem::create_directories(folder / "images");
  std::string csv = "image,report,patient_id\n";
  for (int i = 0; i < count; ++i) {
    Random random(5, {static_cast<std::uint64_t>(i)});
    const bool vertical = random.chance(0.5);
    const double period = random.uniform(8, 24);
    GrayImage image{80, 72, std::vector<std::uint8_t>(80 * 72)};
    for (int y = 0; y < 72; ++y)
      for (int x = 0; x < 80; ++x) {
        const double phase = 6.283185307 * (vertical ? x : y) / period;
        image.pixels[static_cast<std::size_t>(y * 80 + x)] =
            static_cast<std::uint8_t>(128 + 80 * std::sin(phase) + 10 * random.uniform());
      }
    const std::string name = "images/" + std::to_string(i) + ".png";
    writeFileAtomically(folder / name, encodePng(image));
    csv += name + ",\"FINDINGS: The stripes are " + (vertical ? "vertical" : "horizontal") +
           ", as before. No other finding.\",P" + std::to_string(i / 2) + "\n";
  }
  writeFileAtomically(folder / "records.csv", csv);
  return folder / "records.csv";
}

// A very small model and a run of `steps` steps with everything written often.
inline PretrainOptions smallRun(const std::filesystem::path& table, std::int64_t steps) {
  PretrainOptions o;
  o.data.records = table;
  o.data.vocabularySize = 120;
  o.data.validationShare = 0.25;
  o.model.size = "tiny";
  o.model.imageSize = 32;
  o.model.patchSize = 8;
  o.model.width = o.model.decoderWidth = o.model.reportWidth = 32;
  o.model.depth = o.model.decoderDepth = o.model.reportDepth = 2;
  o.model.heads = o.model.decoderHeads = o.model.reportHeads = 2;
  o.model.reportIntermediate = 64;
  o.model.reportLength = 24;
  o.recipe.steps = steps;
  o.recipe.batch = 8;
  o.recipe.warmupEpochs = 1;
  o.recipe.baseRate = 0.05;
  o.run.device = "cpu";
  o.run.precision = "fp32";
  o.run.threads = 2;
  o.run.validateEvery = 2;
  o.run.previewEvery = 3;
  o.run.previewRecords = 2;
  o.resolveModel();
  return o;
}

}  // namespace mrm::testing
