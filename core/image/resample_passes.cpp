#include "core/image/resample_passes.h"

#include <algorithm>
#include <cstring>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define MRM_HAS_AVX2_KERNEL 1
#endif

namespace mrm {
namespace {

// Samples are weighed sixteen at a time.
constexpr std::int64_t kLanes = 16;
constexpr std::uint32_t kHalf = 1U << (kResampleBits - 1);

// Sums are kept unsigned, where wrapping around is defined; the final value is that of a signed
// sum.
std::uint8_t toSample(std::uint32_t sum) {
  const auto value = static_cast<std::int32_t>(sum) >> kResampleBits;
  return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

// output[i] = sum over t < count of weights[t] * input[t * stride + i], for i < blocks * kLanes.
// There are two kernels, plain C++ and AVX2; all is integer arithmetic, so both give the same
// bytes.
using Kernel = void (*)(const std::uint8_t* input, std::int64_t stride, const std::int32_t* weights,
                        std::int64_t count, std::int64_t blocks, std::uint8_t* output);

void weighPlain(const std::uint8_t* input, std::int64_t stride, const std::int32_t* weights,
                std::int64_t count, std::int64_t blocks, std::uint8_t* output) {
  for (; blocks > 0; --blocks, input += kLanes, output += kLanes) {
    std::uint32_t sums[kLanes];
    for (std::uint32_t& sum : sums) sum = kHalf;
    for (std::int64_t t = 0; t < count; ++t)
      for (std::int64_t lane = 0; lane < kLanes; ++lane)
        sums[lane] += static_cast<std::uint32_t>(weights[t]) * input[t * stride + lane];
    for (std::int64_t lane = 0; lane < kLanes; ++lane) output[lane] = toSample(sums[lane]);
  }
}

#ifdef MRM_HAS_AVX2_KERNEL
__attribute__((target("avx2"))) void weighAvx2(const std::uint8_t* input, std::int64_t stride,
                                               const std::int32_t* weights, std::int64_t count,
                                               std::int64_t blocks, std::uint8_t* output) {
  for (; blocks > 0; --blocks, input += kLanes, output += kLanes) {
    __m256i low = _mm256_set1_epi32(kHalf), high = low;
    const std::uint8_t* source = input;
    for (std::int64_t t = 0; t < count; ++t, source += stride) {
      const __m256i weight = _mm256_set1_epi32(weights[t]);
      const __m256i lowSamples =
          _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(source)));
      const __m256i highSamples =
          _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(source + 8)));
      low = _mm256_add_epi32(low, _mm256_mullo_epi32(weight, lowSamples));
      high = _mm256_add_epi32(high, _mm256_mullo_epi32(weight, highSamples));
    }
    low = _mm256_srai_epi32(low, kResampleBits);
    high = _mm256_srai_epi32(high, kResampleBits);
    // Packing saturates, which clamps, but works within halves: put the quarters back in order.
    const __m256i words = _mm256_permute4x64_epi64(_mm256_packus_epi32(low, high), 0xD8);
    const __m128i bytes =
        _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(output), bytes);
  }
}
#endif

Kernel chooseKernel([[maybe_unused]] bool plain) {
#ifdef MRM_HAS_AVX2_KERNEL
  static const bool hasAvx2 = __builtin_cpu_supports("avx2") != 0;
  if (!plain && hasAvx2) return weighAvx2;
#endif
  return weighPlain;
}

// Vectors as GCC and Clang offer them on every processor.
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));

// A 16 x 16 block of bytes, rows to columns: four rounds of a perfect shuffle of rows with the rows
// eight further.
inline void transposeBlock(const std::uint8_t* input, std::int64_t inputStride,
                           std::uint8_t* output, std::int64_t outputStride) {
  Bytes16 rows[16], shuffled[16];
  for (int i = 0; i < 16; ++i) std::memcpy(&rows[i], input + i * inputStride, 16);
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 8; ++i) {
      shuffled[2 * i] = __builtin_shufflevector(rows[i], rows[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4,
                                                20, 5, 21, 6, 22, 7, 23);
      shuffled[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + 8], 8, 24, 9, 25, 10, 26, 11,
                                                    27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    for (int i = 0; i < 16; ++i) rows[i] = shuffled[i];
  }
  for (int i = 0; i < 16; ++i) std::memcpy(output + i * outputStride, &rows[i], 16);
}

// [rows, columns] to [columns, kLanes]; lanes beyond `rows` are left as they are.
void turnOnSide(const std::uint8_t* input, std::int64_t inputStride, std::int64_t rows,
                std::int64_t columns, std::uint8_t* strip) {
  std::int64_t x = 0;
  if (rows == kLanes)
    for (; x + kLanes <= columns; x += kLanes)
      transposeBlock(input + x, inputStride, strip + x * kLanes, kLanes);
  for (; x < columns; ++x)
    for (std::int64_t y = 0; y < rows; ++y) strip[x * kLanes + y] = input[y * inputStride + x];
}

// And back: [columns, kLanes] to [rows, columns].
void turnUpright(const std::uint8_t* strip, std::int64_t rows, std::int64_t columns,
                 std::uint8_t* output) {
  std::int64_t x = 0;
  if (rows == kLanes)
    for (; x + kLanes <= columns; x += kLanes)
      transposeBlock(strip + x * kLanes, kLanes, output + x, columns);
  for (; x < columns; ++x)
    for (std::int64_t y = 0; y < rows; ++y) output[y * columns + x] = strip[x * kLanes + y];
}

}  // namespace

void resampleAlongRows(const std::uint8_t* input, std::int64_t inputWidth, std::int64_t inputStride,
                       std::int64_t rows, const ResampleWeights& weights, std::uint8_t* output,
                       bool plain) {
  // Sixteen rows at a time are turned on their side, so that all lanes share one set of weights.
  const Kernel weigh = chooseKernel(plain);
  const auto outputWidth = static_cast<std::int64_t>(weights.first.size());
  std::vector<std::uint8_t> strip(static_cast<std::size_t>(inputWidth * kLanes));
  std::vector<std::uint8_t> resized(static_cast<std::size_t>(outputWidth * kLanes));
  for (std::int64_t top = 0; top < rows; top += kLanes) {
    const std::int64_t height = std::min(kLanes, rows - top);
    turnOnSide(input + top * inputStride, inputStride, height, inputWidth, strip.data());
    for (std::int64_t x = 0; x < outputWidth; ++x)
      weigh(strip.data() + weights.first[static_cast<std::size_t>(x)] * kLanes, kLanes,
            weights.weights.data() + x * weights.taps, weights.count[static_cast<std::size_t>(x)],
            1, resized.data() + x * kLanes);
    turnUpright(resized.data(), height, outputWidth, output + top * outputWidth);
  }
}

void resampleAlongColumns(const std::uint8_t* input, std::int64_t width, std::int64_t inputStride,
                          const ResampleWeights& weights, std::uint8_t* output, bool plain) {
  const Kernel weigh = chooseKernel(plain);
  const auto height = static_cast<std::int64_t>(weights.first.size());
  const std::int64_t blocks = width / kLanes;
  for (std::int64_t y = 0; y < height; ++y, output += width) {
    const std::uint8_t* source = input + weights.first[static_cast<std::size_t>(y)] * inputStride;
    const std::int32_t* rowWeights = weights.weights.data() + y * weights.taps;
    const std::int64_t count = weights.count[static_cast<std::size_t>(y)];
    weigh(source, inputStride, rowWeights, count, blocks, output);
    for (std::int64_t x = blocks * kLanes; x < width; ++x) {
      std::uint32_t sum = kHalf;
      for (std::int64_t t = 0; t < count; ++t)
        sum += static_cast<std::uint32_t>(rowWeights[t]) * source[t * inputStride + x];
      output[x] = toSample(sum);
    }
  }
}

}  // namespace mrm
