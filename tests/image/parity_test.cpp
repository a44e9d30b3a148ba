// The published pipeline on real images: references made with torchvision and Pillow.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/image/decode.h"
#include "core/image/transforms.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using Json = nlohmann::json;

// Of the safetensors format as much as the reference file needs: named arrays of bytes.
class References {
 public:
  explicit References(const std::filesystem::path& file) : bytes_(readFile(file, 1 << 28)) {
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
      length = length << 8 | static_cast<unsigned char>(bytes_.at(static_cast<std::size_t>(i)));
    header_ = Json::parse(bytes_.substr(8, length));
    begin_ = 8 + length;
  }

  GrayImage image(const std::string& name) const {
    const Json& entry = header_.at(name);
    if (entry.at("shape").size() != 2) return {};
    const std::size_t begin = begin_ + entry.at("data_offsets")[0].get<std::size_t>();
    const std::size_t end = begin_ + entry.at("data_offsets")[1].get<std::size_t>();
    return {entry.at("shape")[1],
            entry.at("shape")[0],
            {bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
             bytes_.begin() + static_cast<std::ptrdiff_t>(end)}};
  }

 private:
  std::string bytes_;
  Json header_;
  std::size_t begin_ = 0;
};

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
  const References references(folder / "expected.safetensors");
  int index = 0, whole = 0;
  for (const Json& entry : meta.at("images")) {
    const std::string number = std::to_string(index++), file = entry.at("file");
    const GrayImage image = decodeGray(folder / file);
    ASSERT_EQ(image.width, entry.at("width"));
    ASSERT_EQ(image.height, entry.at("height"));
    if (const GrayImage gray = references.image(number + ".gray"); gray.width > 0) {
      EXPECT_EQ(image.pixels, gray.pixels) << file;
      ++whole;
    }
    const TrainingCrop crop{{entry.at("crop_left"), entry.at("crop_top"), entry.at("crop_width"),
                             entry.at("crop_height")},
                            entry.at("hflip")};
    expectClose(trainingView(image, crop, 448), references.image(number + ".train_448"),
                file + ", training");
    expectClose(evaluationView(image, 224), references.image(number + ".eval_224"),
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
