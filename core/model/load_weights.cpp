#include "core/model/load_weights.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/model/position_embedding.h"
#include "core/model/tensor_bridge.h"

namespace mrm {
namespace {

std::string shapeText(at::IntArrayRef shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

// Side of the patch grid of a position table [1, 1 + side^2, width]; 0 when it is none.
std::int64_t gridSideOf(at::IntArrayRef shape) {
  if (shape.size() != 3 || shape[0] != 1 || shape[1] < 2) return 0;
  const auto side = std::llround(std::sqrt(static_cast<double>(shape[1] - 1)));
  return side * side == shape[1] - 1 ? side : 0;
}

bool isPositionTable(const std::string& name) {
  return name == "pos_embed" || name == "decoder_pos_embed";
}

}  // namespace

std::string WeightReport::toText() const {
  std::string text = std::to_string(loaded.size()) + " tensors loaded.\n";
  const auto list = [&text](const char* title, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) text += std::string(title) + " " + key + "\n";
  };
  list("resized:", resized);
  list("missing in the file:", missing);
  list("not in the model:", unexpected);
  list("of other shape:", otherShape);
  return text;
}

WeightReport loadWeights(Parameters& parameters, const TensorFile& file,
                         const std::string& fileName) {
  const at::NoGradGuard noGrad;
  WeightReport report;
  std::map<std::string, std::string> aliasOf;
  for (const auto& [name, of] : parameters.aliases()) aliasOf[name] = of;

  for (const auto& [name, tensor] : file.tensors) {
    const auto alias = aliasOf.find(name);
    const bool isAlias = alias != aliasOf.end();
    const std::string& target = isAlias ? alias->second : name;
    if (!parameters.has(target)) {
      report.unexpected.push_back(name);
      continue;
    }
    // Where a file holds both names of a shared tensor, the tensor's own name decides.
    if (isAlias && file.tensors.count(target)) {
      report.loaded.push_back(name);
      continue;
    }
    at::Tensor own = parameters[target];
    if (own.scalar_type() == at::kLong) {  // indices: theirs cannot differ from ours
      report.loaded.push_back(name);
      continue;
    }
    const at::IntArrayRef shape(tensor.shape);
    const std::int64_t fileSide = gridSideOf(shape), ownSide = gridSideOf(own.sizes());
    if (shape != own.sizes()) {
      const bool resizable =
          isPositionTable(name) && fileSide > 0 && ownSide > 0 && shape[2] == own.size(2);
      if (!resizable) {
        report.otherShape.push_back(name + ": file " + shapeText(shape) + ", model " +
                                    shapeText(own.sizes()));
        continue;
      }
      report.resized.push_back(name + ": " + std::to_string(fileSide) + " x " +
                               std::to_string(fileSide) + " to " + std::to_string(ownSide) + " x " +
                               std::to_string(ownSide) + " patches");
    }
    at::Tensor values = toTensor(tensor).to(at::kFloat);
    if (!at::isfinite(values).all().item<bool>())
      throw Error("the tensor " + name + " holds values that are not finite", fileName,
                  "Use another checkpoint; this one was saved after training had diverged.");
    if (shape != own.sizes()) values = resizePositions(values, ownSide);
    own.copy_(values);
    report.loaded.push_back(name);
  }
  for (const Parameters::Entry& entry : parameters.entries())
    if (!file.tensors.count(entry.name)) {
      bool underAlias = false;
      for (const auto& [name, of] : parameters.aliases())
        underAlias |= of == entry.name && file.tensors.count(name) > 0;
      if (!underAlias) report.missing.push_back(entry.name);
    }
  if (report.loaded.empty())
    throw Error(
        "holds no tensor of this model", fileName,
        "Choose a checkpoint of masked record modeling, of MAE or of a vision transformer.");
  return report;
}

}  // namespace mrm
