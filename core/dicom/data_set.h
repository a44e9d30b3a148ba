// The elements of a DICOM file as a flat list in the file's order, and views of the data set and
// its items that read values from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dicom/tag.h"

namespace mrm::dicom {

struct Element {
  std::uint32_t tag = 0;
  Vr vr;                   // as in the file
  std::uint8_t depth = 0;  // a sequence's items are one deeper, their elements one more
  bool isBigEndian = false;
  std::uint32_t next = 0;  // index of what follows it and everything inside it
  bool isUndefinedLength = false;
  std::span<const std::byte> value;  // in the file; of a sequence, all of its items
};

// Elements from `first` to `last`, one level of them: the data set or a sequence's item. A view:
// the DicomFile must outlive it.
class DataSet {
 public:
  DataSet() = default;
  DataSet(std::span<const Element> all, std::uint32_t first, std::uint32_t last,
          std::string_view characterSet);

  const Element* find(std::uint32_t tag) const;  // null when absent
  bool has(Tag tag) const { return find(tag.number) != nullptr; }

  // UTF-8, padding removed; all values with their backslashes. Empty when absent.
  std::string text(Tag tag) const;
  // One value of a multi-valued element, from 0; empty when there are fewer.
  std::string text(Tag tag, std::size_t index) const;
  std::vector<std::string> texts(Tag tag) const;

  // Numbers of any representation, binary or text. Nothing when absent or no number.
  std::optional<double> number(Tag tag, std::size_t index = 0) const;
  std::optional<std::int64_t> integer(Tag tag, std::size_t index = 0) const;
  std::vector<double> numbers(Tag tag, std::size_t limit = 1 << 16) const;
  // 16-bit words in native order (LUT data). OB counts as bytes, one word each.
  std::vector<std::uint16_t> words(Tag tag, std::size_t limit = 1 << 20) const;
  std::span<const std::byte> bytes(Tag tag) const;  // as in the file; empty when absent

  // A sequence's items; none when absent or empty.
  std::vector<DataSet> items(Tag tag, std::size_t limit = 1 << 16) const;

  // The defined terms of its Specific Character Set, or those of what it is inside of.
  const std::string& characterSet() const { return characterSet_; }

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }
  std::span<const Element> all() const { return all_; }

 private:
  std::span<const Element> all_;
  std::uint32_t first_ = 0, last_ = 0;
  std::string characterSet_;
};

// An element's value as numbers, `vr` standing in where the file does not say. At most `limit`.
std::vector<double> numbersOf(const Element& element, Vr vr, std::size_t limit);

// Whether values of this representation are text, and whether it is in the data set's character
// set.
bool isText(Vr vr);
bool usesCharacterSet(Vr vr);

}  // namespace mrm::dicom
