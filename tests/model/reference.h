// Reading numeric references, and comparing with them. Includes ATen.
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/grad_mode.h>

#include <filesystem>
#include <string>

#include "core/checkpoint/safetensors.h"
#include "core/model/mrm_model.h"
#include "core/model/tensor_bridge.h"

namespace mrm::testing {

class Reference {
 public:
  explicit Reference(const std::filesystem::path& file) : file_(readSafetensors(file)) {}
  at::Tensor operator[](const std::string& name) const { return toTensor(file_.tensors.at(name)); }
  const TensorFile& file() const { return file_; }

 private:
  TensorFile file_;
};

// ||a - b|| / ||b|| in fp64.
inline double relativeError(const at::Tensor& a, const at::Tensor& b) {
  const at::Tensor difference = a.detach().to(at::kDouble) - b.detach().to(at::kDouble);
  return difference.norm().item<double>() / b.to(at::kDouble).norm().item<double>();
}

// The model of parity/mrm_tiny.
inline MrmConfig tinyReferenceConfig() {
  MrmConfig c;
  c.imageSize = 64;
  c.highResolution = 128;
  c.width = c.decoderWidth = 48;
  c.depth = 3;
  c.heads = 3;
  c.decoderDepth = 2;
  c.decoderHeads = 2;
  c.vocabularySize = 300;
  c.reportLength = 20;
  c.reportWidth = 32;
  c.reportDepth = 2;
  c.reportHeads = 2;
  c.reportIntermediate = 64;
  return c;
}

inline MrmBatch tinyReferenceBatch(const Reference& inputs) {
  MrmBatch batch;
  batch.imageHigh = inputs["image_high"];
  batch.imageLow = inputs["image_low"];
  batch.maskNoise = inputs["mask_noise"];
  batch.reportIds = inputs["report_ids"];
  batch.reportLabels = inputs["report_labels"];
  batch.reportAttention = inputs["report_attention_mask"];
  batch.reportMasked = inputs["report_masked_positions"].to(at::kBool);
  return batch;
}

}  // namespace mrm::testing
