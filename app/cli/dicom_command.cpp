// mrm dicom: what DICOM files hold, as a table, as JSON or tag by tag.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/commands.h"
#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/dicom/dicom_header.h"
#include "core/dicom/dicom_image.h"
#include "core/dicom/pixel_report.h"
#include "core/dicom/tag_list.h"
#include "core/image/display.h"

namespace mrm::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
  std::vector<std::filesystem::path> files;
  std::int64_t frame = 0;  // from 1; 0: all
  bool isJson = false, hasTags = false;
  std::string words;

  std::optional<std::int64_t> index() const {
    return frame > 0 ? std::optional(frame - 1) : std::nullopt;
  }
};

// A line of JSON.
void print(const Json& report) {
  std::cout << report.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

// How the display values of the frame, or of the first one, come about. Some pixels can be read but
// not shown, which is no failure of the file.
void addDisplay(const dicom::DicomFile& file, const dicom::StoredPixels& pixels, const Arguments& a,
                Json& report) {
  try {
    const StoredImage image = dicom::storedImageOf(file, pixels, a.index().value_or(0));
    report["display"] = toDisplay(image, {}).audit;
    if (!image.notices.empty()) report["notices"] = image.notices;
  } catch (const Error& error) {
    report["display_error"] = error.problem();
  }
}

void printJson(const std::filesystem::path& path, const Arguments& a) {
  const auto file = dicom::DicomFile::open(path);
  const dicom::StoredPixels pixels = dicom::readStoredPixels(file, a.index());
  Json report{{"file", path.string()}};
  report.update(dicom::pixelReport(pixels));
  report["transfer_syntax"] = file.transferSyntax().uid;
  addDisplay(file, pixels, a, report);
  print(report);
}

void printRow(const std::filesystem::path& path, const Arguments& a) {
  const auto file = dicom::DicomFile::open(path);
  const Json r = dicom::pixelReport(dicom::readStoredPixels(file, a.index()));
  const dicom::DicomHeader header = dicom::headerOf(file);
  std::string size;
  for (const auto& length : r["shape"]) size += (size.empty() ? "" : " x ") + length.dump();
  std::printf("%s: %s %s, %s to %s, mean %.1f, %s, %s, %s%s%s\n",
              printable(path.string(), 4096).c_str(), size.c_str(),
              r["dtype"].get<std::string>().c_str(), r["min"].dump().c_str(),
              r["max"].dump().c_str(), r["mean"].is_number() ? r["mean"].get<double>() : 0.0,
              r["photometric"].get<std::string>().c_str(), file.transferSyntax().name.c_str(),
              printable(header.modality).c_str(), header.modality.empty() ? "" : " ",
              printable(dicom::viewOf(header).name).c_str());
}

void printTags(const std::filesystem::path& path, const Arguments& a) {
  const auto file = dicom::DicomFile::open(path);
  if (a.files.size() > 1) std::printf("%s\n", printable(path.string(), 4096).c_str());
  for (const dicom::TagRow& row : dicom::tagList(file))
    if (dicom::matches(row, a.words))
      std::printf("%*s%s %-2s %s  %s\n", 2 * row.level, "", row.number().c_str(), row.vr.c_str(),
                  row.name.c_str(), row.value.c_str());
  if (!file.damage().empty()) throw Error(file.damage(), file.name());
}

// Whatever happens with one file, the others are read.
bool report(const std::filesystem::path& path, const Arguments& a) {
  std::string problem;
  try {
    if (a.isJson)
      printJson(path, a);
    else if (a.hasTags)
      printTags(path, a);
    else
      printRow(path, a);
    return true;
  } catch (const Error& error) {
    problem = error.problem();
  } catch (const std::exception& error) {
    problem = error.what();
  }
  std::fflush(stdout);
  if (a.isJson)
    print({{"file", path.string()}, {"error", problem}});
  else
    std::cerr << printable(path.string(), 4096) << ": " << printable(problem, 1000) << std::endl;
  return false;
}

}  // namespace

void addDicom(CLI::App& program, Run& run) {
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "dicom", "Say what DICOM files hold: size, type and figures of their stored pixels.");
  command->add_option("files", a->files, "DICOM files")->required();
  command->add_option("--frame", a->frame, "One frame of each file, from 1; all of them if 0")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 31))
      ->capture_default_str();
  CLI::Option* json = command->add_flag(
      "--json", a->isJson,
      "One JSON object a line for each file: shape, type, min, max, mean and SHA-256 of the stored "
      "pixels, and how they are shown; or why they cannot be read");
  command->add_flag("--tags", a->hasTags, "List the data elements instead")->excludes(json);
  command->add_option("--find", a->words, "With --tags: those that have all of these words");
  command->callback([a, &run] {
    run = [a] {
      bool isGood = true;
      for (const auto& file : a->files) isGood = report(file, *a) && isGood;
      return isGood ? 0 : 1;
    };
  });
}

}  // namespace mrm::cli
