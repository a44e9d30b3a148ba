// Perceptual hashes on real radiographs: copies are near, other patients' images far.
#include "core/image/image_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/random.h"
#include "core/image/decode.h"
#include "core/image/resample.h"
#include "tests/image/image_files.h"
#include "tests/image/radiographs.h"

namespace mrm {
namespace {

GrayImage changed(const GrayImage& image, const std::function<double(double)>& brightness) {
  GrayImage copy = image;
  for (std::uint8_t& value : copy.pixels)
    value = static_cast<std::uint8_t>(std::clamp(brightness(value) + 0.5, 0.0, 255.0));
  return copy;
}

GrayImage resized(const GrayImage& image, double scale) {
  return cropAndResize(image, {0, 0, image.width, image.height},
                       static_cast<std::int64_t>(static_cast<double>(image.width) * scale),
                       static_cast<std::int64_t>(static_cast<double>(image.height) * scale),
                       Filter::Bicubic);
}

GrayImage recompressed(const GrayImage& image, int quality) {
  return decodeGray(
      testing::makeJpeg({.width = static_cast<int>(image.width),
                         .height = static_cast<int>(image.height),
                         .quality = quality,
                         .sample = [&](int x, int y, int) { return image.at(x, y); }}),
      "copy");
}

TEST(ImageHash, ConstantImagesHaveTheHashZero) {
  EXPECT_EQ(imageHash(GrayImage{100, 80, std::vector<std::uint8_t>(8000, 77)}), 0u);
}

TEST(ImageHash, CopiesOfRealRadiographsAreNear) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr/records.csv");
  const auto radiographs = testing::readRadiographs(folder, 3);  // every third
  ASSERT_GT(radiographs.size(), 100u);
  const std::vector<std::pair<const char*, std::function<GrayImage(const GrayImage&)>>> copies = {
      {"JPEG 75", [](const GrayImage& i) { return recompressed(i, 75); }},
      {"JPEG 30", [](const GrayImage& i) { return recompressed(i, 30); }},
      {"half size", [](const GrayImage& i) { return resized(i, 0.5); }},
      {"size x1.7", [](const GrayImage& i) { return resized(i, 1.7); }},
      {"brightness x0.8",
       [](const GrayImage& i) { return changed(i, [](double v) { return v * 0.8; }); }},
      {"gamma 0.8",
       [](const GrayImage& i) {
         return changed(i, [](double v) { return 255 * std::pow(v / 255, 0.8); });
       }},
      {"gamma 1.25",
       [](const GrayImage& i) {
         return changed(i, [](double v) { return 255 * std::pow(v / 255, 1.25); });
       }},
      {"half, x0.9, JPEG 50", [](const GrayImage& i) {
         return recompressed(changed(resized(i, 0.5), [](double v) { return v * 0.9; }), 50);
       }}};
  for (const auto& [name, copy] : copies) {
    std::size_t near = 0;
    int farthest = 0;
    for (const auto& radiograph : radiographs) {
      const int distance = hashDistance(radiograph.hash, imageHash(copy(radiograph.image)));
      near += distance <= 4;
      farthest = std::max(farthest, distance);
    }
    std::printf("%s: %zu of %zu within 4, the farthest at %d\n", name, near, radiographs.size(),
                farthest);
    EXPECT_EQ(near, radiographs.size()) << name;
  }
  // Brightening that saturates destroys what was there: nearly all, not all.
  std::size_t near = 0;
  for (const auto& radiograph : radiographs)
    near +=
        hashDistance(radiograph.hash,
                     imageHash(changed(radiograph.image, [](double v) { return v + 20; }))) <= 4;
  std::printf("brightness +20: %zu of %zu within 4\n", near, radiographs.size());
  EXPECT_GE(near, radiographs.size() * 97 / 100);
}

TEST(ImageHash, InvertedCopiesDifferInNearlyAllBits) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr/records.csv");
  for (const auto& radiograph : testing::readRadiographs(folder, 20))
    EXPECT_GT(hashDistance(radiograph.hash,
                           imageHash(changed(radiograph.image, [](double v) { return 255 - v; }))),
              58);
}

TEST(ImageHash, DifferentPatientsAreFar) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr/records.csv");
  const auto radiographs = testing::readRadiographs(folder, 1);
  std::vector<int> distances;
  for (std::size_t i = 0; i < radiographs.size(); ++i)
    for (std::size_t k = i + 1; k < radiographs.size(); ++k)
      if (radiographs[i].patient != radiographs[k].patient)
        distances.push_back(hashDistance(radiographs[i].hash, radiographs[k].hash));
  std::sort(distances.begin(), distances.end());
  const auto within = [&](int distance) {
    return std::upper_bound(distances.begin(), distances.end(), distance) - distances.begin();
  };
  std::printf("%zu pairs: %td within 4, %td within 8, %td within 10; 1%% quantile %d, median %d\n",
              distances.size(), within(4), within(8), within(10), distances[distances.size() / 100],
              distances[distances.size() / 2]);
  // The set holds images twice that its table gives to two patients each.
  EXPECT_LE(within(4), 6);
  EXPECT_LE(within(8), 20);
  EXPECT_GE(distances[distances.size() / 100], 14);
}

}  // namespace
}  // namespace mrm
