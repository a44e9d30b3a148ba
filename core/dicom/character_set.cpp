#include "core/dicom/character_set.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcspchrs.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>

#include "core/base/trim.h"
#include "core/base/utf8.h"
#include "core/dicom/dcmtk_setup.h"

namespace mrm::dicom {
namespace {

bool isPlainAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\x1b'; });
}

// "iso-ir 100" and "ISO_IR_100" to "ISO_IR 100", "ISO 2022-IR-87" to "ISO 2022 IR 87".
std::string normalTerm(std::string_view term) {
  std::string text;
  for (const char c : trimmed(term))
    text +=
        c == '-' || c == '_' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (text.starts_with("ISO IR ")) return "ISO_IR " + text.substr(7);
  if (text == "UTF 8" || text == "UTF8") return "ISO_IR 192";
  if (text == "GB18030" || text == "GBK") return text;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kLatin = {
      {{"LATIN1", "ISO_IR 100"}, {"ISO 8859 1", "ISO_IR 100"}, {"WINDOWS 1252", "ISO_IR 100"}}};
  for (const auto& [from, to] : kLatin)
    if (text == from) return std::string(to);
  return text;
}

std::string normalTerms(std::string_view terms) {
  std::string all;
  for (std::size_t from = 0; from <= terms.size();) {
    const std::size_t to = std::min(terms.find('\\', from), terms.size());
    if (from > 0) all += '\\';
    all += normalTerm(terms.substr(from, to - from));
    from = to + 1;
  }
  // Several terms name code extensions; a first one without them is what it extends.
  if (all.find('\\') != std::string::npos && all.starts_with("ISO_IR "))
    all = "ISO 2022 IR " + all.substr(7);
  return all;
}

std::string latin1ToUtf8(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | code >> 6);
      text += static_cast<char>(0x80 | (code & 0x3F));
    }
  }
  return text;
}

// The last converter of this thread: files of one place have one character set.
DcmSpecificCharacterSet* converterFor(const std::string& terms) {
  thread_local std::string current;
  thread_local std::unique_ptr<DcmSpecificCharacterSet> converter;
  if (!converter || current != terms) {
    setUpDcmtk();
    converter = std::make_unique<DcmSpecificCharacterSet>();
    current = terms;
    if (converter->selectCharacterSet(OFString(terms.c_str()), "ISO_IR 192").bad())
      converter->clear();
  }
  return *converter ? converter.get() : nullptr;
}

}  // namespace

std::string toUtf8(std::string_view bytes, std::string_view terms, bool isName) {
  if (isPlainAscii(bytes)) return std::string(bytes);
  const std::string normal = normalTerms(terms);
  if (normal == "ISO_IR 192" && isUtf8(bytes)) return std::string(bytes);
  if (!normal.empty() && normal != "ISO_IR 192" && normal != "ISO_IR 6") {
    if (DcmSpecificCharacterSet* converter = converterFor(normal)) {
      OFString result;
      const OFCondition status =
          converter->convertString(bytes.data(), bytes.size(), result, isName ? "\\^=" : "\\");
      if (status.good() && isUtf8({result.c_str(), result.size()}))
        return {result.c_str(), result.size()};
    }
  }
  return isUtf8(bytes) ? std::string(bytes) : latin1ToUtf8(bytes);
}

}  // namespace mrm::dicom
