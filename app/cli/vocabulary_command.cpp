// mrm vocabulary: a WordPiece vocabulary from the reports of a table, and how well one fits them.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/catalog/records.h"
#include "core/options/cli.h"
#include "core/text/report_options.h"
#include "core/text/vocabulary_report.h"
#include "core/text/vocabulary_trainer.h"

namespace mrm::cli {
namespace {

struct Table {
  std::filesystem::path records;
  ColumnMapping columns;
  ReportOptions report;
  OptionSet set;

  Table() {  // as pre-training on a table reads them
    report.sections = "all";
    report.fallbacks = "";
    report.blanks = "keep";
    report.dropListNumbers = false;
  }
};

struct Arguments {
  Table table;
  std::filesystem::path output = "tokenizer.json";
  VocabularyOptions options;
};

struct InspectArguments {
  Table table;
  std::filesystem::path tokenizer = "tokenizer.json";
  VocabularyReportOptions options;
};

CLI::Option* addTable(CLI::App& command, Table& table) {
  CLI::Option* records =
      command.add_option("--records", table.records, "Table (CSV) of the records");
  command.add_option("--image-column", table.columns.image)->capture_default_str();
  command.add_option("--report-column", table.columns.report)->capture_default_str();
  command.add_option("--patient-column", table.columns.patient)->capture_default_str();
  table.report.declare(table.set);
  bindToCommandLine(table.set, command);
  return records;
}

// What the model reads of the table's reports.
std::vector<std::string> readTexts(const Table& from) {
  const ReportPolicy policy = from.report.policy();
  const RecordTable table = readRecords(from.records, from.columns);
  std::vector<std::string> texts;
  for (const Record& record : table.records) {
    ModelText text = modelText(record.report, policy);
    if (text.exclusion == ReportExclusion::None) texts.push_back(std::move(text.text));
  }
  std::cout << "reports: " << texts.size() << ", left out: " << table.records.size() - texts.size()
            << ", rejected records: " << table.rejected.size() << std::endl;
  return texts;
}

int make(const Arguments& a) {
  const StopSignals signals;
  const std::vector<std::string> texts = readTexts(a.table);
  writeFileAtomically(a.output, trainVocabulary(texts, a.options, {}, signals.token()));
  std::cout << "written: " << a.output.string() << std::endl;
  return 0;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string line;
  for (const std::string& piece : pieces) line += (line.empty() ? "" : " ") + piece;
  return printable(line, 400);
}

void printWords(const char* title, const std::vector<WordSplit>& words) {
  if (words.empty()) return;
  std::printf("\n%s\n", title);
  for (const WordSplit& word : words)
    std::printf("  %9lld  %-28s %s\n", static_cast<long long>(word.count),
                printable(word.word, 100).c_str(), joined(word.pieces).c_str());
}

int inspect(const InspectArguments& a) {
  const StopSignals signals;
  const Tokenizer tokenizer = Tokenizer::fromFile(a.tokenizer);
  const std::vector<std::string> texts = readTexts(a.table);
  const VocabularyReport report =
      inspectVocabulary(tokenizer, texts, a.options, {}, signals.token());
  const auto number = [](std::int64_t n) { return static_cast<long long>(n); };
  std::printf(
      "%s: %lld pieces\n"
      "words                     %lld, %lld different\n"
      "coverage                  %.2f%% of the words are one piece, %.2f%% of the different ones\n"
      "unknown                   %.3f%% of the words, %lld different ones\n"
      "pieces a word             %.3f\n"
      "pieces a report           median %lld, longest %lld\n"
      "longer than %-4lld tokens   %lld reports\n"
      "pieces that are not used  %lld\n",
      printable(a.tokenizer.string(), 4096).c_str(), number(report.vocabularySize),
      number(report.words), number(report.distinctWords), 100 * report.coverage(),
      report.distinctWords == 0 ? 100.0
                                : 100.0 * static_cast<double>(report.distinctWholeWords) /
                                      static_cast<double>(report.distinctWords),
      100 * report.unknownRate(), number(report.distinctUnknownWords), report.piecesPerWord(),
      number(report.medianPieces), number(report.longestPieces), number(a.options.length),
      number(report.cutTexts), number(report.unusedPieces));
  printWords("most frequent words that are split", report.frequentSplits);
  printWords("longest splits", report.longestSplits);
  printWords("unknown words", report.unknown);
  if (!report.examples.empty()) std::printf("\nreports that are split the most\n");
  for (const TextSplit& example : report.examples)
    std::printf("  %s\n", joined(example.pieces).c_str());
  if (!report.unusedExamples.empty())
    std::printf("\npieces that are not used\n  %s\n", joined(report.unusedExamples).c_str());
  std::fflush(stdout);
  return 0;
}

}  // namespace

void addVocabulary(CLI::App& program, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "vocabulary", "Make a WordPiece vocabulary (tokenizer.json) from the reports of a table.");
  command->require_subcommand(0, 1);
  addTable(*command, a->table);
  command->add_option("--output", a->output, "File to write")->capture_default_str();
  command->add_option("--size", a->options.size, "Word pieces")
      ->check(CLI::Range(100, 1000000))
      ->capture_default_str();

  auto b = std::make_shared<InspectArguments>();
  CLI::App* inspection =
      command->add_subcommand("inspect", "Say how well a vocabulary fits the reports of a table.");
  addTable(*inspection, b->table)->required();
  inspection->add_option("--tokenizer", b->tokenizer, "The vocabulary (tokenizer.json)")
      ->capture_default_str();
  inspection->add_option("--most", b->options.most, "Longest list of words to print")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  inspection->add_option("--examples", b->options.examples, "Reports to print")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  inspection->add_option("--report-length", b->options.length, "Tokens that the model reads")
      ->check(CLI::Range(2, 100000))
      ->capture_default_str();

  inspection->callback([b, &run] { run = [b] { return inspect(*b); }; });
  command->callback([command, a, &run] {
    if (!command->get_subcommands().empty()) return;
    if (a->table.records.empty()) throw CLI::RequiredError("--records");
    run = [a] { return make(*a); };
  });
}

}  // namespace mrm::cli
