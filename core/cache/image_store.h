// Decoded images, kept in memory while there is room.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "core/image/gray_image.h"

namespace mrm {

// Thread-safe. An image is decoded at its first use; it stays in memory when the budget allows,
// otherwise it is decoded again each time.
class ImageStore {
 public:
  // `budget`: bytes of decoded pixels that may be kept.
  ImageStore(std::vector<std::filesystem::path> files, std::size_t budget);

  std::size_t size() const { return files_.size(); }
  const std::filesystem::path& file(std::size_t index) const { return files_[index]; }
  // Throws Error when the file cannot be decoded.
  std::shared_ptr<const GrayImage> get(std::size_t index);

  // A quarter of the memory that is free now, at most 8 GiB.
  static std::size_t suggestedBudget();

 private:
  std::vector<std::filesystem::path> files_;
  std::size_t left_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<const GrayImage>> kept_;
};

}  // namespace mrm
