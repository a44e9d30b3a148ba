#include "app/cli/bench_index.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "core/base/error.h"
#include "core/dicom/dicom_header.h"

namespace mrm::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  fs::path folder;
  std::string against;
  std::int64_t rounds = 3;
};

std::vector<fs::path> filesUnder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Those that are DICOM files with a preamble: what pydicom reads without being forced to.
std::vector<fs::path> dicomFilesUnder(const fs::path& folder) {
  std::vector<fs::path> files = filesUnder(folder);
  std::erase_if(files, [](const fs::path& file) {
    std::array<char, 132> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    return !std::equal(start.begin() + 128, start.end(), "DICM");
  });
  return files;
}

// Files a second of one thread.
double ownRate(const std::vector<fs::path>& files) {
  std::size_t unreadable = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const fs::path& file : files) {
    try {
      dicom::readDicomHeader(file);
    } catch (const Error&) {
      ++unreadable;
    }
  }
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  if (unreadable == files.size()) throw Error("none of the files can be read");
  return static_cast<double>(files.size()) / time.count();
}

// The same files read by pydicom's dcmread(stop_before_pixels=True), in the Python interpreter
// `python`. It reads their names from standard input.
double pydicomRate(const std::vector<fs::path>& files, const std::string& python) {
  constexpr const char* kProgram = R"(
import sys, time, warnings, logging
import pydicom
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
names = open(sys.argv[1], encoding="utf-8", errors="surrogateescape").read().split("\0")[:-1]
def read_all():
    for name in names:
        try:
            pydicom.dcmread(name, stop_before_pixels=True)
        except Exception:
            pass
read_all()  # what is set up once
start = time.perf_counter()
read_all()
print(len(names) / (time.perf_counter() - start))
)";
  const fs::path list = fs::temp_directory_path() / ("mrm-bench-" + std::to_string(std::rand()));
  const fs::path script = list.string() + ".py";
  {
    std::ofstream names(list, std::ios::binary);
    for (const fs::path& file : files) names << file.string() << '\0';
    std::ofstream(script) << kProgram;
  }
  const std::string command = "'" + python + "' '" + script.string() + "' '" + list.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string output;
  std::array<char, 256> buffer{};
  while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get())) output += buffer.data();
  std::error_code ignored;
  fs::remove(list, ignored);
  fs::remove(script, ignored);
  const double rate = std::atof(output.c_str());
  if (!(rate > 0)) throw Error("cannot read with pydicom", python, "Name a Python that has it.");
  return rate;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int benchmark(const Arguments& a) {
  const std::vector<fs::path> files = dicomFilesUnder(a.folder);
  if (files.empty()) throw Error("holds no DICOM files", a.folder.string());
  ownRate(files);  // once for the file cache
  std::vector<double> own, other;
  for (std::int64_t round = 0; round < a.rounds; ++round) {
    own.push_back(ownRate(files));
    std::printf("%zu files, one thread: %.0f files/s, %.4f ms a file\n", files.size(), own.back(),
                1000 / own.back());
    if (!a.against.empty()) {
      other.push_back(pydicomRate(files, a.against));
      std::printf("pydicom: %.0f files/s, %.4f ms a file; ratio %.1f\n", other.back(),
                  1000 / other.back(), own.back() / other.back());
    }
    std::fflush(stdout);
  }
  if (!other.empty())
    std::printf("medians of %lld rounds: %.0f against %.0f files/s, ratio %.1f\n",
                static_cast<long long>(a.rounds), median(own), median(other),
                median(own) / median(other));
  return 0;
}

}  // namespace

void addBenchIndex(CLI::App& bench, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command =
      bench.add_subcommand("index", "Headers of DICOM files read a second, by one thread.");
  command->add_option("folder", a->folder, "Folder with DICOM files, read with all below it")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--rounds", a->rounds, "Repetitions, in turn with --against")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--against", a->against,
                      "A Python interpreter whose pydicom reads the same headers in turn");
  command->callback([a, &run] { run = [a] { return benchmark(*a); }; });
}

}  // namespace mrm::cli
