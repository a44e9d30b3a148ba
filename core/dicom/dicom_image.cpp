#include "core/dicom/dicom_image.h"

#include <cstring>
#include <type_traits>

#include "core/dicom/display_tags.h"
#include "core/dicom/luminance.h"
#include "core/dicom/sample_type.h"
#include "core/image/quantise.h"

namespace mrm::dicom {

void takeValues(const StoredPixels& pixels, StoredImage& image) {
  const auto count = static_cast<std::size_t>(pixels.rows * pixels.columns);
  withSampleType(pixels.bitsAllocated, pixels.kind, [&](auto type) {
    using Sample = decltype(type);
    std::vector<Sample> samples(count);
    std::memcpy(samples.data(), pixels.bytes.data(), count * sizeof(Sample));
    if constexpr (std::is_floating_point_v<Sample> || sizeof(Sample) == 8 ||
                  std::is_same_v<Sample, std::uint32_t>) {
      if (std::is_floating_point_v<Sample> || pixels.bitsStored > 31) {
        const std::vector<float> numbers(samples.begin(), samples.end());
        return quantise(numbers, image);
      }
    }
    image.values.assign(samples.begin(), samples.end());
  });
}

StoredImage storedImageOf(const DicomFile& file, std::int64_t frame) {
  return storedImageOf(file, readStoredPixels(file, frame), frame);
}

StoredImage storedImageOf(const DicomFile& file, const StoredPixels& pixels, std::int64_t frame) {
  const std::int64_t frames = describePixels(file).frames;
  StoredImage image;
  image.width = pixels.columns;
  image.height = pixels.rows;
  image.bitsStored = pixels.bitsStored;
  image.isSigned = pixels.kind == SampleKind::Signed;
  readDisplayTags(file.dataSet(), frame, image);
  if (pixels.samplesPerPixel > 1 || isPalette(pixels)) {
    const double row = image.rowSpacing, column = image.columnSpacing;
    // Windows and tables are for gray values.
    image = {image.width, image.height, luminance(pixels, file.dataSet(), file.name()), 8};
    image.rowSpacing = row;
    image.columnSpacing = column;
    image.isDisplayReady = true;
    image.notices.push_back("colour turned to luminance");
  } else {
    takeValues(pixels, image);
  }
  if (frames > 1)
    image.notices.push_back("frame " + std::to_string(frame + 1) + " of " + std::to_string(frames));
  if (!file.damage().empty()) image.notices.push_back(file.damage());
  return image;
}

}  // namespace mrm::dicom
