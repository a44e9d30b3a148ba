#include "core/dicom/tag_list.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <map>
#include <sstream>

#include "core/base/printable.h"
#include "core/dicom/character_set.h"
#include "core/dicom/dcmtk_setup.h"

namespace mrm::dicom {
namespace {

constexpr std::size_t kMaxNumbers = 64;

struct Entry {
  std::string keyword;
  Vr vr;
};

// DCMTK's data dictionary, locked for reading as long as it lives.
class Dictionary {
 public:
  Dictionary() : dictionary_(lock()) {}
  ~Dictionary() { dcmDataDict.rdunlock(); }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  Entry find(std::uint32_t tag, const std::string& creator) const {
    const DcmTagKey key(static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xFFFF));
    const DcmDictEntry* entry =
        dictionary_.findEntry(key, creator.empty() ? nullptr : creator.c_str());
    if (!entry) return {};
    DcmVR vr(entry->getEVR());
    const char* name = vr.getValidVRName();
    return {entry->getTagName(), name && name[0] && name[1] ? Vr(name[0], name[1]) : Vr()};
  }

 private:
  static const DcmDataDictionary& lock() {
    setUpDcmtk();
    return dcmDataDict.rdlock();
  }
  const DcmDataDictionary& dictionary_;
};

// "SOPInstanceUID" to "SOP Instance UID".
std::string spaced(const std::string& keyword) {
  std::string name;
  const auto isUpper = [&](std::size_t i) {
    return i < keyword.size() && std::isupper(static_cast<unsigned char>(keyword[i]));
  };
  const auto isLower = [&](std::size_t i) {
    return i < keyword.size() && std::islower(static_cast<unsigned char>(keyword[i]));
  };
  for (std::size_t i = 0; i < keyword.size(); ++i) {
    if (i > 0 && isUpper(i) && (isLower(i - 1) || (isUpper(i - 1) && isLower(i + 1)))) name += ' ';
    name += keyword[i];
  }
  return name;
}

std::string numbersText(const Element& element, Vr vr) {
  const auto values = numbersOf(element, vr, kMaxNumbers + 1);
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += '\\';
    if (i == kMaxNumbers) return text + "…";
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, values[i]);
    text.append(buffer, error == std::errc{} ? end : buffer);
  }
  return text;
}

bool isBulk(Vr vr) {
  const char second = vr.second();
  return vr.first() == 'O' && (second == 'B' || second == 'W' || second == 'F' || second == 'D' ||
                               second == 'L' || second == 'V');
}

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::size_t itemsOf(std::span<const Element> all, std::uint32_t index) {
  std::size_t count = 0;
  for (std::uint32_t i = index + 1; i < all[index].next; i = all[i].next)
    count += all[i].tag == kItem ? 1 : 0;
  return count;
}

// Lists one level after the other; what a level is inside of is known by its depth.
class Lister {
 public:
  Lister(std::size_t limit, std::vector<TagRow>& rows) : limit_(limit), rows_(rows) {}

  void list(const DataSet& dataSet) {
    const auto all = dataSet.all();
    characterSets_.assign(1, dataSet.characterSet());
    creators_.assign(1, {});
    for (std::uint32_t i = dataSet.first(); i < dataSet.last() && rows_.size() < kMaxTagRows; ++i)
      row(all, i);
  }

 private:
  void row(std::span<const Element> all, std::uint32_t index) {
    const Element& element = all[index];
    // What was inside of a deeper level has ended.
    characterSets_.resize(element.depth + 1u, characterSets_.back());
    creators_.resize(element.depth + 1u);
    TagRow row;
    row.tag = element.tag;
    row.level = element.depth;
    if (element.tag == kItem) {
      row.name = "Item";
      row.value = element.next > index + 1 || element.value.empty()
                      ? ""
                      : counted(element.value.size(), "byte");
      characterSets_.push_back(
          DataSet(all, index + 1, element.next, characterSets_.back()).characterSet());
      creators_.emplace_back();
      rows_.push_back(std::move(row));
      return;
    }
    const std::string text = textOf(element, "LO");
    const bool isPrivate = (element.tag >> 16) % 2 == 1;
    const std::uint32_t low = element.tag & 0xFFFF;
    if (isPrivate && low >= 0x10 && low <= 0xFF) creators_.back()[element.tag] = text;
    const Entry entry = dictionary_.find(element.tag, isPrivate ? creatorOf(element.tag) : "");
    row.keyword = isPrivate && low >= 0x10 && low <= 0xFF ? "PrivateCreator" : entry.keyword;
    row.name = spaced(row.keyword);
    const Vr vr = element.vr.isNone() ? entry.vr : element.vr;
    if (!vr.isNone()) row.vr = {vr.first(), vr.second()};
    row.value = value(all, index, element, vr);
    rows_.push_back(std::move(row));
  }

  std::string creatorOf(std::uint32_t tag) const {
    const auto& creators = creators_.back();
    const auto found = creators.find((tag & 0xFFFF0000) | (tag & 0xFFFF) >> 8);
    return found == creators.end() ? std::string() : found->second;
  }

  std::string textOf(const Element& element, Vr vr) const {
    const std::size_t count = std::min(element.value.size(), 4 * limit_ + 64);
    std::string_view bytes(reinterpret_cast<const char*>(element.value.data()), count);
    while (!bytes.empty() && (bytes.back() == ' ' || bytes.back() == '\0')) bytes.remove_suffix(1);
    return toUtf8(bytes, usesCharacterSet(vr) ? characterSets_.back() : "", vr == Vr("PN"));
  }

  std::string value(std::span<const Element> all, std::uint32_t index, const Element& element,
                    Vr vr) const {
    if (element.tag == kPixels.number && element.isUndefinedLength)
      return counted(std::max<std::size_t>(itemsOf(all, index), 1) - 1, "fragment");
    if (vr == Vr("SQ")) return counted(itemsOf(all, index), "item");
    if (isText(vr)) return printable(textOf(element, vr), limit_);
    if (vr == Vr("AT")) return tagsText(element);
    if (!isBulk(vr) && !vr.isNone() && vr != Vr("UN")) return numbersText(element, vr);
    return counted(element.value.size(), "byte");
  }

  std::string tagsText(const Element& element) const {
    std::string text;
    for (const double number : numbersOf(element, "UL", kMaxNumbers)) {
      auto tag = static_cast<std::uint32_t>(number);
      tag = element.isBigEndian ? tag : tag << 16 | tag >> 16;  // group first
      if (!text.empty()) text += '\\';
      text += TagRow{tag, 0, {}, {}, {}, {}}.number();
    }
    return text;
  }

  Dictionary dictionary_;
  std::size_t limit_;
  std::vector<TagRow>& rows_;
  std::vector<std::string> characterSets_;                      // by depth
  std::vector<std::map<std::uint32_t, std::string>> creators_;  // likewise, by their own tag
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return text;
}

}  // namespace

std::string TagRow::number() const {
  char text[16];
  std::snprintf(text, sizeof text, "(%04X,%04X)", tag >> 16, tag & 0xFFFF);
  return text;
}

std::vector<TagRow> tagList(const DicomFile& file, std::size_t limit) {
  std::vector<TagRow> rows;
  Lister lister(limit, rows);
  lister.list(file.meta());
  lister.list(file.dataSet());
  const std::size_t count = file.meta().all().size() + file.dataSet().all().size();
  if (count > rows.size()) {
    TagRow& rest = rows.emplace_back();
    rest.name = "Further elements";
    rest.value = std::to_string(count - rows.size() + 1);
  }
  return rows;
}

bool matches(const TagRow& row, const std::string& words) {
  const std::string text =
      lower(row.number() + " " + row.keyword + " " + row.name + " " + row.value);
  std::istringstream stream(lower(words));
  for (std::string word; stream >> word;)
    if (text.find(word) == std::string::npos) return false;
  return true;
}

}  // namespace mrm::dicom
