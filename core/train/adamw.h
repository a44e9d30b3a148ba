// AdamW (Loshchilov and Hutter 2019) over a model's parameters, fused. Internal: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "core/checkpoint/tensor_file.h"
#include "core/model/parameters.h"

namespace mrm {

struct AdamWOptions {
  double beta1 = 0.9, beta2 = 0.95, epsilon = 1e-8;
  double weightDecay = 0.05;  // none on biases and other 1-D parameters
};

class AdamW {
 public:
  // Keeps references to the parameters, which must outlive it.
  AdamW(Parameters& parameters, const AdamWOptions& options);

  // One step with each parameter's .grad. With clipNorm > 0 the gradients are scaled down to that
  // global L2 norm. Returns the norm before clipping when `measureNorm` or clipping asks for it,
  // else 0.
  double step(double learningRate, double clipNorm = 0, bool measureNorm = false);
  std::int64_t steps() const { return steps_; }

  // Moments as "exp_avg.NAME" and "exp_avg_sq.NAME", the step count as metadata "step".
  TensorFile state() const;
  // Throws Error when the file is of another model.
  void restore(const TensorFile& file, const std::string& fileName);

 private:
  struct Group {
    double weightDecay = 0;
    std::vector<std::string> names;
    std::vector<at::Tensor> values, moments, squares, steps;
  };
  AdamWOptions options_;
  std::vector<Group> groups_;
  std::int64_t steps_ = 0;
};

}  // namespace mrm
