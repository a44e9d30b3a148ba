#include "core/dicom/data_set.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/trim.h"
#include "core/dicom/byte_order.h"
#include "core/dicom/character_set.h"

namespace mrm::dicom {
namespace {

std::string_view asText(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Padding and white space around a value (PS3.5 6.2: blanks, and zero bytes after UIDs).
std::string_view withoutPadding(std::string_view text) {
  while (!text.empty() && (text.back() == '\0' || text.back() == ' ')) text.remove_suffix(1);
  return trimmed(text);
}

bool allowsSeveral(Vr vr) {
  return vr != Vr("LT") && vr != Vr("ST") && vr != Vr("UT") && vr != Vr("UR");
}

// The value between two backslashes, from 0.
std::string_view part(std::string_view text, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t end = text.find('\\');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\\'));
}

std::optional<double> parseNumber(std::string_view text) {
  text = withoutPadding(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Vr effective(const Element& element, Vr dictionary) {
  return element.vr.isNone() || element.vr == Vr("UN") || element.vr == Vr("OX") ? dictionary
                                                                                 : element.vr;
}

std::size_t sizeOfBinary(Vr vr) {
  if (vr == Vr("US") || vr == Vr("SS") || vr == Vr("OW")) return 2;
  if (vr == Vr("UL") || vr == Vr("SL") || vr == Vr("FL") || vr == Vr("OF") || vr == Vr("OL") ||
      vr == Vr("AT"))
    return 4;
  if (vr == Vr("FD") || vr == Vr("OD") || vr == Vr("UV") || vr == Vr("SV") || vr == Vr("OV"))
    return 8;
  return vr == Vr("OB") ? 1 : 0;
}

double binaryNumber(const std::byte* from, Vr vr, bool big) {
  if (vr == Vr("SS")) return static_cast<std::int16_t>(read16(from, big));
  if (vr == Vr("SL")) return static_cast<std::int32_t>(read32(from, big));
  if (vr == Vr("FL") || vr == Vr("OF")) return readFloat(from, big);
  if (vr == Vr("FD") || vr == Vr("OD")) return readDouble(from, big);
  if (vr == Vr("SV")) return static_cast<double>(static_cast<std::int64_t>(read64(from, big)));
  switch (sizeOfBinary(vr)) {
    case 1:
      return static_cast<double>(*from);
    case 2:
      return read16(from, big);
    case 4:
      return read32(from, big);
    default:
      return static_cast<double>(read64(from, big));
  }
}

}  // namespace

bool isText(Vr vr) {
  constexpr std::array<Vr, 18> kText = {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT",
                                        "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT", "NO"};
  return std::find(kText.begin(), kText.end(), vr) != kText.end();
}

bool usesCharacterSet(Vr vr) {
  constexpr std::array<Vr, 7> kLocal = {"LO", "LT", "PN", "SH", "ST", "UC", "UT"};
  return std::find(kLocal.begin(), kLocal.end(), vr) != kLocal.end();
}

std::vector<double> numbersOf(const Element& element, Vr dictionary, std::size_t limit) {
  const Vr vr = effective(element, dictionary);
  std::vector<double> values;
  if (const std::size_t size = sizeOfBinary(vr)) {
    const std::size_t count = std::min(limit, element.value.size() / size);
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
      values.push_back(binaryNumber(element.value.data() + i * size, vr, element.isBigEndian));
    return values;
  }
  std::string_view text = asText(element.value);
  while (values.size() < limit) {
    const std::size_t end = text.find('\\');
    const auto value = parseNumber(text.substr(0, end));
    if (!value) break;
    values.push_back(*value);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return values;
}

DataSet::DataSet(std::span<const Element> all, std::uint32_t first, std::uint32_t last,
                 std::string_view characterSet)
    : all_(all), first_(first), last_(last), characterSet_(characterSet) {
  if (const Element* own = find(kSpecificCharacterSet.number))
    characterSet_ = withoutPadding(asText(own->value));
}

const Element* DataSet::find(std::uint32_t tag) const {
  for (std::uint32_t i = first_; i < last_; i = all_[i].next)
    if (all_[i].tag == tag) return &all_[i];
  return nullptr;
}

std::string DataSet::text(Tag tag) const {
  const Element* element = find(tag.number);
  if (!element) return {};
  const Vr vr = effective(*element, tag.vr);
  const std::string_view value = asText(element->value);
  if (!usesCharacterSet(vr)) return toUtf8(withoutPadding(value), "", false);
  return std::string(withoutPadding(toUtf8(withoutPadding(value), characterSet_, vr == Vr("PN"))));
}

std::string DataSet::text(Tag tag, std::size_t index) const {
  const std::string all = text(tag);
  if (!allowsSeveral(tag.vr)) return index == 0 ? all : std::string();
  return std::string(withoutPadding(part(all, index)));
}

std::vector<std::string> DataSet::texts(Tag tag) const {
  const std::string all = text(tag);
  std::vector<std::string> values;
  if (all.empty()) return values;
  if (!allowsSeveral(tag.vr)) return {all};
  for (std::size_t from = 0; from <= all.size();) {
    const std::size_t to = std::min(all.find('\\', from), all.size());
    values.emplace_back(withoutPadding(std::string_view(all).substr(from, to - from)));
    from = to + 1;
  }
  return values;
}

std::optional<double> DataSet::number(Tag tag, std::size_t index) const {
  const Element* element = find(tag.number);
  if (!element) return std::nullopt;
  const Vr vr = effective(*element, tag.vr);
  if (const std::size_t size = sizeOfBinary(vr)) {
    if (element->value.size() / size <= index) return std::nullopt;
    return binaryNumber(element->value.data() + index * size, vr, element->isBigEndian);
  }
  return parseNumber(part(asText(element->value), index));
}

std::optional<std::int64_t> DataSet::integer(Tag tag, std::size_t index) const {
  const auto value = number(tag, index);
  if (!value || !(std::abs(*value) < 9.0e18) || *value != std::trunc(*value)) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

std::vector<double> DataSet::numbers(Tag tag, std::size_t limit) const {
  const Element* element = find(tag.number);
  return element ? numbersOf(*element, tag.vr, limit) : std::vector<double>();
}

std::vector<std::uint16_t> DataSet::words(Tag tag, std::size_t limit) const {
  const Element* element = find(tag.number);
  std::vector<std::uint16_t> values;
  if (!element) return values;
  const bool areBytes = effective(*element, tag.vr) == Vr("OB");
  const std::size_t size = areBytes ? 1 : 2;
  values.resize(std::min(limit, element->value.size() / size));
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = areBytes ? static_cast<std::uint16_t>(element->value[i])
                         : read16(element->value.data() + 2 * i, element->isBigEndian);
  return values;
}

std::span<const std::byte> DataSet::bytes(Tag tag) const {
  const Element* element = find(tag.number);
  return element ? element->value : std::span<const std::byte>();
}

std::vector<DataSet> DataSet::items(Tag tag, std::size_t limit) const {
  std::vector<DataSet> found;
  const Element* sequence = find(tag.number);
  if (!sequence) return found;
  const auto index = static_cast<std::uint32_t>(sequence - all_.data());
  for (std::uint32_t i = index + 1; i < sequence->next && found.size() < limit; i = all_[i].next)
    if (all_[i].tag == kItem) found.emplace_back(all_, i + 1, all_[i].next, characterSet_);
  return found;
}

}  // namespace mrm::dicom
