#include "core/model/position_embedding.h"

#include <ATen/ATen.h>

#include <cmath>

namespace mrm {

at::Tensor sinCosPositions(std::int64_t side, std::int64_t width) {
  at::Tensor table = at::zeros({1, 1 + side * side, width});
  auto rows = table.accessor<float, 3>()[0];
  const std::int64_t half = width / 2, quarter = width / 4;
  for (std::int64_t y = 0; y < side; ++y)
    for (std::int64_t x = 0; x < side; ++x) {
      auto row = rows[1 + y * side + x];
      for (std::int64_t i = 0; i < quarter; ++i) {
        const double frequency =
            std::pow(10000.0, -static_cast<double>(i) / static_cast<double>(width));
        const double column = static_cast<double>(x) * frequency;
        const double line = static_cast<double>(y) * frequency;
        row[i] = static_cast<float>(std::sin(column));
        row[quarter + i] = static_cast<float>(std::cos(column));
        row[half + i] = static_cast<float>(std::sin(line));
        row[half + quarter + i] = static_cast<float>(std::cos(line));
      }
    }
  return table;
}

at::Tensor sinePositions(std::int64_t length, std::int64_t width) {
  const std::int64_t half = width / 2;
  const at::TensorOptions precise(at::kDouble);
  const at::Tensor frequency =
      at::pow(10000.0, at::arange(half, precise) / -static_cast<double>(half));
  const at::Tensor angle = at::arange(length, precise).unsqueeze(1) * frequency;
  return at::cat({angle.sin(), angle.cos(), at::zeros({length, width - 2 * half}, precise)}, 1)
      .to(at::kFloat);
}

at::Tensor resizePositions(const at::Tensor& table, std::int64_t side) {
  const std::int64_t width = table.size(2);
  const auto old = static_cast<std::int64_t>(std::llround(std::sqrt(double(table.size(1) - 1))));
  const at::Tensor classRow = table.narrow(1, 0, 1);
  const at::Tensor grid =
      table.narrow(1, 1, old * old).reshape({1, old, old, width}).permute({0, 3, 1, 2});
  const at::Tensor resized = at::upsample_bicubic2d(grid, {side, side}, /*align_corners=*/false);
  return at::cat({classRow, resized.permute({0, 2, 3, 1}).reshape({1, side * side, width})}, 1);
}

}  // namespace mrm
