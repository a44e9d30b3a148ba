#include "core/text/report_options.h"

#include "core/base/error.h"
#include "core/base/trim.h"

namespace mrm {
namespace {

SectionChoice choiceOf(std::string_view text, const char* option) {
  try {
    return choiceFromText(text);
  } catch (const Error& error) {
    throw Error(error.problem(), option, error.advice());
  }
}

}  // namespace

void ReportOptions::declare(OptionSet& options) {
  options.section("report", "Report", "What the model reads of a report.");
  options
      .add("report.sections", sections,
           "Sections that are read, in this order, apart by commas; all for the whole text")
      .label("Sections");
  options
      .add("report.fallbacks", fallbacks,
           "What is read instead where these are missing: further choices, apart by semicolons")
      .label("Otherwise");
  options
      .add("report.blanks", blanks,
           "What becomes of the blanks of de-identification, such as ___ and XXXX")
      .choices({"keep", "drop", "replace"})
      .label("Blanks");
  options.add("report.blank_word", blankWord, "Word in the place of a blank that is replaced")
      .label("Word for a blank");
  options
      .add("report.normalize_space", normalizeSpace,
           "Single blanks in the place of line breaks and runs of blanks")
      .label("Normalize white space")
      .advanced();
  options.add("report.drop_list_numbers", dropListNumbers, "Leave out the numbers of lists")
      .label("Leave out list numbers")
      .advanced();
  options
      .add("report.minimum_words", minimumWords,
           "A report of fewer words, blanks not counted, is set aside")
      .range(1, 1000)
      .unit("words")
      .label("Shortest report");
}

ReportPolicy ReportOptions::policy() const {
  ReportPolicy policy;
  policy.sections = choiceOf(sections, "report.sections");
  policy.fallbacks.clear();
  const std::string_view all = trimmed(fallbacks);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(';', at), all.size());
    policy.fallbacks.push_back(choiceOf(all.substr(at, end - at), "report.fallbacks"));
    at = end + 1;
  }
  const auto handling = blankHandling(blanks);
  if (!handling) throw Error("must be one of keep, drop, replace", "report.blanks");
  policy.blanks = *handling;
  policy.blankWord = blankWord;
  policy.normalizeSpace = normalizeSpace;
  policy.dropListNumbers = dropListNumbers;
  policy.minimumWords = minimumWords;
  return policy;
}

ReportOptions ReportOptions::of(const ReportPolicy& policy) {
  ReportOptions options;
  options.sections = choiceText(policy.sections);
  options.fallbacks.clear();
  for (const SectionChoice& choice : policy.fallbacks)
    options.fallbacks += (options.fallbacks.empty() ? "" : "; ") + choiceText(choice);
  options.blanks = blankHandlingName(policy.blanks);
  options.blankWord = policy.blankWord;
  options.normalizeSpace = policy.normalizeSpace;
  options.dropListNumbers = policy.dropListNumbers;
  options.minimumWords = policy.minimumWords;
  return options;
}

}  // namespace mrm
