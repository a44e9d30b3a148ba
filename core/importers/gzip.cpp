#include "core/importers/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "core/base/error.h"

namespace mrm {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;  // bytes made at a time

// One pass over the members. With `isStart`, what was read when it ends early is the result.
class Inflater {
 public:
  Inflater(std::string_view bytes, const std::string& name) : rest_(bytes), name_(name) {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw Error("cannot be decompressed", name_);
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::string read(std::size_t limit, bool isStart) {
    std::string text;
    while (!rest_.empty() || stream_.avail_in > 0 || isInside_) {
      const std::size_t before = text.size();
      const int code = step(text, std::min(kPiece, limit + 1 - before));
      if (text.size() > limit) {
        text.resize(limit);
        if (isStart) return text;
        throw Error("holds more than " + std::to_string(limit >> 20) + " MiB when it is unpacked",
                    name_, "Is this really a table?");
      }
      if (code == Z_STREAM_END) {
        isInside_ = false;
        if (!nextMember()) break;
      } else if (code != Z_OK ||
                 (stream_.avail_in == 0 && rest_.empty() && text.size() == before)) {
        if (isStart) return text;
        throw Error(code == Z_OK || code == Z_BUF_ERROR ? "is cut off" : "is damaged (gzip)", name_,
                    "Fetch the file again.");
      } else {
        isInside_ = true;
      }
    }
    return text;
  }

 private:
  int step(std::string& text, std::size_t most) {
    if (stream_.avail_in == 0) feed();
    const std::size_t before = text.size();
    text.resize(before + most);
    stream_.next_out = reinterpret_cast<Bytef*>(text.data() + before);
    stream_.avail_out = static_cast<uInt>(most);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    text.resize(before + most - stream_.avail_out);
    return code;
  }

  void feed() {
    const std::size_t count =
        std::min<std::size_t>(rest_.size(), std::numeric_limits<uInt>::max() / 2);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data()));
    stream_.avail_in = static_cast<uInt>(count);
    rest_.remove_prefix(count);
  }

  // Whether another member follows; zeros after the last one are padding.
  bool nextMember() {
    const std::string_view left(reinterpret_cast<const char*>(stream_.next_in), stream_.avail_in);
    if (left.find_first_not_of('\0') == std::string_view::npos && rest_.empty()) return false;
    inflateReset(&stream_);
    isInside_ = true;
    return true;
  }

  z_stream stream_{};
  std::string_view rest_;
  const std::string& name_;
  bool isInside_ = true;
};

}  // namespace

bool isGzip(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08");
}

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& name) {
  return Inflater(bytes, name).read(limit, false);
}

std::string gunzipStart(std::string_view bytes, std::size_t most, const std::string& name) {
  return Inflater(bytes, name).read(most, true);
}

}  // namespace mrm
