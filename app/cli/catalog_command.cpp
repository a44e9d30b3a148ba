// mrm catalog: what a catalogue holds, its splits, checks, export and history.
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/catalog_bench.h"
#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/catalog/catalog.h"
#include "core/sample/sample_catalog.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

// A catalogue is named by its file or by the folder of its data set.
fs::path catalogFile(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? path / "catalog.db" : path;
}

void print(const ordered_json& value) {
  // Text of a damaged file may be no UTF-8.
  std::cout << value.dump(2, ' ', false, ordered_json::error_handler_t::replace) << std::endl;
}

// Says every tenth of the way on the error output, so that the output stays readable by programs.
ProgressSink tenths() {
  return [last = std::int64_t{-1}](const Progress& progress) mutable {
    if (progress.total == 0 || progress.done * 10 / progress.total == last) return;
    last = progress.done * 10 / progress.total;
    std::cerr << progress.activity << ": " << progress.done << " of " << progress.total
              << std::endl;
  };
}

void addCatalogGenerate(CLI::App& parent, Run& run) {
  struct Arguments {
    fs::path file;
    SampleCatalogOptions options;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = parent.add_subcommand(
      "generate", "Make a catalogue of made-up records, to try the program's speed with.");
  command->add_option("file", a->file, "File to make")->required();
  command->add_option("--records", a->options.records, "Number of records")
      ->check(CLI::Range(1, 10'000'000))
      ->capture_default_str();
  command->add_option("--seed", a->options.seed, "The same seed makes the same records")
      ->capture_default_str();
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      Catalog catalog = Catalog::create(catalogFile(a->file));
      for (const ImportBatch& batch : makeSampleBatches(a->options, tenths(), signals.token()))
        catalog.import(batch, tenths(), signals.token());
      std::cout << catalog.file().string() << ": " << catalog.size() << " records (synthetic)"
                << std::endl;
      return 0;
    };
  });
}

void addCatalogBench(CLI::App& parent, Run& run) {
  struct Arguments {
    fs::path file;
    bool isJson = false;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command =
      parent.add_subcommand("bench", "Measure how fast the catalogue answers; on a copy of it.");
  command->add_option("catalogue", a->file, "Catalogue, or the folder with it")->required();
  command->add_flag("--json", a->isJson, "Print JSON");
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      const auto timings = benchCatalog(catalogFile(a->file), signals.token());
      if (a->isJson) {
        ordered_json list = ordered_json::array();
        for (const CatalogTiming& timing : timings)
          list.push_back({{"what", timing.what},
                          {"first_ms", timing.first},
                          {"median_ms", timing.median},
                          {"limit_ms", timing.limit}});
        print(list);
        return 0;
      }
      std::cout << std::left << std::setw(48) << "" << std::right << std::setw(12) << "first"
                << std::setw(12) << "median" << std::setw(12) << "limit"
                << "\n"
                << std::fixed << std::setprecision(1);
      for (const CatalogTiming& timing : timings) {
        std::cout << std::left << std::setw(48) << timing.what << std::right << std::setw(9)
                  << timing.first << " ms" << std::setw(9) << timing.median << " ms";
        if (timing.limit > 0)
          std::cout << std::setw(9) << timing.limit << " ms"
                    << (timing.first > timing.limit ? "  slower" : "");
        std::cout << "\n";
      }
      std::cout << std::flush;
      return 0;
    };
  });
}

}  // namespace

void addCatalog(CLI::App& program, Run& run) {
  CLI::App* command =
      program.add_subcommand("catalog", "Look at a data set's catalogue, split, check, export.");
  command->require_subcommand(1);
  addCatalogGenerate(*command, run);
  addCatalogBench(*command, run);
}

}  // namespace mrm::cli
