// Decoded images, kept in memory while there is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "core/image/display.h"
#include "core/image/gray_image.h"

namespace mrm {

// Where a radiograph is: a DICOM file or an image, see core/dicom/radiograph.h.
struct ImageReference {
  std::filesystem::path file;
  std::int64_t frame = 0;  // of a multi-frame file
};

// Thread-safe. An image is decoded at its first use; it stays in memory when the budget allows,
// otherwise it is decoded again each time.
class ImageStore {
 public:
  // `budget`: bytes of decoded pixels that may be kept.
  ImageStore(std::vector<ImageReference> images, std::size_t budget,
             const DisplayPolicy& policy = {});

  std::size_t size() const { return images_.size(); }
  const ImageReference& reference(std::size_t index) const { return images_[index]; }
  // Display values, as they are seen. Throws Error when the file cannot be decoded.
  std::shared_ptr<const GrayImage> get(std::size_t index);

  // A quarter of the memory that is free now, at most 8 GiB.
  static std::size_t suggestedBudget();

 private:
  std::vector<ImageReference> images_;
  DisplayPolicy policy_;
  std::size_t left_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<const GrayImage>> kept_;
};

}  // namespace mrm
