#include "core/checkpoint/safetensors_header.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/printable.h"

namespace mrm {
namespace {

using Json = nlohmann::json;

// Takes the parser's events: the header has one fixed form, so that a document tree (which a
// hostile header could make deep, and many times its own size) is not needed.
class HeaderReader : public nlohmann::json_sax<Json> {
 public:
  explicit HeaderReader(const std::string& file) : file_(file) {}

  SafetensorsHeader takeHeader() { return std::move(header_); }

  bool start_object(std::size_t) override {
    switch (place_) {
      case Place::Start:
        return go(Place::Root);
      case Place::EntryStart:
        type_ = {};
        shape_ = {};
        offsets_ = {};
        return go(name_ == "__metadata__" ? Place::Metadata : Place::Entry);
      default:
        return unexpected("an object");
    }
  }

  bool key(string_t& key) override {
    switch (place_) {
      case Place::Root:
        if (!names_.insert(key).second) return fail("'" + printable(key) + "' stands twice");
        if (names_.size() > kMaxTensors + 1) return fail("there are too many tensors");
        name_ = key;
        return go(Place::EntryStart);
      case Place::Metadata:
        key_ = key;
        if (header_.metadata.contains(key_))
          return fail("'" + printable(key_) + "' stands twice in the metadata");
        return go(Place::MetadataValue);
      case Place::Entry:
        if (key == "dtype" && !type_) return go(Place::Type);
        if (key == "shape" && !shape_) return go(Place::ShapeStart);
        if (key == "data_offsets" && !offsets_) return go(Place::OffsetsStart);
        return failEntry("has the unknown or repeated key '" + printable(key) + "'");
      default:
        return unexpected("a key");
    }
  }

  bool string(string_t& text) override {
    if (place_ == Place::MetadataValue) {
      header_.metadata.emplace(std::move(key_), std::move(text));
      return go(Place::Metadata);
    }
    if (place_ != Place::Type) return unexpected("a text");
    type_ = dataTypeNamed(text);
    if (!type_) return failEntry("has type " + printable(text) + ", which is not supported");
    return go(Place::Entry);
  }

  bool start_array(std::size_t) override {
    if (place_ == Place::ShapeStart) {
      shape_.emplace();
      return go(Place::Shape);
    }
    if (place_ != Place::OffsetsStart) return unexpected("a list");
    offsets_.emplace();
    return go(Place::Offsets);
  }

  bool number_unsigned(number_unsigned_t number) override {
    if (place_ == Place::Shape) {
      if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
        return failEntry("has an impossible shape");
      if (shape_->size() == kMaxDimensions) return failEntry("has too many dimensions");
      shape_->push_back(static_cast<std::int64_t>(number));
      return true;
    }
    if (place_ != Place::Offsets) return unexpected("a number");
    if (offsets_->size() == 2) return failEntry("has more than two offsets");
    offsets_->push_back(number);
    return true;
  }

  bool end_array() override { return go(Place::Entry); }

  bool end_object() override {
    switch (place_) {
      case Place::Entry:
        return finishEntry();
      case Place::Metadata:
        return go(Place::Root);
      default:
        return go(Place::End);
    }
  }

  bool null() override { return unexpected("null"); }
  bool boolean(bool) override { return unexpected("a truth value"); }
  bool number_integer(number_integer_t) override { return unexpected("a negative number"); }
  bool number_float(number_float_t, const string_t&) override {
    return unexpected("a fractional or too large number");
  }
  bool binary(binary_t&) override { return unexpected("binary data"); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return fail("it is no valid JSON at byte " + std::to_string(position));
  }

 private:
  enum class Place {
    Start,
    Root,
    EntryStart,
    Entry,
    Type,
    ShapeStart,
    Shape,
    OffsetsStart,
    Offsets,
    Metadata,
    MetadataValue,
    End
  };

  bool go(Place place) {
    place_ = place;
    return true;
  }

  bool finishEntry() {
    if (!type_ || !shape_ || !offsets_ || offsets_->size() != 2)
      return failEntry("lacks its type, its shape or its offsets");
    header_.entries.push_back(
        {std::move(name_), *type_, std::move(*shape_), offsets_->front(), offsets_->back()});
    return go(Place::Root);
  }

  bool unexpected(const std::string& what) { return fail(what + " stands where none belongs"); }
  bool failEntry(const std::string& problem) {
    return fail("tensor '" + printable(name_) + "' " + problem);
  }
  [[noreturn]] bool fail(const std::string& problem) {
    throw Error("the safetensors header is not valid: " + problem, file_);
  }

  const std::string& file_;
  SafetensorsHeader header_;
  Place place_ = Place::Start;
  std::unordered_set<std::string> names_;
  std::string name_, key_;
  std::optional<DataType> type_;
  std::optional<std::vector<std::int64_t>> shape_;
  std::optional<std::vector<std::uint64_t>> offsets_;
};

}  // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view json, const std::string& file) {
  HeaderReader reader(file);
  // The JSON library would take a zero byte for the end and skip a byte order mark.
  if (json.empty() || json.front() != '{' || json.find('\0') != std::string_view::npos)
    throw Error("the safetensors header is not valid: it is no JSON object", file);
  Json::sax_parse(json.begin(), json.end(), &reader);
  return reader.takeHeader();
}

}  // namespace mrm
