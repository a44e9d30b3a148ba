#include "core/dicom/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace mrm::dicom {

Inflated inflateRaw(std::span<const std::byte> compressed, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  struct End {
    z_stream* stream;
    ~End() { inflateEnd(stream); }
  } const end{&stream};
  Inflated result;
  std::array<Bytef, 1 << 16> part{};
  int status = Z_OK;
  while (status == Z_OK && result.bytes.size() < limit) {
    if (stream.avail_in == 0) {
      const std::size_t chunk =
          std::min<std::size_t>(compressed.size(), std::numeric_limits<uInt>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(compressed.data()));
      stream.avail_in = static_cast<uInt>(chunk);
      compressed = compressed.subspan(chunk);
    }
    stream.next_out = part.data();
    stream.avail_out =
        static_cast<uInt>(std::min<std::size_t>(part.size(), limit - result.bytes.size()));
    const uInt room = stream.avail_out;
    status = ::inflate(&stream, Z_NO_FLUSH);
    const auto* from = reinterpret_cast<const std::byte*>(part.data());
    result.bytes.insert(result.bytes.end(), from, from + (room - stream.avail_out));
  }
  result.isWhole = status == Z_STREAM_END;
  return result;
}

}  // namespace mrm::dicom
