#include "core/dicom/display_tags.h"

#include <algorithm>
#include <cmath>

namespace mrm::dicom {
namespace {

constexpr Tag kPerFrameFunctionalGroups{0x52009230, "SQ"};
constexpr Tag kPixelValueTransformation{0x00289145, "SQ"};
constexpr Tag kFrameVoiTables{0x00289132, "SQ"};

constexpr std::size_t kMostTables = 64, kMostWindows = 256;

// Where values of a frame may stand, the most particular place first.
class Places {
 public:
  Places(const DataSet& dataSet, std::int64_t frame) : dataSet_(dataSet) {
    const auto perFrame = dataSet.items(kPerFrameFunctionalGroups);
    if (frame >= 0 && frame < static_cast<std::int64_t>(perFrame.size()))
      groups_.push_back(perFrame[static_cast<std::size_t>(frame)]);
    const auto shared = dataSet.items(kSharedFunctionalGroups, 1);
    groups_.insert(groups_.end(), shared.begin(), shared.end());
  }

  // The first place that has the element: the macro's item in a functional group, or the data set.
  DataSet with(Tag macro, Tag element) const {
    for (const DataSet& group : groups_)
      for (const DataSet& item : group.items(macro, 1))
        if (item.has(element)) return item;
    return dataSet_;
  }

 private:
  const DataSet& dataSet_;
  std::vector<DataSet> groups_;
};

std::int64_t whole(double value) {
  return std::isfinite(value) ? static_cast<std::int64_t>(std::clamp(value, -1e9, 1e9)) : 0;
}

bool isFinite(std::optional<double> value) {
  return value && std::isfinite(*value);
}

void readModality(const DataSet& dataSet, const Places& places, StoredImage& image) {
  for (const DataSet& item : dataSet.items(kModalityTables, 1)) {
    ValueTable table = readValueTable(item, kTableDescriptor, kTableData, image.isSigned);
    if (table.entries.empty())
      image.notices.push_back("its modality table is damaged and left out");
    else
      image.modalityTable = std::move(table);
  }
  const DataSet place = places.with(kPixelValueTransformation, kRescaleSlope);
  const auto slope = place.number(kRescaleSlope), intercept = place.number(kRescaleIntercept);
  image.hasRescale = isFinite(slope) || isFinite(intercept);
  image.slope = isFinite(slope) ? *slope : 1;
  image.intercept = isFinite(intercept) ? *intercept : 0;
}

// Whether values below 0 can come out of the modality step: then the first value that a VOI table
// maps is taken as signed where the file does not say (PS3.3 C.11.2.1.1).
bool canBeNegative(const StoredImage& image) {
  if (image.modalityTable) return false;
  return image.isSigned || (image.hasRescale && (image.intercept < 0 || image.slope < 0));
}

void readVoi(const Places& places, StoredImage& image) {
  for (const DataSet& item :
       places.with(kFrameVoiTables, kVoiTables).items(kVoiTables, kMostTables)) {
    ValueTable table = readValueTable(item, kTableDescriptor, kTableData, canBeNegative(image));
    if (table.entries.empty())
      image.notices.push_back("a VOI table is damaged and left out");
    else
      image.voiTables.push_back(std::move(table));
  }
  const DataSet place = places.with(kFrameVoiTables, kWindowCenter);
  const auto centers = place.numbers(kWindowCenter, kMostWindows);
  const auto widths = place.numbers(kWindowWidth, kMostWindows);
  const std::string function = place.text(kVoiFunction, 0);
  for (std::size_t i = 0; i < std::min(centers.size(), widths.size()); ++i) {
    ValueWindow window{centers[i], widths[i], ValueWindow::Function::Linear,
                       place.text(kWindowExplanation, i)};
    if (function == "LINEAR_EXACT") window.function = ValueWindow::Function::LinearExact;
    if (function == "SIGMOID") window.function = ValueWindow::Function::Sigmoid;
    image.windows.push_back(std::move(window));
  }
}

// A value of the pixels' kind that may be written with the sign of the other kind.
std::int32_t asPixel(std::int64_t value, const StoredImage& image) {
  const std::int64_t full = std::int64_t{1} << 16;
  if (image.isSigned && value >= full / 2 && value < full && image.bitsStored <= 16) value -= full;
  if (!image.isSigned && value < 0 && value >= -full / 2) value += full;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, INT32_MIN, INT32_MAX));
}

void readPadding(const DataSet& dataSet, StoredImage& image) {
  const auto padding = [&](Tag tag) -> std::optional<std::int32_t> {
    const auto value = dataSet.integer(image.isSigned ? tag.as("SS") : tag);
    return value ? std::optional(asPixel(*value, image)) : std::nullopt;
  };
  image.paddingFrom = padding(kPixelPadding);
  if (image.paddingFrom) image.paddingTo = padding(kPaddingLimit);
}

void readInversion(const DataSet& dataSet, StoredImage& image) {
  const std::string photometric = dataSet.text(kPhotometric, 0);
  const std::string shape = dataSet.text(kPresentationTableShape, 0);
  image.isMonochrome1 = photometric == "MONOCHROME1";
  image.isPresentationInverse = shape == "INVERSE";
  // PS3.3 C.8.11.3.1.2 allows neither; readers differ in which of the two they follow.
  if (image.isMonochrome1 && shape == "IDENTITY")
    image.notices.push_back("Presentation LUT Shape IDENTITY contradicts MONOCHROME1: inverted");
  if (image.isPresentationInverse && photometric == "MONOCHROME2")
    image.notices.push_back("Presentation LUT Shape INVERSE contradicts MONOCHROME2: inverted");
}

void readSpacing(const DataSet& dataSet, const Places& places, StoredImage& image) {
  const DataSet measures = places.with(kPixelMeasures, kPixelSpacing);
  const auto take = [&](const DataSet& place, Tag tag) {
    const auto row = place.number(tag, 0), column = place.number(tag, 1);
    if (!isFinite(row) || !isFinite(column) || *row <= 0 || *column <= 0) return false;
    image.rowSpacing = *row;
    image.columnSpacing = *column;
    return true;
  };
  if (take(measures, kPixelSpacing) || take(dataSet, kImagerPixelSpacing)) return;
  take(dataSet, kNominalPixelSpacing);
}

}  // namespace

ValueTable readValueTable(const DataSet& item, Tag descriptor, Tag data, bool isSigned) {
  ValueTable table;
  const auto numbers = item.numbers(isSigned ? descriptor.as("SS") : descriptor, 3);
  if (numbers.size() < 3) return table;
  // The number of entries and of bits are unsigned even where the element is SS; 0 stands for 2^16.
  auto count = static_cast<std::size_t>(whole(numbers[0]) & 0xFFFF);
  if (count == 0) count = 65536;
  table.first = static_cast<std::int32_t>(whole(numbers[1]));
  table.bits = static_cast<int>(whole(numbers[2]) & 0xFFFF);
  table.explanation = item.text(kTableExplanation, 0);
  table.entries = item.words(data, count);
  // Entries of 8 bits may be packed, two in a word.
  if (table.bits <= 8 && table.entries.size() < count && table.entries.size() * 2 >= count) {
    const bool isBigEndian = item.find(data.number)->isBigEndian;
    std::vector<std::uint16_t> unpacked;
    unpacked.reserve(count + 1);
    for (const std::uint16_t word : table.entries) {
      const auto low = static_cast<std::uint16_t>(word & 0xFF);
      const auto high = static_cast<std::uint16_t>(word >> 8);
      unpacked.push_back(isBigEndian ? high : low);
      unpacked.push_back(isBigEndian ? low : high);
    }
    unpacked.resize(count);
    table.entries = std::move(unpacked);
  }
  return table;
}

void readDisplayTags(const DataSet& dataSet, std::int64_t frame, StoredImage& image) {
  const Places places(dataSet, frame);
  readModality(dataSet, places, image);
  readVoi(places, image);
  readPadding(dataSet, image);
  readInversion(dataSet, image);
  readSpacing(dataSet, places, image);
  const bool isIdentity = !image.modalityTable && image.slope == 1 && image.intercept == 0;
  const bool hasWindow = std::any_of(
      image.windows.begin(), image.windows.end(),
      [](const ValueWindow& window) { return std::isfinite(window.width) && window.width > 0; });
  image.isDisplayReady = image.bitsStored == 8 && !image.isSigned && isIdentity &&
                         image.voiTables.empty() && !hasWindow;
}

}  // namespace mrm::dicom
