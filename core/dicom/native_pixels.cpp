#include "core/dicom/native_pixels.h"

#include <algorithm>
#include <cstring>

namespace mrm::dicom {
namespace {

// Reverses the bytes of each sample, or of each 16-bit word of 8-bit samples.
void swapBytes(std::vector<std::byte>& bytes, std::size_t size) {
  for (std::size_t i = 0; i + size <= bytes.size(); i += size)
    std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                 bytes.begin() + static_cast<std::ptrdiff_t>(i + size));
}

// Y Y B R of two pixels to Y B R, Y B R.
std::vector<std::byte> expand422(std::span<const std::byte> packed, std::size_t size) {
  std::vector<std::byte> expanded(packed.size() / 2 * 3);
  std::byte* to = expanded.data();
  const auto put = [&](const std::byte* sample) {
    std::memcpy(to, sample, size);
    to += size;
  };
  for (std::size_t i = 0; i + 4 * size <= packed.size(); i += 4 * size) {
    const std::byte* from = packed.data() + i;
    for (const std::size_t luma : {std::size_t{0}, size}) {
      put(from + luma);
      put(from + 2 * size);
      put(from + 3 * size);
    }
  }
  return expanded;
}

}  // namespace

bool hasHalfChroma(const PixelDescription& d) {
  return d.photometric == "YBR_FULL_422" && d.samplesPerPixel == 3 && d.bitsAllocated > 1 &&
         d.rows * d.columns % 2 == 0;
}

std::int64_t nativeFrameBits(const PixelDescription& d) {
  const std::int64_t bits = d.samplesPerFrame() * d.bitsAllocated;
  return hasHalfChroma(d) ? bits / 3 * 2 : bits;
}

std::vector<std::byte> unpackBits(std::span<const std::byte> packed, std::int64_t first,
                                  std::int64_t count) {
  std::vector<std::byte> samples(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t bit = first + i;
    samples[static_cast<std::size_t>(i)] =
        packed[static_cast<std::size_t>(bit / 8)] >> (bit % 8) & std::byte{1};
  }
  return samples;
}

std::vector<std::byte> interleavePlanes(std::span<const std::byte> planes, std::int64_t colours,
                                        std::size_t size) {
  std::vector<std::byte> pixels(planes.size());
  const auto n = static_cast<std::size_t>(colours);
  const std::size_t plane = planes.size() / n;
  for (std::size_t colour = 0; colour < n; ++colour) {
    const std::byte* from = planes.data() + colour * plane;
    std::byte* to = pixels.data() + colour * size;
    for (std::size_t i = 0; i < plane; i += size, to += n * size) std::memcpy(to, from + i, size);
  }
  return pixels;
}

std::vector<std::byte> nativeSamples(const PixelDescription& d, std::span<const std::byte> value,
                                     bool isBigEndian, std::int64_t first, std::int64_t count) {
  const std::int64_t frameBits = nativeFrameBits(d);
  if (d.bitsAllocated == 1)
    return unpackBits(value, first * frameBits, count * d.samplesPerFrame());
  const auto begin = static_cast<std::size_t>(first * frameBits / 8);
  const auto length = static_cast<std::size_t>(count * frameBits / 8);
  const auto size = static_cast<std::size_t>(d.bitsAllocated / 8);
  std::vector<std::byte> samples;
  if (isBigEndian && size == 1 && d.element->vr == Vr("OW")) {
    // Bytes are swapped within 16-bit words, also where a frame starts or ends inside of one.
    const std::size_t from = begin & ~std::size_t{1};
    const std::size_t to = std::min(value.size(), (begin + length + 1) & ~std::size_t{1});
    samples.assign(value.begin() + static_cast<std::ptrdiff_t>(from),
                   value.begin() + static_cast<std::ptrdiff_t>(to));
    swapBytes(samples, 2);
    samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(begin - from));
    samples.resize(length);
  } else {
    samples.assign(value.begin() + static_cast<std::ptrdiff_t>(begin),
                   value.begin() + static_cast<std::ptrdiff_t>(begin + length));
    if (isBigEndian && size > 1) swapBytes(samples, size);
  }
  if (hasHalfChroma(d)) return expand422(samples, size);
  if (!d.isPlanar) return samples;
  std::vector<std::byte> all;
  all.reserve(samples.size());
  const std::size_t frame = samples.size() / static_cast<std::size_t>(count);
  for (std::int64_t i = 0; i < count; ++i) {
    const auto pixels =
        interleavePlanes(std::span(samples).subspan(static_cast<std::size_t>(i) * frame, frame),
                         d.samplesPerPixel, size);
    all.insert(all.end(), pixels.begin(), pixels.end());
  }
  return all;
}

}  // namespace mrm::dicom
