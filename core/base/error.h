// The exception of core/: what happened, to which file or setting, and what the user can do about
// it.
#pragma once

#include <stdexcept>
#include <string>

namespace mrm {

// `what()` joins the three parts into a line for a log or a terminal; a dialog shows them
// apart. Patient data never goes into an error: records are named by their number or file.
class Error : public std::runtime_error {
 public:
  explicit Error(std::string problem, std::string where = {}, std::string advice = {})
      : std::runtime_error(join(problem, where, advice)),
        problem_(std::move(problem)),
        where_(std::move(where)),
        advice_(std::move(advice)) {}

  const std::string& problem() const { return problem_; }  // what happened
  const std::string& where() const { return where_; }      // file, key or record; may be empty
  const std::string& advice() const { return advice_; }    // what to do; may be empty

 private:
  static std::string join(const std::string& problem, const std::string& where,
                          const std::string& advice) {
    std::string text = where.empty() ? problem : where + ": " + problem;
    if (advice.empty()) return text;
    if (!text.ends_with('.')) text += '.';
    text += " " + advice;
    return text;
  }

  std::string problem_, where_, advice_;
};

// Work that its stop token ended. Not an error for the user: whoever asked for the stop catches it.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped") {}
};

}  // namespace mrm
