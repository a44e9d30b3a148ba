// mrm vocabulary: a WordPiece vocabulary from the reports of a table.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/files.h"
#include "core/catalog/records.h"
#include "core/text/vocabulary_trainer.h"

namespace mrm::cli {

void addVocabulary(CLI::App& program, Run& run) {
  struct Arguments {
    std::filesystem::path records, output = "tokenizer.json";
    ColumnMapping columns;
    VocabularyOptions options;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "vocabulary", "Make a WordPiece vocabulary (tokenizer.json) from the reports of a table.");
  command->add_option("--records", a->records, "Table (CSV) of the records")->required();
  command->add_option("--output", a->output, "File to write")->capture_default_str();
  command->add_option("--image-column", a->columns.image)->capture_default_str();
  command->add_option("--report-column", a->columns.report)->capture_default_str();
  command->add_option("--patient-column", a->columns.patient)->capture_default_str();
  command->add_option("--size", a->options.size, "Word pieces")
      ->check(CLI::Range(100, 1000000))
      ->capture_default_str();
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      const RecordTable table = readRecords(a->records, a->columns);
      std::vector<std::string> reports;
      for (const Record& record : table.records) reports.push_back(record.report);
      writeFileAtomically(a->output, trainVocabulary(reports, a->options, {}, signals.token()));
      std::cout << a->output.string() << ": made from " << reports.size() << " reports, "
                << table.rejected.size() << " records were rejected" << std::endl;
      return 0;
    };
  });
}

}  // namespace mrm::cli
