// metrics.jsonl: one JSON object a line, append-only; a torn last line is dropped on reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/run/append_file.h"
#include "core/run/line_follower.h"

namespace mrm {

struct MetricRow {
  std::int64_t step = 0;
  double epoch = 0;
  double time = 0;                       // seconds since the Unix epoch
  std::map<std::string, double> values;  // "image_loss", "report_loss", "loss", "learning_rate",
                                         // "gradient_norm", "images_per_second", "data_wait";
                                         // "validation_image_loss", "validation_report_loss", …
};

class MetricsWriter {
 public:
  // Opens for appending. On resume, rows with a step above `lastStep` are cut off first, atomically
  // (they belong to steps that will be run again), as is a torn last line; lastStep < 0 keeps no
  // row.
  MetricsWriter(const std::filesystem::path& file, std::int64_t lastStep);
  void write(const MetricRow& row);  // one write() of a whole line; NaN and infinity are left out

 private:
  AppendFile out_;
};

// Follows a growing file: each poll() returns the rows that were completed since the last.
class MetricsReader {
 public:
  static constexpr std::size_t kBytesAtOnce = std::size_t{64} << 20;
  explicit MetricsReader(std::filesystem::path file, std::size_t bytesAtOnce = kBytesAtOnce);
  // Empty when nothing is new or the file is not there yet. Malformed lines are skipped and
  // counted. When the file was cut (a resume), returns all rows anew and sets restarted() until the
  // next poll. One poll reads at most `bytesAtOnce`: of a longer file, the next poll gives the next
  // rows.
  std::vector<MetricRow> poll();
  bool restarted() const { return lines_.restarted(); }
  bool atEnd() const { return lines_.atEnd(); }  // the last poll() gave all there was
  std::int64_t malformedLines() const { return malformedJson_ + lines_.overlongLines(); }

 private:
  LineFollower lines_;
  std::int64_t malformedJson_ = 0;
};

}  // namespace mrm
