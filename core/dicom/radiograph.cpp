#include "core/dicom/radiograph.h"

#include "core/base/error.h"
#include "core/dicom/dicom_file.h"
#include "core/dicom/dicom_image.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/jpeg_header.h"
#include "core/dicom/stored_pixels.h"

namespace mrm {
namespace {

using namespace dicom;

std::string_view textOf(const FileBytes& file) {
  return {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()};
}

// A DICOM file may carry the start of a TIFF file in its preamble (PS3.10 7.1), so this comes
// first.
bool isImage(const FileBytes& file) {
  const std::string_view text = textOf(file);
  return isImageFile(text) && (text.size() < 132 || text.substr(128, 4) != "DICM");
}

DicomFile openDicom(const FileBytes& file, Extent extent) {
  try {
    return DicomFile::parse(file, extent);
  } catch (const Error& error) {
    if (error.problem() != "is no DICOM file") throw;
    throw Error("is neither a DICOM file nor a JPEG, PNG or TIFF image", file.name);
  }
}

// JPEG of more than 8 bits or lossless, which the reader for 8-bit images does not know.
bool isWideJpeg(const FileBytes& file, JpegHeader& header) {
  if (!textOf(file).starts_with("\xFF\xD8\xFF")) return false;
  const auto found = readJpegHeader(file.bytes);
  if (!found || (found->precision == 8 && !found->isLossless())) return false;
  header = *found;
  return true;
}

StoredImage storedOfWideJpeg(const FileBytes& file, const JpegHeader& header) {
  const std::string& name = file.name;
  if (header.rows < 1 || header.columns < 1 || header.rows > kMaxImagePixels / header.columns)
    throw Error("claims a size of " + std::to_string(header.columns) + " x " +
                    std::to_string(header.rows) + " pixels, more than can be read",
                name);
  if (header.isJpegLs()) throw Error("is a JPEG-LS image, which is read in DICOM files only", name);
  if (header.components != 1)
    throw Error("is a JPEG image of " + std::to_string(header.precision) +
                    " bits in colour, which " + "cannot be read",
                name);
  DecodedFrame frame = decodeJpegFrame(
      file.bytes, {header.rows, header.columns, 1, header.precision > 8 ? 16 : 8, name});
  StoredImage image;
  image.width = header.columns;
  image.height = header.rows;
  image.bitsStored = frame.precision;
  image.isDisplayReady = frame.precision == 8;
  StoredPixels pixels;
  pixels.rows = header.rows;
  pixels.columns = header.columns;
  pixels.bitsAllocated = frame.bits;
  pixels.bitsStored = frame.precision;
  pixels.bytes = std::move(frame.samples);
  takeValues(pixels, image);
  return image;
}

}  // namespace

StoredImage loadStoredImage(const FileBytes& file, std::int64_t frame) {
  if (!isImage(file)) return storedImageOf(openDicom(file, Extent::Whole), frame);
  if (frame != 0)
    throw Error("has no frame " + std::to_string(frame + 1) + ": it is a single image", file.name);
  JpegHeader header;
  if (isWideJpeg(file, header)) return storedOfWideJpeg(file, header);
  return decodeStored(textOf(file), file.name);
}

StoredImage loadStoredImage(const std::filesystem::path& file, std::int64_t frame) {
  return loadStoredImage(mapFile(file), frame);
}

Radiograph loadRadiograph(const FileBytes& file, std::int64_t frame, const DisplayPolicy& policy) {
  JpegHeader header;
  if (frame == 0 && policy.window == DisplayPolicy::Window::File && isImage(file) &&
      holdsDisplayValues(textOf(file)) && !isWideJpeg(file, header)) {
    // What most data sets consist of, without the detour over stored values.
    Radiograph radiograph{decodeGray(textOf(file), file.name), "8-bit values as they are", {}};
    if (hasColour(textOf(file))) radiograph.notices.push_back("colour turned to luminance");
    return radiograph;
  }
  StoredImage stored = loadStoredImage(file, frame);
  DisplayImage display = toDisplay(stored, policy);
  return {std::move(display.image), std::move(display.audit), std::move(stored.notices),
          stored.rowSpacing, stored.columnSpacing};
}

Radiograph loadRadiograph(const std::filesystem::path& file, std::int64_t frame,
                          const DisplayPolicy& policy) {
  return loadRadiograph(mapFile(file), frame, policy);
}

RadiographSize readRadiographSize(const std::filesystem::path& path) {
  const FileBytes file = mapFile(path);
  if (!isImage(file)) {
    const PixelDescription description = describePixels(openDicom(file, Extent::Header));
    return {description.columns, description.rows, description.frames};
  }
  JpegHeader header;
  if (isWideJpeg(file, header)) return {header.columns, header.rows, 1};
  const ImageSize size = readImageSize(path);
  return {size.width, size.height, 1};
}

}  // namespace mrm
