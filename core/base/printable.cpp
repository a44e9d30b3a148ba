#include "core/base/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <cstdint>

#include "core/base/utf8.h"

namespace mrm {
namespace {

bool draws(std::string_view sequence) {
  std::int32_t position = 0;
  UChar32 codePoint = 0;
  U8_NEXT(sequence.data(), position, static_cast<std::int32_t>(sequence.size()), codePoint);
  constexpr std::uint32_t hidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(codePoint) & hidden) == 0;
}

}  // namespace

std::string printable(std::string_view text, std::size_t limit) {
  const bool cut = text.size() > limit;
  text = utf8Prefix(text, limit);
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8SequenceLength(text);
    const auto sequence = text.substr(0, length);
    out += length > 0 && draws(sequence) ? sequence : std::string_view("\uFFFD");
    text.remove_prefix(length > 0 ? length : 1);
  }
  return cut ? out + "…" : out;
}

}  // namespace mrm
