#include "core/cache/image_store.h"

#include <unistd.h>

#include <algorithm>

#include "core/dicom/radiograph.h"

namespace mrm {

ImageStore::ImageStore(std::vector<ImageReference> images, std::size_t budget,
                       const DisplayPolicy& policy)
    : images_(std::move(images)), policy_(policy), left_(budget), kept_(images_.size()) {}

std::shared_ptr<const GrayImage> ImageStore::get(std::size_t index) {
  {
    const std::lock_guard lock(mutex_);
    if (kept_[index]) return kept_[index];
  }
  auto image = std::make_shared<const GrayImage>(
      loadRadiograph(images_[index].file, images_[index].frame, policy_).image);
  const std::lock_guard lock(mutex_);
  if (!kept_[index] && image->pixels.size() <= left_) {
    left_ -= image->pixels.size();
    kept_[index] = image;
  }
  return image;
}

std::size_t ImageStore::suggestedBudget() {
  const auto free = static_cast<std::size_t>(std::max(0L, ::sysconf(_SC_AVPHYS_PAGES))) *
                    static_cast<std::size_t>(std::max(1L, ::sysconf(_SC_PAGESIZE)));
  return std::min<std::size_t>(free / 4, std::size_t{8} << 30);
}

}  // namespace mrm
