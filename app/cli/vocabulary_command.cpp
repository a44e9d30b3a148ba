// mrm vocabulary: a WordPiece vocabulary from the reports of a table or a catalogue, and how well
// one fits them.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/catalog/catalog_records.h"
#include "core/options/cli.h"
#include "core/text/report_options.h"
#include "core/text/vocabulary_report.h"
#include "core/text/vocabulary_trainer.h"

namespace mrm::cli {
namespace {

// Where the reports come from.
struct Source {
  std::filesystem::path records, catalog;  // one of them
  ColumnMapping columns;
  double validationShare = 0;
  std::uint64_t seed = 1;
  ReportOptions report;
  OptionSet set;

  Source() {  // as pre-training on a table reads them
    report.sections = "all";
    report.fallbacks = "";
    report.blanks = "keep";
    report.dropListNumbers = false;
  }
};

struct Arguments {
  Source source;
  std::filesystem::path output = "tokenizer.json";
  VocabularyOptions options;
};

struct InspectArguments {
  Source source;
  std::filesystem::path tokenizer = "tokenizer.json";
  VocabularyReportOptions options;
};

void addSource(CLI::App& command, Source& source) {
  CLI::Option* records =
      command.add_option("--records", source.records, "Table (CSV) of the records");
  command
      .add_option("--catalog", source.catalog,
                  "Catalogue (catalog.db, or the folder with it): its training split, read as it "
                  "says; the options of the report are for tables")
      ->excludes(records);
  command.add_option("--image-column", source.columns.image)->capture_default_str();
  command.add_option("--report-column", source.columns.report)->capture_default_str();
  command.add_option("--patient-column", source.columns.patient)->capture_default_str();
  command
      .add_option("--validation-share", source.validationShare,
                  "Share of the patients that are held back, as in pre-training, where no split "
                  "says who")
      ->check(CLI::Range(0.0, 0.9))
      ->capture_default_str();
  command.add_option("--seed", source.seed, "Decides who is held back")->capture_default_str();
  source.report.declare(source.set);
  bindToCommandLine(source.set, command);
}

bool isGiven(const Source& source) {
  return !source.records.empty() || !source.catalog.empty();
}

std::vector<std::string> trainingReports(RecordTable& table, const PatientSplit& split) {
  std::vector<std::string> reports;
  for (const std::size_t i : split.training) reports.push_back(std::move(table.records[i].report));
  return reports;
}

std::vector<std::string> readTable(const Source& source) {
  const ReportPolicy policy = source.report.policy();
  RecordTable table = readRecords(source.records, source.columns);
  const PatientSplit split = splitByPatient(table.records, source.validationShare, source.seed);
  std::vector<std::string> texts;
  std::size_t leftOut = 0;
  for (const std::string& report : trainingReports(table, split)) {
    ModelText text = modelText(report, policy);
    if (text.exclusion == ReportExclusion::None)
      texts.push_back(std::move(text.text));
    else
      ++leftOut;
  }
  std::cout << "reports: " << texts.size() << ", left out: " << leftOut
            << ", held back: " << split.validation.size()
            << ", rejected records: " << table.rejected.size() << std::endl;
  return texts;
}

std::vector<std::string> readCatalogue(const Source& source, std::stop_token stop) {
  if (source.report.policy() != Source().report.policy())
    throw Error("a catalogue has its own choice of what is read of its reports", "report.sections",
                "Leave the options of the report away.");
  const Catalog catalog(catalogFileOf(source.catalog));
  CatalogRecords read = readCatalogRecords(catalog, stop);
  std::vector<std::string> notes;
  const PatientSplit split =
      sidesOf(read.table.records, read.splits, source.validationShare, source.seed, notes);
  for (const std::string& note : notes) std::cout << note << std::endl;
  std::cout << "reports: " << split.training.size()
            << ", not of the training split: " << read.table.records.size() - split.training.size()
            << ", rejected records: " << read.table.rejected.size() << std::endl;
  return trainingReports(read.table, split);
}

// What the model reads of the reports that it is trained on.
std::vector<std::string> readTexts(const Source& source, std::stop_token stop) {
  return source.catalog.empty() ? readTable(source) : readCatalogue(source, std::move(stop));
}

int make(const Arguments& a) {
  const StopSignals signals;
  const std::vector<std::string> texts = readTexts(a.source, signals.token());
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
  const std::vector<std::string> texts = readTexts(a.source, signals.token());
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
      "vocabulary",
      "Make a WordPiece vocabulary (tokenizer.json) from the reports of a table or a catalogue.");
  command->require_subcommand(0, 1);
  addSource(*command, a->source);
  command->add_option("--output", a->output, "File to write")->capture_default_str();
  command->add_option("--size", a->options.size, "Word pieces")
      ->check(CLI::Range(100, 1000000))
      ->capture_default_str();

  auto b = std::make_shared<InspectArguments>();
  CLI::App* inspection = command->add_subcommand(
      "inspect", "Say how well a vocabulary fits the reports of a table or a catalogue.");
  addSource(*inspection, b->source);
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

  inspection->callback([b, &run] {
    if (!isGiven(b->source)) throw CLI::RequiredError("--records or --catalog");
    run = [b] { return inspect(*b); };
  });
  command->callback([command, a, &run] {
    if (!command->get_subcommands().empty()) return;
    if (!isGiven(a->source)) throw CLI::RequiredError("--records or --catalog");
    run = [a] { return make(*a); };
  });
}

}  // namespace mrm::cli
