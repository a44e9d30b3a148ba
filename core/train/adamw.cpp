#include "core/train/adamw.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "core/base/error.h"
#include "core/model/tensor_bridge.h"

namespace mrm {

AdamW::AdamW(Parameters& parameters, const AdamWOptions& options) : options_(options) {
  groups_.resize(2);
  groups_[0].weightDecay = options.weightDecay;
  for (const Parameters::Entry& entry : parameters.entries()) {
    if (!entry.trainable) continue;
    Group& group = groups_[entry.value.dim() > 1 ? 0 : 1];
    group.names.push_back(entry.name);
    group.values.push_back(entry.value);
    group.moments.push_back(at::zeros_like(entry.value));
    group.squares.push_back(at::zeros_like(entry.value));
    group.steps.push_back(at::zeros({}, entry.value.options()));
  }
}

double AdamW::step(double learningRate, double clipNorm, bool measureNorm) {
  const at::NoGradGuard noGrad;
  std::vector<std::vector<at::Tensor>> gradients(groups_.size());
  std::vector<at::Tensor> all;
  for (std::size_t g = 0; g < groups_.size(); ++g)
    for (const at::Tensor& value : groups_[g].values) {
      // A parameter that no loss reached (a batch without a masked word) stands still, as with a
      // zero gradient.
      at::Tensor gradient = value.grad();
      if (!gradient.defined()) gradient = at::zeros_like(value);
      gradients[g].push_back(gradient);
      all.push_back(gradient);
    }
  double norm = 0;
  if (clipNorm > 0 || measureNorm) {
    norm = at::stack(at::_foreach_norm(all)).norm().item<double>();
    // As torch.nn.utils.clip_grad_norm_: the small number keeps a zero norm from dividing.
    if (clipNorm > 0 && norm > clipNorm) at::_foreach_mul_(all, clipNorm / (norm + 1e-6));
  }
  ++steps_;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    Group& group = groups_[g];
    if (group.values.empty()) continue;
    for (at::Tensor& count : group.steps) count.fill_(static_cast<double>(steps_));
    at::_fused_adamw_(group.values, gradients[g], group.moments, group.squares, {}, group.steps,
                      learningRate, options_.beta1, options_.beta2, group.weightDecay,
                      options_.epsilon, /*amsgrad=*/false, /*maximize=*/false);
  }
  return norm;
}

TensorFile AdamW::state() const {
  TensorFile file;
  for (const Group& group : groups_)
    for (std::size_t i = 0; i < group.names.size(); ++i) {
      file.tensors["exp_avg." + group.names[i]] = toNamedTensor(group.moments[i]);
      file.tensors["exp_avg_sq." + group.names[i]] = toNamedTensor(group.squares[i]);
    }
  file.metadata["step"] = std::to_string(steps_);
  return file;
}

void AdamW::restore(const TensorFile& file, const std::string& fileName) {
  const at::NoGradGuard noGrad;
  const auto copy = [&](const std::string& name, at::Tensor& into) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end() || at::IntArrayRef(found->second.shape) != into.sizes())
      throw Error(
          "the optimizer state of " + name + " is missing or of another shape", fileName,
          "The checkpoint belongs to a model of other sizes; start a new run from its weights.");
    into.copy_(toTensor(found->second));
  };
  const auto step = file.metadata.find("step");
  if (step == file.metadata.end()) throw Error("does not say its step", fileName);
  for (Group& group : groups_)
    for (std::size_t i = 0; i < group.names.size(); ++i) {
      copy("exp_avg." + group.names[i], group.moments[i]);
      copy("exp_avg_sq." + group.names[i], group.squares[i]);
    }
  steps_ = std::stoll(step->second);
}

}  // namespace mrm
