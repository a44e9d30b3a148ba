// mrm reports: the sections of reports, what the model reads of them, and what looks like personal
// data.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/report_counts_text.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/catalog/csv.h"
#include "core/options/cli.h"
#include "core/text/openi_xml.h"
#include "core/text/report_counts.h"
#include "core/text/report_options.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kTextLimit = std::size_t{4} << 20;   // bytes of a text file
constexpr std::size_t kTableLimit = std::size_t{1} << 30;  // bytes of a table
constexpr std::size_t kMostProblemsShown = 20;

struct Arguments {
  std::vector<fs::path> paths;
  std::string column;
  bool isJson = false;
  ReportOptions options;
  OptionSet set;
};

std::string extensionOf(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return extension;
}

// The report files below a folder, in the order of their names.
std::vector<fs::path> filesBelow(const fs::path& folder, bool withTables) {
  std::vector<fs::path> files;
  std::error_code code;
  fs::recursive_directory_iterator it(folder, code), end;
  for (; !code && it != end; it.increment(code)) {
    const std::string extension = extensionOf(it->path());
    const bool isTable = extension == ".csv" || extension == ".tsv";
    if (extension != ".txt" && extension != ".xml" && !(isTable && withTables)) continue;
    std::error_code ignored;
    if (it->is_regular_file(ignored)) files.push_back(it->path());
  }
  if (code) throwFileError(code.value(), folder, "reading the folder");
  if (files.empty()) throw Error("holds no .txt or .xml file", folder.string());
  std::sort(files.begin(), files.end());
  return files;
}

class ReportsCommand {
 public:
  explicit ReportsCommand(const Arguments& arguments)
      : a_(arguments), policy_(arguments.options.policy()) {}

  int run() {
    for (const fs::path& path : a_.paths) {
      attempt(path, [&] {
        if (!fs::is_directory(path)) return readAny(path);
        for (const fs::path& file : filesBelow(path, !a_.column.empty()))
          attempt(file, [&] { readAny(file); });
      });
    }
    if (!a_.isJson) printSummary();
    return problems_.empty() && problemCount_ == 0 ? 0 : 1;
  }

 private:
  // Whatever happens with one file, the others are read.
  template <class Read>
  void attempt(const fs::path& path, const Read& read) {
    if (signals_.token().stop_requested()) throw Stopped();
    std::string problem;
    try {
      return read();
    } catch (const Stopped&) {
      throw;
    } catch (const Error& error) {
      problem = error.problem();
    } catch (const std::exception& error) {
      problem = error.what();
    }
    ++problemCount_;
    if (a_.isJson)
      print({{"file", path.string()}, {"error", problem}});
    else if (problems_.size() < kMostProblemsShown)
      problems_.push_back(printable(path.string(), 4096) + ": " + printable(problem, 1000));
  }

  void readAny(const fs::path& file) {
    if (fs::exists(file) && !fs::is_regular_file(file))
      throw Error("is no regular file", file.string());
    const std::string extension = extensionOf(file);
    if (extension == ".csv" || extension == ".tsv") return readTable(file);
    Json what{{"file", file.string()}};
    if (extension != ".xml") return readReport(readFile(file, kTextLimit), what);
    const OpenIReport report = readOpenI(file);
    what["id"] = report.id;
    what["report"] = report.text;  // what the places below refer to
    readReport(report.text, what);
  }

  void readTable(const fs::path& file) {
    const CsvTable table = parseCsv(readFile(file, kTableLimit), file.string());
    const std::size_t column =
        table.column(a_.column.empty() ? "report" : a_.column, file.string());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (signals_.token().stop_requested()) throw Stopped();
      readReport(table.rows[row][column], {{"file", file.string()}, {"line", table.lines[row]}});
    }
  }

  void readReport(const std::string& report, Json what) {
    const ReportSections parsed = parseReport(report);
    const ModelText text = modelText(report, parsed, policy_);
    const std::vector<PersonalData> personal = findPersonalData(report);
    counts_.add(parsed, text, policy_, personal);
    if (!a_.isJson) return;
    what["sections"] = Json::array();
    for (const ReportSection& section : parsed.sections)
      what["sections"].push_back({{"kind", sectionName(section.kind)},
                                  {"heading", section.heading},
                                  {"text", section.text},
                                  {"begin", section.body.begin},
                                  {"end", section.body.end}});
    const bool isRead = text.exclusion == ReportExclusion::None;
    what["model_text"] = text.text;
    what["read"] = text.sections;
    what["fallback"] =
        text.fallback ? Json(choiceText(policy_.fallbacks[*text.fallback])) : Json(nullptr);
    what["excluded"] = isRead ? Json(nullptr) : Json(text.reason);
    what["personal_data"] = Json::array();
    for (const PersonalData& data : personal)
      what["personal_data"].push_back({{"kind", personalDataName(data.kind)},
                                       {"text", data.range.of(report)},
                                       {"begin", data.range.begin},
                                       {"end", data.range.end},
                                       {"reason", data.reason}});
    print(what);
  }

  // A line of JSON.
  static void print(const Json& json) {
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }

  void printSummary() const {
    printReportCounts(counts_, policy_);
    if (problemCount_ == 0) return;
    std::cerr << "\ncould not be read: " << problemCount_ << "\n";
    for (const std::string& problem : problems_) std::cerr << "  " << problem << "\n";
    if (problemCount_ > problems_.size())
      std::cerr << "  and " << problemCount_ - problems_.size() << " more\n";
  }

  const Arguments& a_;
  const ReportPolicy policy_;
  const StopSignals signals_;
  ReportCounts counts_;
  std::vector<std::string> problems_;
  std::size_t problemCount_ = 0;
};

}  // namespace

void addReports(CLI::App& program, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "reports",
      "Count the sections of reports, what the model reads of them and what looks like personal "
      "data.");
  command
      ->add_option("paths", a->paths,
                   "Reports: text files, Open-I files (.xml), tables (.csv), or folders of them")
      ->required();
  command->add_flag("--json", a->isJson,
                    "One JSON object a line for each report: its sections, the text the model "
                    "reads or why it is left out, and what looks like personal data");
  command->add_option(
      "--column", a->column,
      "Column of a table that holds the reports (report, if not given); in folders, "
      "tables are read only when it is given");
  a->options.declare(a->set);
  bindToCommandLine(a->set, *command);
  command->callback([a, &run] { run = [a] { return ReportsCommand(*a).run(); }; });
}

}  // namespace mrm::cli
