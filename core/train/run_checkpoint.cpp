#include "core/train/run_checkpoint.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/load_weights.h"
#include "core/run/step_folder.h"

namespace mrm {
namespace {

constexpr std::size_t kStateLimit = 1 << 20;

void removeOldest(const RunPaths& run, std::int64_t keep) {
  const std::vector<std::int64_t> steps = checkpointSteps(run);
  for (std::size_t i = 0; i + static_cast<std::size_t>(keep) < steps.size(); ++i) {
    // state.json marks a whole checkpoint: without it the rest is no checkpoint to anybody.
    const auto folder = checkpointFolder(run, steps[i]);
    std::error_code ignored;
    std::filesystem::remove(folder / "state.json", ignored);
    std::filesystem::remove_all(folder, ignored);
  }
}

}  // namespace

void writeCheckpoint(const RunPaths& run, const TrainingPosition& position,
                     const Parameters& parameters, const AdamW& optimizer, std::int64_t keep) {
  const auto folder = beginFolder(checkpointFolder(run, position.step));
  TensorFile model = parameters.toTensorFile();
  model.metadata["format"] = "pt";
  model.metadata["step"] = std::to_string(position.step);
  writeSafetensors(folder / "model.safetensors", model);
  writeSafetensors(folder / "optimizer.safetensors", optimizer.state());
  const nlohmann::json state = {{"step", position.step}, {"seconds", position.seconds}};
  writeFileAtomically(folder / "state.json", state.dump(1) + "\n");
  commitFolder(checkpointFolder(run, position.step));
  removeOldest(run, keep);
}

std::optional<TrainingPosition> restoreNewestCheckpoint(const RunPaths& run, Parameters& parameters,
                                                        AdamW& optimizer, std::string* passedOver) {
  const std::vector<std::int64_t> steps = checkpointSteps(run);
  std::string problems;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const auto folder = checkpointFolder(run, *step);
    try {
      const auto stateFile = folder / "state.json";
      const auto state = nlohmann::json::parse(readFile(stateFile, kStateLimit));
      TrainingPosition position;
      position.step = state.at("step").get<std::int64_t>();
      position.seconds = state.at("seconds").get<double>();
      const auto modelFile = folder / "model.safetensors";
      const auto optimizerFile = folder / "optimizer.safetensors";
      const TensorFile model = readSafetensors(modelFile);
      const TensorFile moments = readSafetensors(optimizerFile);
      const WeightReport weights = loadWeights(parameters, model, modelFile.string());
      if (!weights.difference.none() || !weights.resized.empty())
        throw Error("does not fit the run's model:\n" + weights.toText(), modelFile.string());
      optimizer.restore(moments, optimizerFile.string());
      if (optimizer.steps() != position.step)
        throw Error("is of another step than the model", optimizerFile.string());
      if (passedOver) *passedOver = problems;
      return position;
    } catch (const std::exception& error) {
      problems += std::string(error.what()) + "\n";
    }
  }
  if (!steps.empty())
    throw Error("none of the checkpoints can be read:\n" + problems, run.checkpoints().string(),
                "Move the folder away to start from the beginning.");
  return std::nullopt;
}

}  // namespace mrm
