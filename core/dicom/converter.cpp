#include "core/dicom/converter.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <map>
#include <memory>
#include <vector>

namespace mrm::dicom {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

// Null when ICU does not know the encoding.
UConverter* converterOf(const std::string& encoding) {
  thread_local std::map<std::string, Converter> converters;
  auto found = converters.find(encoding);
  if (found == converters.end()) {
    UErrorCode code = U_ZERO_ERROR;
    Converter converter(ucnv_open(encoding.c_str(), &code));
    if (U_SUCCESS(code))
      ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &code);
    if (U_FAILURE(code)) converter.reset();
    found = converters.emplace(encoding, std::move(converter)).first;
  }
  return found->second.get();
}

}  // namespace

bool appendAsUtf8(std::string_view bytes, const std::string& encoding, std::string& text) {
  UConverter* converter = converterOf(encoding);
  if (!converter) return false;
  // No encoding here has characters of more than two UTF-16 units per byte.
  std::vector<UChar> wide(2 * bytes.size() + 2);
  UErrorCode code = U_ZERO_ERROR;
  const int32_t count = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()),
                                      bytes.data(), static_cast<int32_t>(bytes.size()), &code);
  if (U_FAILURE(code)) return false;
  std::string narrow(3 * static_cast<std::size_t>(count) + 1, '\0');
  int32_t length = 0;
  u_strToUTF8(narrow.data(), static_cast<int32_t>(narrow.size()), &length, wide.data(), count,
              &code);
  if (U_FAILURE(code)) return false;
  text.append(narrow, 0, static_cast<std::size_t>(length));
  return true;
}

}  // namespace mrm::dicom
