// Options are declared once, as a struct with defaults; this is the declaration's vocabulary.
//
//   struct MaskingOptions {
//     double imageRatio = 0.75;
//     void declare(OptionSet& options) {
//       options.section("masking", "Masking", "What is hidden from the model.");
//       options.add("masking.image_ratio", imageRatio, "Share of image patches that are hidden.")
//           .range(0, 1).published("0.75");
//     }
//   };
//
// The command line (--image-ratio), the YAML reader and writer (masking: image_ratio:), the
// wizard's fields and the reference documentation are all made from it.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mrm {

class Option {
 public:
  using Target = std::variant<bool*, std::int64_t*, double*, std::string*, std::filesystem::path*>;

  Option& range(double minimum, double maximum);     // inclusive; numbers only
  Option& unit(std::string text);                    // "steps", "epochs", "px"
  Option& choices(std::vector<std::string> values);  // strings only: what is allowed
  Option& published(std::string value);              // the paper's value, as text
  Option& advanced();                                // folded away in the wizard
  Option& label(std::string text);                   // a field's caption: "Image mask ratio"

  const std::string& name() const { return name_; }  // "masking.image_ratio"
  std::string section() const;                       // "masking"
  std::string key() const;                           // "image_ratio"
  std::string flag() const;                          // "--image-ratio"
  const std::string& help() const { return help_; }
  const std::string& unit() const { return unit_; }
  const std::string& label() const { return label_; }
  const std::vector<std::string>& choices() const { return choices_; }
  const std::string& published() const { return published_; }
  const std::string& defaultText() const { return default_; }  // the value at declaration
  bool isAdvanced() const { return advanced_; }
  bool hasRange() const;
  double minimum() const { return minimum_; }
  double maximum() const { return maximum_; }
  const Target& target() const { return target_; }

  // The field's present value as text that set() reads back to the identical value.
  std::string text() const;
  // Parses, checks range and choices, and assigns. Throws Error whose `where` is the option's name.
  void set(std::string_view text);
  // The message set() would throw with, or empty when the text is valid. Assigns nothing.
  std::string problemWith(std::string_view text) const;

 private:
  friend class OptionSet;
  std::string name_, help_, unit_, label_, published_, default_;
  std::vector<std::string> choices_;
  double minimum_ = -std::numeric_limits<double>::infinity();
  double maximum_ = std::numeric_limits<double>::infinity();
  bool advanced_ = false;
  Target target_;
};

// The declared options of one struct, in order of declaration. Points into that struct, which must
// outlive it and stay in place.
class OptionSet {
 public:
  struct Section {
    std::string name, title, help;
  };

  void section(std::string name, std::string title, std::string help);
  // Throws std::logic_error when the name or its flag is declared already.
  Option& add(std::string name, Option::Target target, std::string help);
  template <class T>
  Option& add(std::string name, T& field, std::string help) {
    return add(std::move(name), Option::Target(&field), std::move(help));
  }

  const std::vector<Section>& sections() const { return sections_; }
  const std::deque<Option>& options() const { return options_; }
  std::deque<Option>& options() { return options_; }
  // By full name ("masking.image_ratio"); throws Error naming the nearest valid name.
  Option& at(std::string_view name);
  // The nearest declared name by edit distance, for messages; empty when nothing is near.
  std::string nearest(std::string_view name) const;

 private:
  std::vector<Section> sections_;
  std::deque<Option> options_;
};

}  // namespace mrm
