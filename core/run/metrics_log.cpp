#include "core/run/metrics_log.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "core/base/files.h"

namespace mrm {
namespace {

using nlohmann::json;

constexpr std::size_t kMostValues = 1000;  // in one row

bool isReserved(const std::string& name) {
  return name == "step" || name == "epoch" || name == "time";
}

std::optional<MetricRow> parseRow(const std::string& line) {
  const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object() || object.size() > kMostValues) return std::nullopt;
  const auto step = object.find("step");
  if (step == object.end() || !step->is_number_integer()) return std::nullopt;
  MetricRow row;
  row.step = step->get<std::int64_t>();
  if (row.step < 0) return std::nullopt;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_number()) continue;
    const auto number = value.get<double>();
    if (name == "epoch")
      row.epoch = number;
    else if (name == "time")
      row.time = number;
    else if (name != "step")
      row.values[name] = number;
  }
  return row;
}

// Removes the rows above lastStep and a torn last line; leaves the file alone when there are none.
std::filesystem::path cutAfter(const std::filesystem::path& file, std::int64_t lastStep) {
  LineFollower lines(file);
  std::string kept;
  bool isCut = false;
  do {
    for (const std::string& line : lines.poll()) {
      const std::optional<MetricRow> row = parseRow(line);
      const bool keep = lastStep >= 0 && (!row || row->step <= lastStep);
      if (keep) kept += line + "\n";
      isCut = isCut || !keep;
    }
  } while (!lines.atEnd());
  if (isCut || lines.isTorn() || lines.overlongLines() > 0) writeFileAtomically(file, kept);
  return file;
}

}  // namespace

MetricsWriter::MetricsWriter(const std::filesystem::path& file, std::int64_t lastStep)
    : out_(cutAfter(file, lastStep)) {}

void MetricsWriter::write(const MetricRow& row) {
  nlohmann::ordered_json object;
  object["step"] = row.step;
  if (std::isfinite(row.epoch)) object["epoch"] = row.epoch;
  if (std::isfinite(row.time)) object["time"] = row.time;
  for (const auto& [name, value] : row.values) {
    if (isReserved(name)) throw std::logic_error("a metric cannot be named " + name);
    if (std::isfinite(value)) object[name] = value;
  }
  out_.append(object.dump() + "\n");
}

MetricsReader::MetricsReader(std::filesystem::path file, std::size_t bytesAtOnce)
    : lines_(std::move(file), {.pollBytes = bytesAtOnce}) {}

std::vector<MetricRow> MetricsReader::poll() {
  std::vector<MetricRow> rows;
  const std::vector<std::string> lines = lines_.poll();
  if (lines_.restarted()) malformedJson_ = 0;
  for (const std::string& line : lines) {
    if (std::optional<MetricRow> row = parseRow(line))
      rows.push_back(std::move(*row));
    else
      ++malformedJson_;
  }
  return rows;
}

}  // namespace mrm
