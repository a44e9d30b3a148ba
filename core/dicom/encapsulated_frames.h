// The compressed frames of encapsulated pixel data, put together from its fragments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/dicom/dicom_file.h"

namespace mrm::dicom {

// Frame boundaries come from the extended or the basic offset table where it fits the fragments;
// otherwise from one fragment a frame, all fragments for the only frame, or the end markers of
// JPEG codestreams (PS3.5 A.4, PS3.3 C.7.6.3.1.8).
class EncapsulatedFrames {
 public:
  // `pixels`: the element Pixel Data of `file`. Throws Error when its fragments cannot be told
  // apart into at least `claimedFrames`.
  EncapsulatedFrames(const DicomFile& file, const Element& pixels, std::int64_t claimedFrames);

  // May be more than claimed.
  std::int64_t count() const { return static_cast<std::int64_t>(frames_.size()); }

  // The bytes of one frame; `joined` holds them where they are not in one piece.
  std::span<const std::byte> frame(std::int64_t index, std::vector<std::byte>& joined) const;

 private:
  struct Frame {
    std::size_t first = 0, last = 0;  // fragments
  };
  bool takeTable(const std::vector<std::uint64_t>& offsets, std::int64_t claimedFrames);
  bool takeEndMarkers(std::int64_t claimedFrames);

  std::vector<std::span<const std::byte>> fragments_;
  std::vector<std::uint64_t> offsets_;  // of each fragment's item tag, from that of the first
  std::vector<Frame> frames_;
};

// Whether the element holds fragments, as items or within a value of given length.
bool hasFragments(const Element& pixels);

}  // namespace mrm::dicom
