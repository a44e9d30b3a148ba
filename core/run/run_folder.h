// The run folder: the one thing that a training worker and its watchers (window, cluster, person)
// share. Names of its files, and the small files that are replaced whole.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mrm {

struct RunPaths {
  explicit RunPaths(std::filesystem::path folder) : root(std::move(folder)) {}
  std::filesystem::path root;
  std::filesystem::path config() const { return root / "run.yaml"; }
  std::filesystem::path provenance() const { return root / "provenance.json"; }
  std::filesystem::path status() const { return root / "status.json"; }
  std::filesystem::path metrics() const { return root / "metrics.jsonl"; }
  std::filesystem::path baselines() const { return root / "baselines.json"; }
  std::filesystem::path previews() const { return root / "previews"; }
  std::filesystem::path checkpoints() const { return root / "checkpoints"; }
  std::filesystem::path control() const { return root / "control"; }
  std::filesystem::path log() const { return root / "log.txt"; }
  std::filesystem::path lock() const { return root / "lock"; }
  std::filesystem::path display() const { return root / "display.json"; }  // see display.h
  std::filesystem::path tokenizer() const { return root / "tokenizer.json"; }
};

enum class RunState { Queued, Running, Paused, Finished, Failed, Stopped };
std::string toString(RunState state);               // "running"
RunState runStateFromString(const std::string& s);  // throws Error

using Clock = std::chrono::system_clock;

struct RunStatus {
  RunState state = RunState::Queued;
  std::string task = "pretrain";  // or "finetune"
  std::string activity;           // "Training", "Writing a checkpoint", "Training the vocabulary"
  std::int64_t step = 0, totalSteps = 0;
  double epoch = 0, totalEpochs = 0;
  double imagesPerSecond = 0;        // 0: not known yet
  double secondsLeft = -1;           // below 0: not known yet
  double loss = 0;                   // last training loss; NaN is written as null
  std::int64_t checkpointStep = -1;  // of the last whole checkpoint; -1: none
  std::string device;                // "CPU, 2 threads, fp32"
  std::string error;                 // of a failed run: what happened and what to do
  std::int64_t pid = 0;
  std::string host;
  Clock::time_point heartbeat{}, started{};
};

// Throws Error for a missing or malformed file (bounded size, never trusts a field).
RunStatus readStatus(const RunPaths& run);
void writeStatus(const RunPaths& run, const RunStatus& status);  // atomically

// The state as an observer should show it: a run whose status says running but whose worker is gone
// (its lock is free, or its heartbeat is older than a minute on another host) is Interrupted to the
// user.
bool isInterrupted(const RunPaths& run, const RunStatus& status);

// What trivial predictors reach on the held-back records; drawn as lines in the curves.
struct Baselines {
  double imageLoss =
      0;  // predicting each patch's mean (1 with per-patch normalisation, by construction)
  double reportLoss =
      0;  // predicting the training split's word frequencies, in nats per word piece
};
std::optional<Baselines> readBaselines(const RunPaths& run);
void writeBaselines(const RunPaths& run, const Baselines& baselines);

// Folders below checkpoints/ that are whole (state.json is there), in ascending order of step.
std::vector<std::int64_t> checkpointSteps(const RunPaths& run);
std::filesystem::path checkpointFolder(const RunPaths& run, std::int64_t step);
// Likewise below previews/ (preview.json is there).
std::vector<std::int64_t> previewSteps(const RunPaths& run);

}  // namespace mrm
