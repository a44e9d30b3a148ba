// log.txt: what a worker tells people, a line a message; written by the worker, followed by the
// window.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/append_file.h"
#include "core/run/line_follower.h"

namespace mrm {

enum class LogLevel { Info, Warning, Error };
std::string_view toString(LogLevel level);  // "INFO", "WARNING", "ERROR"

struct LogLine {
  std::string time;  // "2026-11-25T03:40:12Z"; empty for a line that this program did not write
  LogLevel level = LogLevel::Info;
  std::string text;
};

// Appends "2026-11-25T03:40:12Z  INFO     text". From any thread; every line is handed to the
// system at once. A log that cannot be written (disk full) never stops a run: the line is lost.
class RunLog {
 public:
  using Echo = std::function<void(const LogLine&)>;  // called for every line, one at a time

  explicit RunLog(const std::filesystem::path& file, Echo echo = {});  // throws Error
  void info(std::string_view text) { write(LogLevel::Info, text); }
  void warning(std::string_view text) { write(LogLevel::Warning, text); }
  void error(std::string_view text) { write(LogLevel::Error, text); }

 private:
  // Line breaks and other control characters in the text become spaces.
  void write(LogLevel level, std::string_view text);

  std::mutex mutex_;
  AppendFile out_;
  Echo echo_;
};

// Follows a growing log. Of a long one the last 256 KiB are read, so that memory and time stay
// bounded.
class LogReader {
 public:
  explicit LogReader(std::filesystem::path file);
  // The lines completed since the last call; empty when there are none or the file is not there
  // yet.
  std::vector<LogLine> poll();
  // The file was replaced, and the last poll() began anew.
  bool restarted() const { return lines_.restarted(); }

 private:
  LineFollower lines_;
};

}  // namespace mrm
