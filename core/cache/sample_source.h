// From records to what one training sample is made of: crop, word pieces, masks.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/cache/image_store.h"
#include "core/catalog/records.h"
#include "core/text/tokenizer.h"

namespace mrm {

struct DrawOptions {
  std::int64_t imageSize = 448;  // side of the square crop, pixels
  std::int64_t patches = 196;    // mask noise values a sample
  std::int64_t reportLength = 100;
  double reportRatio = 0.5;  // share of words that are masked
  double minimumScale = 0.2, maximumScale = 1;
  bool flip = true;
  std::uint64_t seed = 1;
  DisplayPolicy display;  // how stored values become grey levels
};

// One draw of a record. Everything random about it follows from the seed, the record and the epoch.
struct SampleId {
  std::size_t record = 0;  // index into the source's records
  std::uint64_t epoch =
      0;  // kFixedView: the whole image, centred, with masks that are always the same
};
inline constexpr std::uint64_t kFixedView = ~std::uint64_t{0};

// Where one sample's parts are written: rows of a batch.
struct SampleRow {
  std::span<std::uint8_t> pixels;       // imageSize * imageSize, 8-bit gray, row-major
  std::span<float> maskNoise;           // patches, in [0, 1)
  std::span<std::int64_t> ids, labels;  // reportLength: words masked; the report itself
  std::span<std::int64_t> attention;    // 0 on padding
  std::span<std::uint8_t> masked;       // 1 where a word piece was replaced
};

// Thread-safe.
class SampleSource {
 public:
  SampleSource(std::vector<Record> records, Tokenizer tokenizer, const DrawOptions& options);

  std::size_t size() const { return records_.size(); }
  const Record& record(std::size_t index) const { return records_[index]; }
  const DrawOptions& options() const { return options_; }
  const Tokenizer& tokenizer() const { return tokenizer_; }

  // Throws Error when the record's image cannot be decoded.
  void fill(const SampleId& id, const SampleRow& row);

 private:
  std::vector<Record> records_;
  Tokenizer tokenizer_;
  DrawOptions options_;
  ImageStore images_;
};

}  // namespace mrm
