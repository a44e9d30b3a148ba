#include "core/options/option.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/options/describe.h"
#include "core/options/edit_distance.h"

namespace mrm {
namespace {

constexpr std::size_t kTextLimit = 1 << 16;  // bytes of one value; a path or a sentence, not a book

using Value = std::variant<bool, std::int64_t, double, std::string, std::filesystem::path>;

template <class Number>
std::optional<Number> parseNumber(std::string_view text) {
  Number number{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string quoted(std::string_view text) {
  return "'" + printable(text, 60) + "'";
}

// One parser for set() and problemWith(), so that what is refused is refused everywhere.
class Parser {
 public:
  Parser(const Option& option, std::string_view text) : option_(option), text_(text) {}

  // The value, or nothing and problem() says why.
  std::optional<Value> value() {
    if (text_.size() > kTextLimit) return refuse("must be shorter than 64 KiB");
    return std::visit([this](auto* field) { return parse(field); }, option_.target());
  }
  const std::string& problem() const { return problem_; }

 private:
  std::optional<Value> refuse(std::string problem) {
    problem_ = std::move(problem);
    return std::nullopt;
  }

  std::optional<Value> refuseOutside() {
    return refuse("must be " + allowedText(option_) + ", not " + quoted(text_));
  }

  std::optional<Value> parse(const bool*) {
    if (text_ == "true") return true;
    if (text_ == "false") return false;
    return refuse("must be true or false, not " + quoted(text_));
  }

  std::optional<Value> parse(const std::int64_t*) {
    const auto number = parseNumber<std::int64_t>(text_);
    if (!number) return refuse("must be a whole number, not " + quoted(text_));
    return inRange(static_cast<double>(*number)) ? std::optional<Value>(*number) : refuseOutside();
  }

  std::optional<Value> parse(const double*) {
    const auto number = parseNumber<double>(text_);
    if (!number || !std::isfinite(*number)) return refuse("must be a number, not " + quoted(text_));
    return inRange(*number) ? std::optional<Value>(*number) : refuseOutside();
  }

  std::optional<Value> parse(const std::string*) {
    if (!isText()) return refuse("must be text in UTF-8 without NUL");
    const auto& choices = option_.choices();
    if (!choices.empty() && std::find(choices.begin(), choices.end(), text_) == choices.end())
      return refuseOutside();
    return std::string(text_);
  }

  std::optional<Value> parse(const std::filesystem::path*) {
    if (!isText()) return refuse("must be a path whose name is UTF-8 without NUL");
    return std::filesystem::path(text_);
  }

  bool isText() const { return isUtf8(text_) && text_.find('\0') == std::string_view::npos; }
  bool inRange(double number) const {
    return number >= option_.minimum() && number <= option_.maximum();
  }

  const Option& option_;
  std::string_view text_;
  std::string problem_;
};

std::string withUnderscores(std::string_view name) {
  while (name.starts_with('-')) name.remove_prefix(1);
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

}  // namespace

Option& Option::range(double minimum, double maximum) {
  const bool isNumber =
      std::holds_alternative<double*>(target_) || std::holds_alternative<std::int64_t*>(target_);
  if (!isNumber) throw std::logic_error("a range is for numbers only: " + name_);
  minimum_ = minimum;
  maximum_ = maximum;
  return *this;
}

Option& Option::unit(std::string text) {
  unit_ = std::move(text);
  return *this;
}

Option& Option::choices(std::vector<std::string> values) {
  if (!std::holds_alternative<std::string*>(target_))
    throw std::logic_error("choices are for strings only: " + name_);
  choices_ = std::move(values);
  return *this;
}

Option& Option::published(std::string value) {
  published_ = std::move(value);
  return *this;
}

Option& Option::advanced() {
  advanced_ = true;
  return *this;
}

Option& Option::label(std::string text) {
  label_ = std::move(text);
  return *this;
}

std::string Option::section() const {
  return name_.substr(0, name_.find('.'));
}
std::string Option::key() const {
  return name_.substr(name_.find('.') + 1);
}

std::string Option::flag() const {
  std::string text = key();
  std::replace(text.begin(), text.end(), '_', '-');
  return "--" + text;
}

bool Option::hasRange() const {
  return std::isfinite(minimum_) || std::isfinite(maximum_);
}

std::string Option::text() const {
  struct Printer {
    std::string operator()(const bool* field) const { return *field ? "true" : "false"; }
    std::string operator()(const std::int64_t* field) const { return std::to_string(*field); }
    std::string operator()(const double* field) const { return numberText(*field); }
    std::string operator()(const std::string* field) const { return *field; }
    std::string operator()(const std::filesystem::path* field) const { return field->string(); }
  };
  return std::visit(Printer{}, target_);
}

void Option::set(std::string_view text) {
  Parser parser(*this, text);
  const std::optional<Value> value = parser.value();
  if (!value) throw Error(parser.problem(), name_);
  std::visit(
      [&](auto* field) { *field = std::get<std::remove_pointer_t<decltype(field)>>(*value); },
      target_);
}

std::string Option::problemWith(std::string_view text) const {
  Parser parser(*this, text);
  return parser.value() ? std::string() : parser.problem();
}

void OptionSet::section(std::string name, std::string title, std::string help) {
  for (const Section& other : sections_)
    if (other.name == name) throw std::logic_error("section declared twice: " + name);
  sections_.push_back({std::move(name), std::move(title), std::move(help)});
}

Option& OptionSet::add(std::string name, Option::Target target, std::string help) {
  if (std::count(name.begin(), name.end(), '.') != 1)
    throw std::logic_error("an option's name is section.key: " + name);
  Option option;
  option.name_ = std::move(name);
  option.help_ = std::move(help);
  option.target_ = target;
  option.default_ = option.text();
  option.label_ = option.key();
  std::replace(option.label_.begin(), option.label_.end(), '_', ' ');
  if (!option.label_.empty() && option.label_[0] >= 'a' && option.label_[0] <= 'z')
    option.label_[0] = static_cast<char>(option.label_[0] - 'a' + 'A');
  const std::string sectionName = option.section();
  if (std::none_of(sections_.begin(), sections_.end(),
                   [&](const Section& section) { return section.name == sectionName; }))
    throw std::logic_error("option of an undeclared section: " + option.name_);
  for (const Option& other : options_)
    if (other.flag() == option.flag())
      throw std::logic_error("two options share a flag: " + other.name_ + ", " + option.name_);
  return options_.emplace_back(std::move(option));
}

Option& OptionSet::at(std::string_view name) {
  for (Option& option : options_)
    if (option.name() == name) return option;
  const std::string near = nearest(name);
  throw Error("there is no such option", printable(name, 100),
              near.empty() ? "" : "Did you mean " + near + "?");
}

std::string OptionSet::nearest(std::string_view name) const {
  constexpr std::size_t kLongest = 100;
  if (name.size() > kLongest) return {};
  const std::string wanted = withUnderscores(name);
  const std::string wantedKey = wanted.substr(wanted.find('.') + 1);
  std::string best;
  std::size_t bestDistance = std::max<std::size_t>(1, wantedKey.size() / 3) + 1;
  for (const Option& option : options_) {
    // A right key in a wrong section is nearer than a wrong key in the right one.
    const std::size_t distance = std::min(editDistance(wanted, option.name()),
                                          editDistance(wantedKey, option.key()) +
                                              (wanted.starts_with(option.section() + ".") ? 0 : 1));
    if (distance < bestDistance) {
      bestDistance = distance;
      best = option.name();
    }
  }
  return best;
}

}  // namespace mrm
