#include "core/dicom/image_probe.h"

#include <algorithm>
#include <exception>
#include <new>

#include "core/base/error.h"
#include "core/dicom/radiograph.h"
#include "core/image/image_hash.h"

namespace mrm {

ImageProbe probeImage(const std::filesystem::path& file, std::int64_t frame,
                      const DisplayPolicy& policy) {
  ImageProbe probe;
  try {
    const Radiograph radiograph = loadRadiograph(file, frame, policy);
    const auto& pixels = radiograph.image.pixels;
    probe.width = radiograph.image.width;
    probe.height = radiograph.image.height;
    probe.audit = radiograph.audit;
    probe.notices = radiograph.notices;
    probe.thumbnail = thumbnailOf(radiograph.image);
    probe.hash = imageHash(probe.thumbnail);
    if (std::all_of(pixels.begin(), pixels.end(),
                    [&](std::uint8_t value) { return value == pixels.front(); }))
      probe.problem = "the image is blank: all its pixels are the same";
  } catch (const Error& error) {
    probe.problem = "the image " + error.problem();
  } catch (const std::bad_alloc&) {
    probe.problem = "the image needs more memory than there is";
  } catch (const std::exception& error) {  // one file must not end the work on all
    probe.problem = std::string("the image cannot be read: ") + error.what();
  }
  return probe;
}

}  // namespace mrm
