#include "core/importers/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"

namespace mrm {
namespace {

constexpr std::size_t kDetectorSample = std::size_t{1} << 16;  // bytes shown to ICU's detector
constexpr std::int32_t kSureEnough = 25;                       // of 100; guesses stay at 10

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter openConverter(const std::string& encoding, const std::string& name) {
  UErrorCode code = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &code));
  if (U_FAILURE(code))
    throw Error("there is no encoding '" + printable(encoding, 40) + "'", name,
                "Choose one that is offered, or auto.");
  return converter;
}

std::string convert(std::string_view bytes, const std::string& encoding, const std::string& name) {
  const Converter from = openConverter(encoding, name);
  const Converter to = openConverter("UTF-8", name);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  const char* source = bytes.data();
  char16_t pivot[4096];
  char16_t *pivotSource = pivot, *pivotTarget = pivot;
  char piece[16384];
  for (bool isFirst = true;; isFirst = false) {
    char* target = piece;
    UErrorCode code = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece + sizeof piece, &source,
                   bytes.data() + bytes.size(), pivot, &pivotSource, &pivotTarget, pivot + 4096,
                   isFirst, true, &code);
    text.append(piece, target);
    if (code == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(code)) throw Error("cannot be read as " + encoding, name);
    break;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

// UTF-16 without a mark: text in the Latin alphabet has a zero in every other byte.
std::string utf16ByZeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kDetectorSample);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  const std::size_t pairs = sample.size() / 2;
  if (odd > pairs / 2 && even <= pairs / 20) return "UTF-16LE";
  if (even > pairs / 2 && odd <= pairs / 20) return "UTF-16BE";
  return {};
}

std::string byMark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return {};
}

// Whether most of what is not ASCII is well-formed UTF-8: a table merged from several sources.
bool isMostlyUtf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    const std::size_t length = utf8SequenceLength(bytes);
    if (length > 1) ++good;
    if (length == 0) ++bad;
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return good > bad;
}

std::string byDetector(std::string_view bytes) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&code));
  // The detector looks at letters; long stretches of ASCII around them say nothing.
  std::string sample;
  for (std::size_t i = 0; i < bytes.size() && sample.size() < kDetectorSample; ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    const std::size_t from = i < 24 ? 0 : i - 24;
    const std::size_t to = std::min(bytes.size(), i + 24);
    sample += bytes.substr(from, to - from);
    i = to;
  }
  if (U_FAILURE(code)) return "windows-1252";
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &code);
  const UCharsetMatch* match = U_SUCCESS(code) ? ucsdet_detect(detector.get(), &code) : nullptr;
  if (U_FAILURE(code) || !match || ucsdet_getConfidence(match, &code) < kSureEnough)
    return "windows-1252";
  const std::string found = ucsdet_getName(match, &code);
  // What the detector calls Latin-1 is Windows-1252 in files, and it sees UTF-16 in any bytes.
  if (found == "ISO-8859-1" || found.starts_with("UTF-") || found.starts_with("IBM4") ||
      found.starts_with("ISO-2022"))
    return "windows-1252";
  return found;
}

}  // namespace

const std::vector<std::string>& textEncodings() {
  static const std::vector<std::string> encodings = {
      "auto",         "UTF-8",        "UTF-16",       "UTF-16LE",    "UTF-16BE",
      "windows-1252", "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-15", "windows-1250",
      "windows-1251", "windows-1253", "windows-1254", "KOI8-R",      "GB18030",
      "Big5",         "Shift_JIS",    "EUC-JP",       "EUC-KR"};
  return encodings;
}

DecodedText decodeText(std::string bytes, const std::string& encoding, const std::string& name) {
  DecodedText result;
  result.encoding = encoding == "auto" || encoding.empty() ? byMark(bytes) : encoding;
  if (result.encoding.empty() && bytes.find('\0') != std::string::npos) {
    result.encoding = utf16ByZeros(bytes);
    if (result.encoding.empty())
      throw Error("holds zero bytes and so is no text", name, "Save the table as CSV in UTF-8.");
  }
  if (result.encoding.empty()) {
    if (isUtf8(bytes))
      result.encoding = "UTF-8";
    else if (isMostlyUtf8(bytes))
      result.encoding = "UTF-8";  // but for some odd bytes
    else
      result.encoding = byDetector(bytes);
  }
  if (result.encoding == "UTF-8") {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    result.text = utf8OrWindows1252(std::move(bytes));
  } else {
    result.text = convert(bytes, result.encoding, name);
  }
  if (result.text.find('\0') != std::string::npos)
    throw Error("holds zero bytes and so is no text", name, "Save the table as CSV in UTF-8.");
  return result;
}

}  // namespace mrm
