// mrm bench pretrain: speed, alone or against another command that prints images/s.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <regex>

#include "app/cli/bench_index.h"
#include "app/cli/commands.h"
#include "core/base/error.h"
#include "core/train/bench.h"

namespace mrm::cli {
namespace {

struct Arguments {
  PretrainOptions options;
  std::int64_t vocabulary = 30000, steps = 5, rounds = 1;
  std::string against;
};

// The number before "images/s" in what the command prints, after the word "median" where there is
// one.
double imagesPerSecondOf(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  if (!pipe) throw Error("cannot be started", command);
  std::string output;
  std::array<char, 4096> buffer;
  while (std::fgets(buffer.data(), buffer.size(), pipe.get())) output += buffer.data();
  std::smatch match;
  if (!std::regex_search(output, match, std::regex("([0-9.]+) images/s")))
    throw Error("printed no images/s", command, "It printed: " + output);
  return std::stod(match[1]);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int benchmark(const Arguments& a) {
  std::vector<double> own, other;
  for (std::int64_t round = 0; round < a.rounds; ++round) {
    const BenchResult result = benchPretrain(a.options, a.vocabulary, a.steps);
    std::printf(
        "%s, %lld million parameters, batch %lld: median %.3f images/s, best %.3f, %.0f GFLOP/s, "
        "peak memory %.1f GB\n",
        result.device.c_str(), static_cast<long long>(result.parameters / 1000000),
        static_cast<long long>(a.options.recipe.batch), result.imagesPerSecond,
        result.bestImagesPerSecond, result.floatingPointRate / 1e9, result.peakMemory / 1e9);
    std::fflush(stdout);
    own.push_back(result.imagesPerSecond);
    if (a.against.empty()) continue;
    other.push_back(imagesPerSecondOf(a.against));
    std::printf("%s: %.3f images/s; ratio %.2f\n", a.against.c_str(), other.back(),
                own.back() / other.back());
    std::fflush(stdout);
  }
  if (a.rounds > 1 && !other.empty())
    std::printf("medians of %lld rounds: %.3f against %.3f images/s, ratio %.2f\n",
                static_cast<long long>(a.rounds), median(own), median(other),
                median(own) / median(other));
  return 0;
}

}  // namespace

void addBench(CLI::App& program, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* bench = program.add_subcommand("bench", "Measure speed.");
  bench->require_subcommand(1);
  CLI::App* command =
      bench->add_subcommand("pretrain", "Optimizer steps a second with synthetic records.");
  PretrainOptions& o = a->options;
  o.recipe.batch = 8;
  command->add_option("--size", o.model.size, "Model size: tiny, small, base, large")
      ->check(CLI::IsMember({"tiny", "small", "base", "large"}))
      ->capture_default_str();
  command->add_option("--batch", o.recipe.batch)
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  command->add_option("--threads", o.run.threads, "0: one a core")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command->add_option("--precision", o.run.precision)
      ->check(CLI::IsMember({"auto", "fp32", "bf16"}))
      ->capture_default_str();
  command->add_option("--device", o.run.device)
      ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
      ->capture_default_str();
  command->add_option("--report-loss", o.masking.reportLoss)
      ->check(CLI::IsMember({"masked", "all"}))
      ->capture_default_str();
  command->add_option("--vocabulary", a->vocabulary, "Word pieces")
      ->check(CLI::Range(10, 1000000))
      ->capture_default_str();
  command->add_option("--steps", a->steps, "Counted steps")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command->add_option("--rounds", a->rounds, "Repetitions, in turn with --against")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--against", a->against,
                      "Command to run in turn, which prints the number of its images/s");
  command->callback([a, &run] { run = [a] { return benchmark(*a); }; });
  addBenchIndex(*bench, run);
}

}  // namespace mrm::cli
