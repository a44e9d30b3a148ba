#include "core/dicom/data_set_reader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "core/dicom/byte_order.h"

namespace mrm::dicom {
namespace {

constexpr std::uint32_t kUndefined = 0xFFFFFFFF;

// Those of Extent::Header that are opened: view, anatomy, pixel spacing.
constexpr std::array kHeaderSequences = {kViewCode.number, kAnatomicRegion.number,
                                         kSharedFunctionalGroups.number, kPixelMeasures.number};

bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool looksLikeVr(Vr vr) {
  return isUpper(vr.first()) && isUpper(vr.second());
}

// Of explicit VR, those with a 32-bit length after two reserved bytes (PS3.5 7.1.2).
bool hasLongLength(Vr vr) {
  constexpr std::array<Vr, 14> kLong = {"OB", "OD", "OF", "OL", "OV", "OW", "SQ",
                                        "SV", "UC", "UN", "UR", "UT", "UV", "OX"};
  return std::find(kLong.begin(), kLong.end(), vr) != kLong.end();
}

std::string named(std::uint32_t tag) {
  char text[16];
  std::snprintf(text, sizeof text, "(%04X,%04X)", tag >> 16, tag & 0xFFFF);
  return text;
}

class Reader {
 public:
  Reader(std::span<const std::byte> bytes, std::size_t begin, Extent extent, bool metaOnly)
      : bytes_(bytes), at_(begin), extent_(extent), metaOnly_(metaOnly) {}

  ReadElements read(Encoding encoding) {
    levels_.push_back({Kind::DataSet, kNone, bytes_.size(), encoding, false});
    while (!levels_.empty() && !isDone_) step();
    while (!levels_.empty()) close();
    return {std::move(elements_), at_, std::move(damage_)};
  }

 private:
  enum class Kind { DataSet, Sequence, Item };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Level {
    Kind kind;
    std::uint32_t element;  // that opened it
    std::size_t end;        // it cannot reach further
    Encoding encoding;
    bool isUndefined;
  };

  struct Head {
    std::uint32_t tag;
    Vr vr;
    std::uint32_t length;
  };

  std::size_t left(std::size_t end) const { return end > at_ ? end - at_ : 0; }

  void stop(std::string why) {
    if (damage_.empty()) damage_ = std::move(why);
    isDone_ = true;
  }

  void close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.element == kNone) return;
    Element& element = elements_[level.element];
    element.next = static_cast<std::uint32_t>(elements_.size());
    const std::size_t start = static_cast<std::size_t>(element.value.data() - bytes_.data());
    element.value = bytes_.subspan(start, std::min(at_, level.end) - start);
  }

  bool readHead(const Level& level, Head& head) {
    const std::byte* from = bytes_.data() + at_;
    const bool big = level.encoding.isBigEndian;
    head.tag = static_cast<std::uint32_t>(read16(from, big)) << 16 | read16(from + 2, big);
    head.vr = {};
    if (level.encoding.isImplicit || head.tag >> 16 == 0xFFFE) {
      head.length = read32(from + 4, big);
      at_ += 8;
      return true;
    }
    const Vr vr(static_cast<char>(from[4]), static_cast<char>(from[5]));
    if (!looksLikeVr(vr)) {  // an implicit element among explicit ones
      head.length = read32(from + 4, big);
      at_ += 8;
      return true;
    }
    head.vr = vr;
    if (!hasLongLength(vr)) {
      head.length = read16(from + 6, big);
      at_ += 8;
      return true;
    }
    if (left(level.end) < 12) return false;
    head.length = read32(from + 8, big);
    at_ += 12;
    return true;
  }

  void step() {
    const Level level = levels_.back();
    if (at_ >= level.end) {
      if (level.isUndefined && level.end == bytes_.size()) note("is cut off inside of a sequence");
      close();
      return;
    }
    if (left(level.end) < 8) {
      if (level.end == bytes_.size() && !isPadding(level.end))
        stop("is cut off inside of an element");
      at_ = level.end;
      return;
    }
    const std::size_t start = at_;
    Head head{};
    if (!readHead(level, head)) {
      stop("is cut off inside of an element");
      return;
    }
    if (metaOnly_ && head.tag >> 16 != 2) {
      at_ = start;
      isDone_ = true;
      return;
    }
    if (level.kind == Kind::Sequence) {
      stepInSequence(level, head);
      return;
    }
    if (head.tag == kItemEnd) {
      if (level.kind == Kind::Item) close();
      return;  // elsewhere it means nothing
    }
    if (head.tag == kSequenceEnd || head.tag == kItem) {
      if (level.kind == Kind::Item) {  // the item's own end is missing
        at_ = start;
        close();
      }
      return;
    }
    if (head.tag == 0 && head.length == 0 && level.kind == Kind::DataSet) {
      at_ = bytes_.size();  // zeros behind the last element
      return;
    }
    element(level, head, start);
  }

  // Whether all that is left is zeros.
  bool isPadding(std::size_t end) const {
    return std::all_of(bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                       bytes_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](std::byte b) { return b == std::byte{0}; });
  }

  void stepInSequence(const Level& level, const Head& head) {
    if (head.tag == kSequenceEnd) {
      close();
      return;
    }
    if (head.tag != kItem) {
      if (level.isUndefined)
        stop("is damaged: in sequence " + named(elements_[level.element].tag) + " there is " +
             named(head.tag) + " in place of an item");
      else
        at_ = level.end;  // its length says where to go on
      return;
    }
    const bool isUndefined = head.length == kUndefined;
    std::size_t end = level.end;
    if (!isUndefined) {
      if (head.length > left(level.end)) {
        if (level.end == bytes_.size()) note("is cut off inside of an item");
      } else {
        end = at_ + head.length;
      }
    }
    Element& item = add(head, level, end - at_);
    item.isUndefinedLength = isUndefined;
    levels_.push_back({Kind::Item, static_cast<std::uint32_t>(elements_.size() - 1), end,
                       level.encoding, isUndefined});
  }

  void note(std::string what) {
    if (damage_.empty()) damage_ = std::move(what);
  }

  Element& add(const Head& head, const Level& level, std::size_t length) {
    Element element;
    element.tag = head.tag;
    element.vr = head.vr;
    element.depth = static_cast<std::uint8_t>(levels_.size() - 1);
    element.isBigEndian = level.encoding.isBigEndian;
    element.value = bytes_.subspan(at_, std::min(length, bytes_.size() - at_));
    element.next = static_cast<std::uint32_t>(elements_.size() + 1);
    if (elements_.size() >= kMaxElements)
      stop("has more than " + std::to_string(kMaxElements) + " elements");
    elements_.push_back(element);
    return elements_.back();
  }

  // An element of the data set or of an item.
  void element(const Level& level, const Head& head, std::size_t start) {
    const bool isRoot = level.kind == Kind::DataSet;
    const bool isPixels =
        isRoot && (head.tag == kPixels.number || head.tag == kFloatPixels.number ||
                   head.tag == kDoublePixels.number);
    if (head.length == kUndefined) {
      if (isPixels && extent_ == Extent::Header) {
        add(head, level, level.end - at_).isUndefinedLength = true;
        isDone_ = true;
      } else if (head.tag == kPixels.number) {
        fragments(level, head);
      } else {
        // Unknown (UN) of undefined length is a sequence in implicit little endian (PS3.5 6.2.2).
        const bool isUnknown = head.vr == Vr("UN");
        open(level, head, level.end, true, isUnknown ? Encoding{true, false} : level.encoding);
      }
      return;
    }
    std::size_t end = level.end;
    if (head.length > left(level.end)) {
      if (!isRoot && head.length > left(bytes_.size())) {
        at_ = start;
        stop("is damaged: " + named(head.tag) + " claims " + std::to_string(head.length) +
             " bytes, of which the file has " + std::to_string(left(bytes_.size())));
        return;
      }
      // What is there of it is kept.
      if (isRoot)
        note("is cut off: " + named(head.tag) + " claims " + std::to_string(head.length) +
             " bytes, of which the file has " + std::to_string(left(level.end)));
      else
        note("is damaged: " + named(head.tag) + " is longer than the item that it is in");
    } else {
      end = at_ + head.length;
    }
    if (isPixels && extent_ == Extent::Header) {
      add(head, level, end - at_);
      isDone_ = true;
      return;
    }
    if (isSequence(level, head, end) && isWanted(head.tag)) {
      open(level, head, end, false, level.encoding);
      return;
    }
    add(head, level, end - at_);
    at_ = end;
  }

  bool isWanted(std::uint32_t tag) const {
    return extent_ == Extent::Whole || std::find(kHeaderSequences.begin(), kHeaderSequences.end(),
                                                 tag) != kHeaderSequences.end();
  }

  // Where the representation is not given: what starts with an item is a sequence.
  bool isSequence(const Level& level, const Head& head, std::size_t end) const {
    if (head.vr == Vr("SQ")) return true;
    if (!head.vr.isNone() && head.vr != Vr("UN")) return false;
    if (end - at_ < 8 || head.tag == kPixels.number) return false;
    const bool big = level.encoding.isBigEndian && head.vr != Vr("UN");
    const std::byte* from = bytes_.data() + at_;
    if (read16(from, big) != 0xFFFE || read16(from + 2, big) != 0xE000) return false;
    const std::uint32_t length = read32(from + 4, big);
    return length == kUndefined || length <= end - at_ - 8;
  }

  void open(const Level& level, const Head& head, std::size_t end, bool isUndefined,
            Encoding encoding) {
    // Unknown of a given length should be implicit too, but not every writer recodes it.
    if (head.vr == Vr("UN") && !isUndefined)
      encoding = detectEncoding(bytes_, at_ + 8, {true, false});
    // Two levels, sequence and item, for each sequence.
    if (levels_.size() + 2 > 2 * static_cast<std::size_t>(kMaxDepth)) {
      stop("has sequences in sequences, more than " + std::to_string(kMaxDepth) + " deep");
      return;
    }
    Element& sequence = add(head, level, end - at_);
    sequence.isUndefinedLength = isUndefined;
    sequence.vr = "SQ";
    levels_.push_back({Kind::Sequence, static_cast<std::uint32_t>(elements_.size() - 1), end,
                       encoding, isUndefined});
  }

  // Encapsulated pixels: items that hold bytes, the first of them the basic offset table.
  void fragments(const Level& level, const Head& head) {
    add(head, level, level.end - at_).isUndefinedLength = true;
    const std::uint32_t pixels = static_cast<std::uint32_t>(elements_.size() - 1);
    levels_.push_back(
        {Kind::Sequence, pixels, level.end, {true, level.encoding.isBigEndian}, true});
    const Level inside = levels_.back();
    while (!isDone_) {
      if (left(level.end) < 8) {
        note("is cut off inside of its pixel data");
        at_ = level.end;
        break;
      }
      Head item{};
      readHead(inside, item);
      if (item.tag == kSequenceEnd) break;
      if (item.tag != kItem) {
        at_ -= 8;
        stop("is damaged: in the pixel data there is " + named(item.tag) +
             " in place of a fragment");
        break;
      }
      if (item.length > left(level.end)) note("is cut off inside of its pixel data");
      const std::size_t length = std::min<std::size_t>(item.length, left(level.end));
      add(item, inside, length);
      at_ += length;
    }
    close();
  }

  std::span<const std::byte> bytes_;
  std::size_t at_;
  Extent extent_;
  bool metaOnly_;
  bool isDone_ = false;
  std::vector<Level> levels_;
  std::vector<Element> elements_;
  std::string damage_;
};

}  // namespace

ReadElements readElements(std::span<const std::byte> bytes, std::size_t begin, Encoding encoding,
                          Extent extent, bool metaOnly) {
  return Reader(bytes, begin, extent, metaOnly).read(encoding);
}

Encoding detectEncoding(std::span<const std::byte> bytes, std::size_t begin, Encoding assumed) {
  if (bytes.size() < begin + 8) return assumed;
  const std::byte* from = bytes.data() + begin;
  const std::uint16_t little = read16(from, false), big = read16(from, true);
  const Vr vr(static_cast<char>(from[4]), static_cast<char>(from[5]));
  // The byte order is believed unless only the other one gives a group with which data sets start.
  const auto isUsual = [](std::uint16_t group) { return group <= 0x0010 && group % 2 == 0; };
  const bool isBig = isUsual(little) == isUsual(big) ? assumed.isBigEndian : isUsual(big);
  return {!looksLikeVr(vr), isBig};
}

bool looksLikeDataSet(std::span<const std::byte> bytes, std::size_t begin) {
  if (bytes.size() < begin + 8) return false;
  const Encoding encoding = detectEncoding(bytes, begin, {});
  const std::byte* from = bytes.data() + begin;
  const std::uint16_t group = read16(from, encoding.isBigEndian);
  if (group != 0x0002 && group != 0x0004 && group != 0x0008) return false;
  if (read16(from + 2, encoding.isBigEndian) > 0x2000 && group == 0x0002) return false;
  if (!encoding.isImplicit) return true;
  return read32(from + 4, encoding.isBigEndian) <= bytes.size() - begin - 8;
}

}  // namespace mrm::dicom
