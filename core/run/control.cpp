#include "core/run/control.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"

namespace mrm {
namespace {

using Name = std::pair<RunCommand, std::string_view>;
constexpr std::array kNames = {Name{RunCommand::Pause, "pause"}, Name{RunCommand::Resume, "resume"},
                               Name{RunCommand::Stop, "stop"},
                               Name{RunCommand::CheckpointNow, "checkpoint-now"}};
constexpr std::size_t kLimit = 256;  // bytes of a control file that is read

}  // namespace

void sendCommand(const RunPaths& run, RunCommand command) {
  std::error_code code;
  if (command == RunCommand::CheckpointNow && std::filesystem::exists(run.control(), code)) return;
  for (const auto& [known, name] : kNames)
    if (known == command) writeFileAtomically(run.control(), std::string(name) + "\n");
}

std::optional<RunCommand> takeCommand(const RunPaths& run) {
  std::error_code code;
  // An empty file is one that a person's `echo stop > control` is about to fill.
  if (std::filesystem::file_size(run.control(), code) == 0 && !code) return std::nullopt;
  // Renamed before it is read, so that a command that arrives meanwhile is not removed unread.
  const std::filesystem::path taken = run.root / ".control.taken";
  std::filesystem::remove_all(taken, code);
  std::filesystem::rename(run.control(), taken, code);
  if (code == std::errc::no_such_file_or_directory) return std::nullopt;
  if (code) throwFileError(code.value(), run.control(), "taking the command");
  std::string text;
  if (std::filesystem::is_regular_file(std::filesystem::symlink_status(taken, code))) {
    try {
      text = readFile(taken, kLimit);
    } catch (const Error&) {
      // Larger than any command, or not readable: unknown contents, which are ignored.
    }
  }
  std::filesystem::remove_all(taken, code);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
    text.pop_back();
  for (const auto& [command, name] : kNames)
    if (text == name) return command;
  return std::nullopt;
}

}  // namespace mrm
