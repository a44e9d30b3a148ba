#include "core/run/log.h"

#include <array>
#include <chrono>
#include <utility>

#include "core/base/error.h"
#include "core/run/iso_time.h"

namespace mrm {
namespace {

constexpr std::size_t kTimeLength = 20;  // of "2026-11-25T03:40:12Z"
constexpr std::size_t kLineLimit = 8192, kTailBytes = std::size_t{256} << 10;
constexpr std::array kLevels = {LogLevel::Info, LogLevel::Warning, LogLevel::Error};

LogLine parseLine(const std::string& line) {
  if (line.size() < kTimeLength + 2 || !parseIsoTime(line.substr(0, kTimeLength)))
    return {{}, LogLevel::Info, line};
  std::string_view rest = std::string_view(line).substr(kTimeLength + 2);
  for (const LogLevel level : kLevels) {
    if (!rest.starts_with(toString(level))) continue;
    rest.remove_prefix(toString(level).size());
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
    return {line.substr(0, kTimeLength), level, std::string(rest)};
  }
  return {{}, LogLevel::Info, line};
}

}  // namespace

std::string_view toString(LogLevel level) {
  switch (level) {
    case LogLevel::Info:
      return "INFO";
    case LogLevel::Warning:
      return "WARNING";
    case LogLevel::Error:
      return "ERROR";
  }
  return "INFO";
}

RunLog::RunLog(const std::filesystem::path& file, Echo echo) : out_(file), echo_(std::move(echo)) {}

void RunLog::write(LogLevel level, std::string_view text) {
  LogLine line{isoSeconds(std::chrono::system_clock::now()), level, std::string(text)};
  for (char& c : line.text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  std::string name(toString(level));
  name.resize(toString(LogLevel::Warning).size(), ' ');
  const std::lock_guard lock(mutex_);
  try {
    out_.append(line.time + "  " + name + "  " + line.text + "\n");
  } catch (const Error&) {
    // Said in the header: the run matters more than its log.
  }
  if (echo_) echo_(line);
}

LogReader::LogReader(std::filesystem::path file)
    : lines_(std::move(file),
             {.lineBytes = kLineLimit, .pollBytes = kTailBytes, .skipToEnd = true}) {}

std::vector<LogLine> LogReader::poll() {
  std::vector<LogLine> lines;
  for (const std::string& line : lines_.poll()) lines.push_back(parseLine(line));
  return lines;
}

}  // namespace mrm
