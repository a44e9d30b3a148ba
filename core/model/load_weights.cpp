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

// Side of the patch grid of a position table [1, 1 + side^2, width]; 0 when it is none.
std::int64_t gridSideOf(at::IntArrayRef shape) {
  if (shape.size() != 3 || shape[0] != 1 || shape[1] < 2) return 0;
  const auto side = std::llround(std::sqrt(static_cast<double>(shape[1] - 1)));
  return side * side == shape[1] - 1 ? side : 0;
}

// The sides of a position table in the file and in the model; 0 where it is none or the widths
// differ.
struct GridSides {
  std::int64_t file = 0, model = 0;
  bool both() const { return file > 0 && model > 0; }
};

GridSides gridSidesOf(const std::string& name, at::IntArrayRef file, at::IntArrayRef model) {
  if (name != "pos_embed" && name != "decoder_pos_embed") return {};
  const GridSides sides{gridSideOf(file), gridSideOf(model)};
  return sides.both() && file[2] == model[2] ? sides : GridSides{};
}

std::vector<ExpectedTensor> expectedOf(const Parameters& parameters) {
  std::vector<ExpectedTensor> expected;
  for (const Parameters::Entry& entry : parameters.entries())
    expected.push_back({entry.name, entry.value.sizes().vec()});
  for (const auto& [name, of] : parameters.aliases())
    expected.push_back({name, parameters[of].sizes().vec()});
  return expected;
}

// Files may hold a shared tensor under one of its names alone.
void forgiveOtherName(std::vector<ExpectedTensor>& missing, const Parameters& parameters,
                      const TensorFile& file) {
  std::erase_if(missing, [&](const ExpectedTensor& tensor) {
    for (const auto& [name, of] : parameters.aliases())
      if ((tensor.name == name && file.tensors.contains(of)) ||
          (tensor.name == of && file.tensors.contains(name)))
        return true;
    return false;
  });
}

}  // namespace

std::string WeightReport::toText() const {
  std::string text = difference.toText();
  for (const std::string& table : resized) text += "Resized " + table + "\n";
  return text;
}

WeightReport loadWeights(Parameters& parameters, const TensorFile& file,
                         const std::string& fileName) {
  const at::NoGradGuard noGrad;
  WeightReport report;
  report.difference = compareWithModel(file, expectedOf(parameters));
  forgiveOtherName(report.difference.missing, parameters, file);
  std::map<std::string, std::string> aliasOf;
  for (const auto& [name, of] : parameters.aliases()) aliasOf[name] = of;

  for (const auto& [name, tensor] : file.tensors) {
    const auto alias = aliasOf.find(name);
    const std::string& target = alias == aliasOf.end() ? name : alias->second;
    // Where a file holds both names of a shared tensor, the tensor's own name decides.
    if (!parameters.has(target) || (target != name && file.tensors.contains(target))) continue;
    at::Tensor own = parameters[target];
    if (!own.is_floating_point()) continue;  // indices: theirs cannot differ from ours
    const at::IntArrayRef shape(tensor.shape);
    const bool same = shape == own.sizes();
    const GridSides sides = same ? GridSides{} : gridSidesOf(name, shape, own.sizes());
    if (!same && !sides.both()) continue;
    at::Tensor values = toTensor(tensor).to(at::kFloat);
    if (!at::isfinite(values).all().item<bool>())
      throw Error("the tensor " + name + " holds values that are not finite", fileName,
                  "Use another checkpoint; this one was saved after training had diverged.");
    if (!same) {
      values = resizePositions(values, sides.model);
      const auto square = [](std::int64_t side) {
        return std::to_string(side) + " x " + std::to_string(side);
      };
      report.resized.push_back(name + ": " + square(sides.file) + " to " + square(sides.model) +
                               " patches");
      std::erase_if(report.difference.otherShape,
                    [&name](const OtherShape& other) { return other.name == name; });
    }
    own.copy_(values);
  }
  if (report.difference.equal == 0 && report.resized.empty())
    throw Error(
        "holds no tensor of this model", fileName,
        "Choose a checkpoint of masked record modeling, of MAE or of a vision transformer.");
  return report;
}

}  // namespace mrm
