#include "core/dicom/pixel_description.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/image/gray_image.h"

namespace mrm::dicom {
namespace {

constexpr const char* kDirectorySopClass = "1.2.840.10008.1.3.10";

class Description {
 public:
  explicit Description(const DicomFile& file) : file_(file), dataSet_(file.dataSet()) {}

  PixelDescription read() const {
    PixelDescription d;
    d.element = pixelElement();
    d.rows = size(kRows, "Rows");
    d.columns = size(kColumns, "Columns");
    d.samplesPerPixel = integer(kSamplesPerPixel, "Samples per Pixel", 1, 1, 16);
    d.frames = frames();
    d.photometric = dataSet_.text(kPhotometric, 0);
    d.isPlanar = d.samplesPerPixel > 1 &&
                 integer(kPlanarConfiguration, "Planar Configuration", 0, 0, 1) == 1;
    bits(d);
    if (d.rows > kMaxImagePixels / d.columns)
      fail("claims " + std::to_string(d.columns) + " x " + std::to_string(d.rows) +
           " pixels, more than the 2^28 that can be read");
    return d;
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const { throw Error(problem, file_.name()); }

  const Element* pixelElement() const {
    for (const Tag tag : {kPixels, kFloatPixels, kDoublePixels})
      if (const Element* element = dataSet_.find(tag.number)) return element;
    // Where reading broke off before the pixels, that is the reason.
    if (!file_.damage().empty()) fail(file_.damage());
    if (file_.meta().text(kMediaStorageSopClass, 0) == kDirectorySopClass)
      fail("holds no pixels: it is the directory of a medium (DICOMDIR)");
    const std::string modality = dataSet_.text(kModality, 0);
    fail("holds no pixels" +
         (modality.empty() ? "" : " (modality " + printable(modality, 16) + ")"));
  }

  // Of an absent or empty element, `absent`.
  std::int64_t integer(Tag tag, const char* what, std::int64_t absent, std::int64_t minimum,
                       std::int64_t maximum) const {
    const Element* element = dataSet_.find(tag.number);
    if (!element || element->value.empty()) return absent;
    const auto value = dataSet_.integer(tag);
    if (!value)
      fail(std::string("is damaged: its ") + what + " is no number (\"" +
           printable(dataSet_.text(tag), 40) + "\")");
    if (*value < minimum || *value > maximum)
      fail(std::string("is damaged: its ") + what + " is " + std::to_string(*value));
    return *value;
  }

  std::int64_t size(Tag tag, const char* what) const {
    const std::int64_t value = integer(tag, what, -1, 0, std::int64_t{1} << 31);
    if (value < 0) fail(std::string("is incomplete: it does not say its ") + what);
    if (value == 0) fail(std::string("holds no pixels: its ") + what + " is 0");
    return value;
  }

  std::int64_t frames() const {
    const std::int64_t value = integer(kFrames, "Number of Frames", 1, 0, std::int64_t{1} << 31);
    return std::max<std::int64_t>(value, 1);  // 0 is written by some for 1
  }

  void bits(PixelDescription& d) const {
    if (d.element->tag == kFloatPixels.number || d.element->tag == kDoublePixels.number) {
      d.kind = SampleKind::Float;
      d.bitsAllocated = d.bitsStored = d.element->tag == kFloatPixels.number ? 32 : 64;
      return;
    }
    const std::int64_t allocated = integer(kBitsAllocated, "Bits Allocated", -1, 1, 64);
    if (allocated < 0) fail("is incomplete: it does not say its Bits Allocated");
    constexpr std::array<std::int64_t, 5> kSupported = {1, 8, 16, 32, 64};
    if (std::find(kSupported.begin(), kSupported.end(), allocated) == kSupported.end())
      fail("has " + std::to_string(allocated) + " bits per sample, which cannot be read");
    d.bitsAllocated = static_cast<int>(allocated);
    d.bitsStored = static_cast<int>(integer(kBitsStored, "Bits Stored", allocated, 1, 64));
    d.bitsStored = std::min(d.bitsStored, d.bitsAllocated);
    if (integer(kPixelRepresentation, "Pixel Representation", 0, 0, 1) == 1 && allocated > 1)
      d.kind = SampleKind::Signed;
  }

  const DicomFile& file_;
  const DataSet& dataSet_;
};

}  // namespace

PixelDescription describePixels(const DicomFile& file) {
  return Description(file).read();
}

}  // namespace mrm::dicom
