#include "core/run/run_folder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/run/host.h"
#include "core/run/iso_time.h"
#include "core/run/run_lock.h"
#include "core/run/step_folder.h"

namespace mrm {
namespace {

using nlohmann::json;

constexpr std::size_t kFileLimit = std::size_t{1} << 20;
constexpr std::size_t kTextLimit = 4096;  // bytes of one text in status.json
constexpr auto kSilence =
    std::chrono::minutes(1);  // after which a worker on another host counts as gone

using Name = std::pair<RunState, std::string_view>;
constexpr std::array kStates = {
    Name{RunState::Queued, "queued"}, Name{RunState::Running, "running"},
    Name{RunState::Paused, "paused"}, Name{RunState::Finished, "finished"},
    Name{RunState::Failed, "failed"}, Name{RunState::Stopped, "stopped"}};

Clock::time_point timeField(const JsonFields& fields, const char* key) {
  const std::string text = fields.text(key, isoMilliseconds({}));
  const auto time = parseIsoTime(text);
  if (!time) fields.fail(key, "must be a time like 2026-11-25T03:40:12Z");
  return *time;
}

bool isActive(RunState state) {
  return state == RunState::Running || state == RunState::Paused;
}

}  // namespace

std::string toString(RunState state) {
  for (const auto& [known, name] : kStates)
    if (known == state) return std::string(name);
  throw std::logic_error("no such state");
}

RunState runStateFromString(const std::string& s) {
  for (const auto& [state, name] : kStates)
    if (name == s) return state;
  throw Error("there is no run state '" + printable(s, 40) + "'");
}

RunStatus readStatus(const RunPaths& run) {
  const json object = readJsonObject(run.status(), kFileLimit);
  const JsonFields fields(object, run.status().string());
  constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
  RunStatus status;
  try {
    status.state = runStateFromString(fields.text("state", ""));
  } catch (const Error& error) {
    fields.fail("state", "is unknown: " + error.problem());
  }
  status.task = fields.text("task", status.task);
  status.activity = fields.text("activity", "");
  status.step = fields.integer("step", 0, 0, kLargest);
  status.totalSteps = fields.integer("total_steps", 0, 0, kLargest);
  status.epoch = fields.number("epoch", 0);
  status.totalEpochs = fields.number("total_epochs", 0);
  status.imagesPerSecond = fields.number("images_per_second", 0);
  status.secondsLeft = fields.number("seconds_left", -1);
  status.loss = fields.number("loss", std::numeric_limits<double>::quiet_NaN());
  status.checkpointStep = fields.integer("checkpoint_step", -1, -1, kLargest);
  status.device = fields.text("device", "");
  status.error = fields.text("error", "");
  status.pid = fields.integer("pid", 0, 0, kLargest);
  status.host = fields.text("host", "");
  status.heartbeat = timeField(fields, "heartbeat");
  status.started = timeField(fields, "started");
  return status;
}

void writeStatus(const RunPaths& run, const RunStatus& status) {
  const auto number = [](double value) {
    return std::isfinite(value) ? json(value) : json(nullptr);
  };
  const auto text = [](const std::string& value) { return utf8Prefix(value, kTextLimit); };
  nlohmann::ordered_json object;
  object["state"] = toString(status.state);
  object["task"] = text(status.task);
  object["activity"] = text(status.activity);
  object["step"] = status.step;
  object["total_steps"] = status.totalSteps;
  object["epoch"] = number(status.epoch);
  object["total_epochs"] = number(status.totalEpochs);
  object["images_per_second"] = number(status.imagesPerSecond);
  object["seconds_left"] = number(status.secondsLeft);
  object["loss"] = number(status.loss);
  object["checkpoint_step"] = status.checkpointStep;
  object["device"] = text(status.device);
  object["error"] = text(status.error);
  object["pid"] = status.pid;
  object["host"] = text(status.host);
  object["heartbeat"] = isoMilliseconds(status.heartbeat);
  object["started"] = isoMilliseconds(status.started);
  writeJsonAtomically(run.status(), object);
}

bool isInterrupted(const RunPaths& run, const RunStatus& status) {
  if (!isActive(status.state) || RunLock::isHeld(run)) return false;
  if (status.host != hostName()) return Clock::now() - status.heartbeat > kSilence;
  // The worker may have ended in order between the reading of its status and the look at its lock.
  try {
    return isActive(readStatus(run).state) && !RunLock::isHeld(run);
  } catch (const Error&) {
    return true;
  }
}

std::optional<Baselines> readBaselines(const RunPaths& run) {
  if (!std::filesystem::exists(run.baselines())) return std::nullopt;
  const json object = readJsonObject(run.baselines(), kFileLimit);
  const JsonFields fields(object, run.baselines().string());
  return Baselines{fields.number("image_loss", 0), fields.number("report_loss", 0)};
}

void writeBaselines(const RunPaths& run, const Baselines& baselines) {
  writeJsonAtomically(run.baselines(),
                      {{"image_loss", baselines.imageLoss}, {"report_loss", baselines.reportLoss}});
}

std::vector<std::int64_t> checkpointSteps(const RunPaths& run) {
  return wholeSteps(run.checkpoints(), "state.json");
}

std::filesystem::path checkpointFolder(const RunPaths& run, std::int64_t step) {
  return run.checkpoints() / stepFolderName(step);
}

std::vector<std::int64_t> previewSteps(const RunPaths& run) {
  return wholeSteps(run.previews(), "preview.json");
}

}  // namespace mrm
