// mrm catalog: what a catalogue holds, its splits, checks, history and export.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_bench.h"
#include "app/cli/catalog_commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/export_csv.h"
#include "core/catalog/words.h"
#include "core/sample/sample_catalog.h"

namespace mrm::cli {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

void addCatalog(CLI::App& program, Run& run) {
  CLI::App* command = program.add_subcommand(
      "catalog", "Look at a data set's catalogue, split it, check it, export it.");
  command->require_subcommand(1);
  addCatalogContents(*command, run);
  addCatalogSplits(*command, run);
  addCatalogImages(*command, run);
  addCatalogPolicies(*command, run);
  addCatalogExport(*command, run);
  addCatalogHistory(*command, run);
  addCatalogTrials(*command, run);
}

CLI::App* addCatalogCommand(CLI::App& parent, const std::string& name, const std::string& help,
                            fs::path& path, bool& isJson) {
  CLI::App* command = parent.add_subcommand(name, help);
  command->add_option("catalogue", path, "Catalogue (catalog.db), or the folder with it")
      ->required();
  command->add_flag("--json", isJson, "Print JSON");
  return command;
}

void printJson(const ordered_json& value) {
  // Text of a damaged file may be no UTF-8.
  std::cout << value.dump(2, ' ', false, ordered_json::error_handler_t::replace) << std::endl;
}

void printTable(const std::vector<std::vector<std::string>>& rows) {
  // Characters, not bytes: what does not begin one takes no room.
  const auto widthOf = [](const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
  };
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], widthOf(row[i]));
    }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string space(widths[i] - widthOf(row[i]), ' ');
      line += (i ? "  " : "") + (i ? space + row[i] : row[i] + space);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    std::cout << line << "\n";
  }
}

ProgressSink sayTenths() {
  return [last = std::int64_t{-1}](const Progress& progress) mutable {
    if (progress.total == 0 || progress.done * 10 / progress.total == last) return;
    last = progress.done * 10 / progress.total;
    std::cerr << progress.activity << ": " << progress.done << " of " << progress.total
              << std::endl;
  };
}

void addCatalogExport(CLI::App& parent, Run& run) {
  struct Arguments {
    fs::path path, output = "records.csv";
    bool isJson = false;
    std::vector<std::string> statuses, splits;
    std::string search;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = addCatalogCommand(
      parent, "export", "Write the records as CSV with a dictionary (JSON).", a->path, a->isJson);
  command->add_option("--output", a->output, "Table to write")->capture_default_str();
  command->add_option("--status", a->statuses, "Only these: usable, quarantined, excluded")
      ->check(CLI::IsMember({"usable", "quarantined", "excluded"}));
  command->add_option("--split", a->splits, "Only these: training, validation, test, none")
      ->check(CLI::IsMember({"training", "validation", "test", "none"}));
  command->add_option("--search", a->search, "Only records whose report has these words");
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      const Catalog catalog(catalogFileOf(a->path));
      RecordQuery query;
      query.text = a->search;
      for (const std::string& status : a->statuses) query.facets[Facet::Status].insert(status);
      for (const std::string& split : a->splits)
        query.facets[Facet::Split].insert(split == "none" ? "" : split);
      const ExportedCatalog written =
          exportCatalog(catalog, query, a->output, sayTenths(), signals.token());
      if (a->isJson)
        printJson({{"table", written.csv.string()},
                   {"dictionary", written.dictionary.string()},
                   {"records", written.records}});
      else
        std::cout << written.csv.string() << ": " << written.records
                  << " records; their columns are explained in " << written.dictionary.string()
                  << std::endl;
      return 0;
    };
  });
}

namespace {

ordered_json entryJson(const HistoryEntry& entry) {
  return {{"number", entry.number},   {"what", entry.what}, {"detail", entry.detail},
          {"records", entry.records}, {"time", entry.time}, {"is_undone", entry.isUndone}};
}

std::string entryText(const HistoryEntry& entry) {
  std::string text = entry.what;
  if (!entry.detail.empty()) text += " (" + printable(entry.detail, 100) + ")";
  return text + ": " + std::to_string(entry.records) +
         (entry.records == 1 ? " record" : " records");
}

void addMove(CLI::App& parent, Run& run, bool isUndo) {
  struct Arguments {
    fs::path path;
    bool isJson = false;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command =
      addCatalogCommand(parent, isUndo ? "undo" : "redo",
                        isUndo ? "Take the last edit or import back." : "Do again what was undone.",
                        a->path, a->isJson);
  command->callback([a, isUndo, &run] {
    run = [a, isUndo] {
      Catalog catalog(catalogFileOf(a->path));
      const auto entry = isUndo ? catalog.undo() : catalog.redo();
      if (a->isJson)
        printJson(entry ? entryJson(*entry) : ordered_json(nullptr));
      else if (entry)
        std::cout << (isUndo ? "Undone: " : "Done again: ") << entryText(*entry) << std::endl;
      else
        std::cout << (isUndo ? "There is nothing to undo." : "There is nothing to do again.")
                  << std::endl;
      return entry ? 0 : 1;
    };
  });
}

}  // namespace

void addCatalogHistory(CLI::App& parent, Run& run) {
  struct Arguments {
    fs::path path;
    bool isJson = false;
    std::int64_t most = 100;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = addCatalogCommand(parent, "history", "List edits and imports, newest first.",
                                        a->path, a->isJson);
  command->add_option("--most", a->most, "Entries at most")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command->callback([a, &run] {
    run = [a] {
      const auto entries = Catalog(catalogFileOf(a->path)).history(a->most);
      if (a->isJson) {
        ordered_json list = ordered_json::array();
        for (const HistoryEntry& entry : entries) list.push_back(entryJson(entry));
        printJson(list);
        return 0;
      }
      for (const HistoryEntry& entry : entries)
        std::cout << entry.time << "  " << entryText(entry) << (entry.isUndone ? "  [undone]" : "")
                  << "\n";
      if (entries.empty()) std::cout << "Nothing was done yet.\n";
      std::cout << std::flush;
      return 0;
    };
  });
  addMove(parent, run, true);
  addMove(parent, run, false);
}

void addCatalogTrials(CLI::App& parent, Run& run) {
  struct Generate {
    fs::path file;
    SampleCatalogOptions options;
  };
  auto g = std::make_shared<Generate>();
  CLI::App* generate = parent.add_subcommand(
      "generate", "Make a catalogue of made-up records, to try the program's speed with.");
  generate->add_option("file", g->file, "File to make, or a folder for it")->required();
  generate->add_option("--records", g->options.records, "Number of records")
      ->check(CLI::Range(1, 10'000'000))
      ->capture_default_str();
  generate->add_option("--seed", g->options.seed, "The same seed makes the same records")
      ->capture_default_str();
  generate->callback([g, &run] {
    run = [g] {
      const StopSignals signals;
      Catalog catalog = Catalog::create(catalogFileOf(g->file));
      for (const ImportBatch& batch : makeSampleBatches(g->options, sayTenths(), signals.token()))
        catalog.import(batch, sayTenths(), signals.token());
      std::cout << catalog.file().string() << ": " << catalog.size() << " records (synthetic)"
                << std::endl;
      return 0;
    };
  });

  struct Bench {
    fs::path path;
    bool isJson = false;
  };
  auto b = std::make_shared<Bench>();
  CLI::App* bench =
      addCatalogCommand(parent, "bench", "Measure how fast the catalogue answers; on a copy of it.",
                        b->path, b->isJson);
  bench->callback([b, &run] {
    run = [b] {
      const StopSignals signals;
      const auto timings = benchCatalog(catalogFileOf(b->path), signals.token());
      ordered_json list = ordered_json::array();
      std::vector<std::vector<std::string>> rows = {{"", "first", "median", "limit", ""}};
      const auto ms = [](double value) {
        const auto tenths = static_cast<std::int64_t>(value * 10 + 0.5);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " ms";
      };
      for (const CatalogTiming& timing : timings) {
        list.push_back({{"what", timing.what},
                        {"first_ms", timing.first},
                        {"median_ms", timing.median},
                        {"limit_ms", timing.limit}});
        rows.push_back({timing.what, ms(timing.first), ms(timing.median),
                        timing.limit > 0 ? ms(timing.limit) : "",
                        timing.limit > 0 && timing.first > timing.limit ? "slower" : ""});
      }
      if (b->isJson)
        printJson(list);
      else
        printTable(rows);
      return 0;
    };
  });
}

}  // namespace mrm::cli
