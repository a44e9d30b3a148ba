#include "core/image/display.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <variant>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/image/display_lookup.h"

namespace mrm {
namespace {

// Values of a wider range (stored with 32 bits) are computed one by one instead of looked up.
constexpr std::int64_t kMaxTableSize = 65536;

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

std::string signedNumber(double value) {
  return (value < 0 ? "" : "+") + number(value);
}

// PS3.3 C.11.1.1.1, C.11.2.1.1: values below the first mapped take the first entry, those beyond
// the last the last.
std::uint16_t entryFor(const ValueTable& table, double value) {
  const double last = static_cast<double>(table.entries.size() - 1);
  const double index = std::clamp(std::floor(value - table.first + 0.5), 0.0, last);
  return table.entries[static_cast<std::size_t>(index)];
}

bool isUsable(const ValueTable& table) {
  return !table.entries.empty();
}

bool hasUsableRescale(const StoredImage& image) {
  return image.hasRescale && std::isfinite(image.slope) && image.slope != 0 &&
         std::isfinite(image.intercept);
}

// To 0 at `low` and below, to 1 at `high` and beyond; a step when both are the same.
struct Ramp {
  double low = 0, high = 0;
  std::uint8_t operator()(double x) const {
    if (!(x > low)) return 0;
    if (x >= high) return 255;
    const double width = high - low;
    // One division of numbers that are exact for integers, so that halves round up reliably.
    const double level = ((x - low) * 255 + width / 2) / width;
    return level < 255 ? static_cast<std::uint8_t>(level) : 255;  // absurd windows overflow
  }
};

// PS3.3 C.11.2.1.3.1, with y from 0 to 255.
struct Sigmoid {
  double center = 0, width = 1;
  std::uint8_t operator()(double x) const {
    return static_cast<std::uint8_t>(255 / (1 + std::exp(-4 * (x - center) / width)) + 0.5);
  }
};

struct TableMap {
  const ValueTable* table = nullptr;
  unsigned maximum = 1;  // the entry that is shown white
  std::uint8_t operator()(double x) const {
    const unsigned entry = std::min<unsigned>(entryFor(*table, x), maximum);
    return static_cast<std::uint8_t>((entry * 255 + maximum / 2) / maximum);
  }
};

struct AsIs {
  std::uint8_t operator()(double x) const {
    return static_cast<std::uint8_t>(std::clamp(x, 0.0, 255.0));
  }
};

using Map = std::variant<Ramp, Sigmoid, TableMap, AsIs>;

struct Choice {
  Map map;
  std::string audit;
};

bool isUsable(const ValueWindow& window) {
  return std::isfinite(window.center) && std::isfinite(window.width) && window.width > 0;
}

Choice forWindow(const ValueWindow& window, std::size_t index, std::size_t count) {
  std::string audit = "window " + number(window.center) + "/" + number(window.width);
  Map map;
  switch (window.function) {
    case ValueWindow::Function::Linear:
      if (window.width >= 1) {
        // PS3.3 C.11.2.1.2.1: white beyond c - 0.5 + (w - 1) / 2, black up to c - 0.5 - (w - 1)
        // / 2.
        const double half = (window.width - 1) / 2;
        map = Ramp{window.center - 0.5 - half, window.center - 0.5 + half};
        break;
      }
      // The standard forbids it, but scaled values (slope far below 1) come with such windows.
      audit += " taken as exact";
      [[fallthrough]];
    case ValueWindow::Function::LinearExact:  // PS3.3 C.11.2.1.3.2
      map = Ramp{window.center - window.width / 2, window.center + window.width / 2};
      if (window.function == ValueWindow::Function::LinearExact) audit += " exact";
      break;
    case ValueWindow::Function::Sigmoid:
      map = Sigmoid{window.center, window.width};
      audit += " sigmoid";
      break;
  }
  audit += " (file " + std::to_string(index + 1) + " of " + std::to_string(count) + ")";
  return {map, audit};
}

// The window asked for; when it makes no sense, the next that does.
std::optional<Choice> chooseWindow(const StoredImage& image, int wanted) {
  if (image.windows.empty()) return std::nullopt;
  const std::size_t count = image.windows.size();
  const std::size_t first =
      std::min<std::size_t>(static_cast<std::size_t>(std::max(wanted, 0)), count - 1);
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t index = (first + step) % count;
    if (isUsable(image.windows[index])) return forWindow(image.windows[index], index, count);
  }
  return std::nullopt;
}

std::optional<Choice> chooseTable(const StoredImage& image) {
  for (std::size_t i = 0; i < image.voiTables.size(); ++i) {
    const ValueTable& table = image.voiTables[i];
    if (!isUsable(table)) continue;
    const unsigned greatest = *std::max_element(table.entries.begin(), table.entries.end());
    const unsigned bits = static_cast<unsigned>(std::clamp(table.bits, 1, 16));
    std::string audit = "VOI table " + std::to_string(i + 1) + " of " +
                        std::to_string(image.voiTables.size()) + " (" +
                        std::to_string(table.entries.size()) + " entries of " +
                        std::to_string(bits) + " bits";
    // Files often claim 16 bits for entries of 12: taken by the word, they would be shown black.
    const auto used = static_cast<unsigned>(std::bit_width(greatest));
    const bool claimsOther = greatest > 0 && (used > bits || used + 1 < bits);
    if (claimsOther) audit += ", " + std::to_string(used) + " used";
    return Choice{TableMap{&table, (1U << (claimsOther ? used : bits)) - 1}, audit + ")"};
  }
  return std::nullopt;
}

// The image's values as they will be mapped, and which of them count.
class Values {
 public:
  explicit Values(const StoredImage& image) : image_(image), stored_(rangeOf(image.values)) {
    if (image.paddingFrom || image.paddingTo) {
      // PS3.3 C.7.5.1.1.2: one value, or a range when Pixel Padding Range Limit is there, too.
      // Which of the two is greater depends on the photometric interpretation.
      const auto a = image.paddingFrom ? *image.paddingFrom : *image.paddingTo;
      const auto b = image.paddingTo ? *image.paddingTo : a;
      padding_ = ValueRange{std::min(a, b), std::max(a, b)};
    }
  }

  bool isPadding(std::int32_t value) const {
    return padding_ && value >= padding_->low && value <= padding_->high;
  }
  bool hasPadding() const { return padding_.has_value(); }
  ValueRange padding() const { return *padding_; }
  ValueRange stored() const { return stored_; }
  bool isNarrow() const { return std::int64_t{stored_.high} - stored_.low < kMaxTableSize; }

  // Modality values that are no padding with how often they occur, ascending. Empty: all is
  // padding.
  const std::vector<std::pair<double, std::uint64_t>>& counted() {
    if (counted_.empty()) count();
    return counted_;
  }

  // The smallest value that at least this share (0 to 1) of the pixels do not exceed.
  double percentile(double share) {
    std::uint64_t total = 0;
    for (const auto& [value, count] : counted()) total += count;
    const double wanted = share * static_cast<double>(total);
    std::uint64_t seen = 0;
    for (const auto& [value, count] : counted_) {
      seen += count;
      if (static_cast<double>(seen) >= wanted) return value;
    }
    return counted_.back().first;
  }

 private:
  void count() {
    if (isNarrow()) {
      const std::vector<std::uint32_t> histogram = histogramOf(image_.values, stored_);
      for (std::size_t i = 0; i < histogram.size(); ++i) {
        const auto value = static_cast<std::int32_t>(stored_.low + static_cast<std::int64_t>(i));
        if (histogram[i] && !isPadding(value))
          counted_.emplace_back(modalityValue(image_, value), histogram[i]);
      }
    } else {
      std::vector<std::int32_t> sorted;
      std::copy_if(image_.values.begin(), image_.values.end(), std::back_inserter(sorted),
                   [&](std::int32_t value) { return !isPadding(value); });
      std::sort(sorted.begin(), sorted.end());
      for (const std::int32_t value : sorted) {
        const double real = modalityValue(image_, value);
        if (!counted_.empty() && counted_.back().first == real)
          ++counted_.back().second;
        else
          counted_.emplace_back(real, 1);
      }
    }
    // A negative slope or a table turns the order around.
    std::sort(counted_.begin(), counted_.end());
  }

  const StoredImage& image_;
  ValueRange stored_;
  std::optional<ValueRange> padding_;
  std::vector<std::pair<double, std::uint64_t>> counted_;
};

Choice byRange(Values& values) {
  if (values.counted().empty()) return {AsIs{}, "nothing but padding"};
  const double low = values.counted().front().first, high = values.counted().back().first;
  return {Ramp{low, high}, "full range " + number(low) + " to " + number(high)};
}

Choice byPercentiles(Values& values, double lowShare, double highShare) {
  if (values.counted().empty()) return byRange(values);
  const double low = values.percentile(lowShare / 100), high = values.percentile(highShare / 100);
  // Almost all pixels are the same: the few others are what there is to see.
  if (!(low < high)) return byRange(values);
  return {Ramp{low, high}, "percentiles " + number(lowShare) + " to " + number(highShare) + ": " +
                               number(low) + " to " + number(high)};
}

// Whether everything that is in the image gets the same display value.
bool showsNothing(const Map& map, Values& values) {
  const auto shown = [&](double x) { return std::visit([&](const auto& m) { return m(x); }, map); };
  const auto& counted = values.counted();
  if (counted.size() < 2) return false;
  const std::uint8_t first = shown(counted.front().first);
  return std::all_of(counted.begin(), counted.end(),
                     [&](const auto& entry) { return shown(entry.first) == first; });
}

// Whether the extremes of what is stored get different display values: then there is something to
// see, and no need to count the values.
bool extremesDiffer(const Map& map, const StoredImage& image, const Values& values) {
  const auto shown = [&](std::int32_t value) {
    const double x = modalityValue(image, value);
    return std::visit([&](const auto& m) { return m(x); }, map);
  };
  const ValueRange stored = values.stored();
  return !values.isPadding(stored.low) && !values.isPadding(stored.high) &&
         shown(stored.low) != shown(stored.high);
}

Choice choose(const StoredImage& image, const DisplayPolicy& policy, Values& values) {
  if (policy.window == DisplayPolicy::Window::FullRange) return byRange(values);
  if (policy.window == DisplayPolicy::Window::Percentile)
    return byPercentiles(values, policy.low, policy.high);
  std::optional<Choice> choice = policy.preferTable ? chooseTable(image) : std::nullopt;
  if (!choice) choice = chooseWindow(image, policy.fileWindow);
  if (!choice) choice = chooseTable(image);
  if (choice) {
    if (extremesDiffer(choice->map, image, values) || !showsNothing(choice->map, values))
      return *choice;
    Choice other = byPercentiles(values, policy.low, policy.high);
    other.audit = choice->audit + " shows nothing, " + other.audit;
    return other;
  }
  if (image.isDisplayReady) return {AsIs{}, "8-bit values as they are"};
  return byPercentiles(values, policy.low, policy.high);
}

std::string modalityAudit(const StoredImage& image) {
  if (image.modalityTable && isUsable(*image.modalityTable))
    return "modality table of " + std::to_string(image.modalityTable->entries.size()) +
           " entries; ";
  if (!image.hasRescale) return {};
  const std::string text = "rescale x" + number(image.slope) + " " + signedNumber(image.intercept);
  return hasUsableRescale(image) ? text + "; " : text + " makes no sense and is left out; ";
}

std::string paddingAudit(const Values& values) {
  if (!values.hasPadding()) return {};
  const ValueRange padding = values.padding();
  return "padding " + std::to_string(padding.low) +
         (padding.low == padding.high ? "" : " to " + std::to_string(padding.high)) + " left out; ";
}

std::string inversionAudit(const StoredImage& image) {
  if (image.isMonochrome1 && image.isPresentationInverse)
    return "; MONOCHROME1 and INVERSE: inverted once";
  if (image.isMonochrome1) return "; MONOCHROME1 inverted";
  return image.isPresentationInverse ? "; presentation INVERSE inverted" : "";
}

}  // namespace

double modalityValue(const StoredImage& image, std::int32_t stored) {
  if (image.modalityTable && isUsable(*image.modalityTable))
    return entryFor(*image.modalityTable, stored);
  return hasUsableRescale(image) ? stored * image.slope + image.intercept : stored;
}

DisplayImage toDisplay(const StoredImage& image, const DisplayPolicy& policy) {
  Values values(image);
  const Choice choice = choose(image, policy, values);
  DisplayImage display{
      {image.width, image.height, {}},
      modalityAudit(image) + paddingAudit(values) + choice.audit + inversionAudit(image)};
  display.image.pixels.resize(image.values.size());
  // PS3.3 C.7.6.3.1.2, C.11.6.1.2.
  const std::uint8_t inversion = image.isMonochrome1 || image.isPresentationInverse ? 255 : 0;
  std::visit(
      [&](const auto& map) {
        const auto shown = [&](std::int32_t value) -> std::uint8_t {
          if (values.isPadding(value)) return 0;
          return static_cast<std::uint8_t>(map(modalityValue(image, value)) ^ inversion);
        };
        const ValueRange stored = values.stored();
        if (!values.isNarrow()) {
          std::transform(image.values.begin(), image.values.end(), display.image.pixels.begin(),
                         shown);
          return;
        }
        std::vector<std::uint8_t> table;
        table.reserve(static_cast<std::size_t>(std::int64_t{stored.high} - stored.low + 1));
        for (std::int64_t value = stored.low; value <= stored.high; ++value)
          table.push_back(shown(static_cast<std::int32_t>(value)));
        lookUp(image.values, stored.low, table, display.image.pixels.data());
      },
      choice.map);
  return display;
}

namespace {

constexpr std::array<std::pair<DisplayPolicy::Window, const char*>, 3> kWindowNames = {
    {{DisplayPolicy::Window::File, "file"},
     {DisplayPolicy::Window::Percentile, "percentile"},
     {DisplayPolicy::Window::FullRange, "full-range"}}};

}  // namespace

std::string displayPolicyJson(const DisplayPolicy& policy) {
  nlohmann::ordered_json json;
  for (const auto& [window, name] : kWindowNames)
    if (window == policy.window) json["window"] = name;
  json["file_window"] = policy.fileWindow;
  json["prefer_table"] = policy.preferTable;
  json["low"] = policy.low;
  json["high"] = policy.high;
  return json.dump();
}

DisplayPolicy displayPolicyFromJson(const std::string& text) {
  DisplayPolicy policy;
  if (text.empty()) return policy;
  const std::string where = "display policy";
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) throw Error("is no JSON", where);
  const JsonFields fields(json, where);
  const std::string window = fields.text("window", "file");
  const auto found = std::find_if(kWindowNames.begin(), kWindowNames.end(),
                                  [&](const auto& entry) { return window == entry.second; });
  if (found == kWindowNames.end()) fields.fail("window", "is none of file, percentile, full-range");
  policy.window = found->first;
  policy.fileWindow = static_cast<int>(fields.integer("file_window", policy.fileWindow, 0, 1000));
  policy.preferTable = fields.boolean("prefer_table", policy.preferTable);
  policy.low = fields.number("low", policy.low);
  policy.high = fields.number("high", policy.high);
  if (!(policy.low >= 0 && policy.low < policy.high && policy.high <= 100))
    throw Error("low and high must be percentiles, low below high", where);
  return policy;
}

}  // namespace mrm
