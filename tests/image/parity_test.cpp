// The published pipeline on real images: references made with torchvision and Pillow.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/decode.h"
#include "core/image/transforms.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using Json = nlohmann::json;

// One without two dimensions is left out on purpose and gives an empty image.
GrayImage referenceImage(const TensorFile& references, const std::string& name) {
  const NamedTensor& tensor = references.tensors.at(name);
  if (tensor.shape.size() != 2) return {};
  const auto* pixels = reinterpret_cast<const std::uint8_t*>(tensor.data);
  return {tensor.shape[1], tensor.shape[0], {pixels, pixels + tensor.bytes()}};
}

// The references are resized in colour and made gray afterwards, so a rounding apart is allowed:
// the tolerance of meta.json.
void expectClose(const GrayImage& image, const GrayImage& reference, const std::string& what) {
  ASSERT_EQ(image.width, reference.width) << what;
  ASSERT_EQ(image.height, reference.height) << what;
  double sum = 0;
  int worst = 0;
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    const int difference = std::abs(image.pixels[i] - reference.pixels[i]);
    sum += difference;
    worst = std::max(worst, difference);
  }
  EXPECT_LE(sum / static_cast<double>(image.pixels.size()), 0.5) << what;
  EXPECT_LE(worst, 3) << what;
}

TEST(ImageParity, TrainingAndEvaluationViewsAgreeWithThePublishedPipeline) {
  MRM_SHARED_OR_SKIP(folder, "parity/transforms");
  const Json meta = Json::parse(readFile(folder / "meta.json", 1 << 20));
  const TensorFile references = readSafetensors(folder / "expected.safetensors");
  int index = 0, whole = 0;
  for (const Json& entry : meta.at("images")) {
    const std::string number = std::to_string(index++), file = entry.at("file");
    const GrayImage image = decodeGray(folder / file);
    ASSERT_EQ(image.width, entry.at("width"));
    ASSERT_EQ(image.height, entry.at("height"));
    if (const GrayImage gray = referenceImage(references, number + ".gray"); gray.width > 0) {
      EXPECT_EQ(image.pixels, gray.pixels) << file;
      ++whole;
    }
    const TrainingCrop crop{{entry.at("crop_left"), entry.at("crop_top"), entry.at("crop_width"),
                             entry.at("crop_height")},
                            entry.at("hflip")};
    expectClose(trainingView(image, crop, 448), referenceImage(references, number + ".train_448"),
                file + ", training");
    expectClose(evaluationView(image, 224), referenceImage(references, number + ".eval_224"),
                file + ", evaluation");
  }
  EXPECT_EQ(index, 7);
  EXPECT_EQ(whole, 3);
}

TEST(ImageParity, EveryImageAndMaskOfTheRealDataSetIsRead) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr");
  int count = 0;
  for (const char* part : {"images", "lung-masks"})
    for (const auto& entry : std::filesystem::directory_iterator(folder / part)) {
      const ImageSize size = readImageSize(entry.path());
      const GrayImage image = decodeGray(entry.path());
      EXPECT_EQ(image.width, size.width);
      EXPECT_EQ(image.height, size.height);
      ++count;
    }
  EXPECT_EQ(count, 382 + 232);
}

}  // namespace
}  // namespace mrm
