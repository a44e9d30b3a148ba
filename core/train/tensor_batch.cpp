#include "core/train/tensor_batch.h"

#include <ATen/ATen.h>

namespace mrm {

MrmBatch toTensors(const RecordBatch& batch, const PixelOptions& options,
                   const at::Device& device) {
  const std::int64_t n = batch.count, side = batch.options.imageSize,
                     length = batch.options.reportLength;
  // from_blob needs a mutable pointer; nothing writes through it, and .to() or the arithmetic below
  // copies.
  const auto view = [](const auto& values, at::IntArrayRef shape, at::ScalarType type) {
    return at::from_blob(const_cast<void*>(static_cast<const void*>(values.data())), shape,
                         at::TensorOptions(type));
  };
  const auto words = [&](const std::vector<std::int64_t>& values) {
    return view(values, {n, length}, at::kLong).to(device, at::kLong, false, /*copy=*/true);
  };
  MrmBatch out;
  out.imageHigh = view(batch.pixels, {n, 1, side, side}, at::kByte)
                      .to(device)
                      .to(at::kFloat)
                      .mul_(1.0 / (255.0 * options.deviation))
                      .sub_(options.mean / options.deviation);
  const std::vector<std::int64_t> low{options.lowSize, options.lowSize};
  out.imageLow = options.antialias ? at::_upsample_bicubic2d_aa(out.imageHigh, low, false)
                                   : at::upsample_bicubic2d(out.imageHigh, low, false);
  out.maskNoise = view(batch.maskNoise, {n, batch.options.patches}, at::kFloat)
                      .to(device, at::kFloat, false, /*copy=*/true);
  out.reportIds = words(batch.ids);
  out.reportLabels = words(batch.labels);
  out.reportAttention = words(batch.attention);
  out.reportMasked = view(batch.masked, {n, length}, at::kByte).to(device).to(at::kBool);
  return out;
}

}  // namespace mrm
