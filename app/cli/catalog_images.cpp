// mrm catalog images: how a data set's images are shown, and what reading them says.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_commands.h"
#include "app/cli/stop_signals.h"
#include "core/catalog/catalog_records.h"
#include "core/importers/index_images.h"

namespace mrm::cli {

namespace {

using Window = DisplayPolicy::Window;
using nlohmann::ordered_json;

const std::map<std::string, Window> kWindows = {
    {"file", Window::File}, {"percentile", Window::Percentile}, {"full-range", Window::FullRange}};

struct Arguments {
  std::filesystem::path path;
  bool isJson = false, again = false;
  int threads = 0;
  // What is given replaces what the data set has.
  std::optional<Window> window;
  std::optional<int> fileWindow;  // from 1
  std::optional<bool> preferTable;
  std::optional<double> low, high;
};

DisplayPolicy changed(DisplayPolicy policy, const Arguments& a) {
  policy.window = a.window.value_or(policy.window);
  policy.fileWindow = a.fileWindow ? *a.fileWindow - 1 : policy.fileWindow;
  policy.preferTable = a.preferTable.value_or(policy.preferTable);
  policy.low = a.low.value_or(policy.low);
  policy.high = a.high.value_or(policy.high);
  return displayPolicyFromJson(displayPolicyJson(policy));  // throws where it makes no sense
}

int readImages(const Arguments& a) {
  const StopSignals signals;
  Catalog catalog(catalogFileOf(a.path));
  const DisplayPolicy before = displayPolicyOf(catalog), policy = changed(before, a);
  const bool isOther = displayPolicyJson(policy) != displayPolicyJson(before);
  if (isOther) catalog.setSetting(kDisplayPolicySetting, displayPolicyJson(policy));
  const bool again = a.again || wantsReadingAgain(catalog);
  RecordQuery query;
  query.facets[Facet::Status] = {"usable", "quarantined"};
  const IndexResult result = indexImages(catalog, catalog.find(query), policy, a.threads,
                                         sayTenths(), signals.token(), again);
  if (again) setReadAs(catalog, policy);
  if (a.isJson) {
    printJson({{"display_policy", ordered_json::parse(displayPolicyJson(policy))},
               {"read", result.read},
               {"known", result.known},
               {"quarantined", result.quarantined},
               {"looks_inverted", result.inverted}});
    return 0;
  }
  std::cout << result.read << " images read, " << result.known << " known from before; "
            << result.quarantined << " cannot be used, " << result.inverted
            << " look inverted against their neighbours." << std::endl;
  return 0;
}

}  // namespace

void addCatalogImages(CLI::App& parent, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command = addCatalogCommand(
      parent, "images",
      "Read the records' images: sizes, likeness, polarity, what cannot be used. With one of the "
      "display options, the data set's images are shown and trained on that way from now on.",
      a->path, a->isJson);
  command->add_flag("--again", a->again, "Also those that were read before");
  command->add_option("--threads", a->threads, "Threads; 0: one for each processor")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command
      ->add_option("--window", a->window,
                   "Display: file (its table or window), percentile, full-range")
      ->transform(CLI::CheckedTransformer(kWindows));
  command->add_option("--file-window", a->fileWindow, "Display: which of a file's windows, from 1")
      ->check(CLI::Range(1, 1000));
  command->add_option("--prefer-table", a->preferTable,
                      "Display: a file's VOI table before its windows (true, false)");
  command->add_option("--low", a->low, "Display: percentile that is shown black");
  command->add_option("--high", a->high, "Display: percentile that is shown white");
  command->callback([a, &run] { run = [a] { return readImages(*a); }; });
}

}  // namespace mrm::cli
