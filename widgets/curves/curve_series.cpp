#include "widgets/curves/curve_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mrm {

void CurveSeries::clear() {
  points_.clear();
  levels_.clear();
  lowest_ = 0;
}

CurveSeries::Extremes CurveSeries::merged(Extremes a, Extremes b) const {
  return {points_[b.lowest].y() < points_[a.lowest].y() ? b.lowest : a.lowest,
          points_[b.highest].y() > points_[a.highest].y() ? b.highest : a.highest};
}

void CurveSeries::append(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y) || (!points_.empty() && x < last())) return;
  if (points_.size() == std::numeric_limits<std::uint32_t>::max()) return;
  lowest_ = points_.empty() ? y : std::min(lowest_, y);
  points_.emplace_back(x, y);
  // Close the blocks that are full now, from the finest upwards.
  std::size_t count = points_.size();
  for (std::size_t level = 0; count % kFanOut == 0; ++level) {
    if (levels_.size() == level) levels_.emplace_back();
    Extremes block{};
    if (level == 0) {
      const auto start = static_cast<std::uint32_t>(points_.size() - kFanOut);
      block = {start, start};
      for (std::uint32_t i = 1; i < kFanOut; ++i) block = merged(block, {start + i, start + i});
    } else {
      const std::vector<Extremes>& finer = levels_[level - 1];
      block = finer[finer.size() - kFanOut];
      for (std::size_t i = 1; i < kFanOut; ++i)
        block = merged(block, finer[finer.size() - kFanOut + i]);
    }
    levels_[level].push_back(block);
    count /= kFanOut;
  }
}

void CurveSeries::indexRange(double from, double to, std::size_t& begin, std::size_t& end) const {
  const auto before = [](const QPointF& p, double x) { return p.x() < x; };
  const auto after = [](double x, const QPointF& p) { return x < p.x(); };
  begin = static_cast<std::size_t>(std::lower_bound(points_.begin(), points_.end(), from, before) -
                                   points_.begin());
  end = static_cast<std::size_t>(std::upper_bound(points_.begin(), points_.end(), to, after) -
                                 points_.begin());
  end = std::max(begin, end);
}

template <class Visit>
void CurveSeries::visit(std::size_t begin, std::size_t end, std::size_t level, Visit&& give) const {
  // Blocks of the wanted level where a whole one fits, finer ones at both ends.
  while (begin < end) {
    std::size_t k = 0, size = 1;
    while (k < level && begin % (size * kFanOut) == 0 && begin + size * kFanOut <= end &&
           k < levels_.size() && begin / (size * kFanOut) < levels_[k].size()) {
      size *= kFanOut;
      ++k;
    }
    if (k == 0) {
      const auto i = static_cast<std::uint32_t>(begin);
      give(Extremes{i, i});
    } else {
      give(levels_[k - 1][begin / size]);
    }
    begin += size;
  }
}

std::vector<QPointF> CurveSeries::sample(double from, double to, int columns) const {
  std::vector<QPointF> out;
  std::size_t begin = 0, end = 0;
  indexRange(from, to, begin, end);
  if (begin > 0) out.push_back(points_[begin - 1]);
  const std::size_t wanted = 2 * static_cast<std::size_t>(std::max(columns, 1));
  std::size_t level = 0;
  for (std::size_t blocks = end - begin; blocks > wanted; blocks /= kFanOut) ++level;
  // One level too coarse shows fewer points than columns: one finer gives up to 16 times as many as
  // wanted, still a bounded number.
  if (level > 0) --level;
  out.reserve(out.size() + wanted * 2);
  visit(begin, end, level, [&](Extremes block) {
    const auto [low, high] = std::minmax(block.lowest, block.highest);
    out.push_back(points_[low]);
    if (high != low) out.push_back(points_[high]);
  });
  // Then by columns: of the points that share one, the lowest and the highest.
  const double width = (to - from) / std::max(columns, 1);
  if (out.size() > wanted && width > 0) {
    std::vector<QPointF> thin;
    thin.reserve(wanted + 2);
    for (std::size_t i = 0; i < out.size();) {
      const double column = std::floor((out[i].x() - from) / width);
      std::size_t low = i, high = i, j = i + 1;
      for (; j < out.size() && std::floor((out[j].x() - from) / width) == column; ++j) {
        if (out[j].y() < out[low].y()) low = j;
        if (out[j].y() > out[high].y()) high = j;
      }
      thin.push_back(out[std::min(low, high)]);
      if (low != high) thin.push_back(out[std::max(low, high)]);
      i = j;
    }
    out = std::move(thin);
  }
  if (end < points_.size()) out.push_back(points_[end]);
  return out;
}

CurveSeries::Range CurveSeries::valuesWithin(double from, double to) const {
  std::size_t begin = 0, end = 0;
  indexRange(from, to, begin, end);
  Range range{0, 0, true};
  visit(begin, end, levels_.size(), [&](Extremes block) {
    const double low = points_[block.lowest].y(), high = points_[block.highest].y();
    range = range.isEmpty
                ? Range{low, high, false}
                : Range{std::min(range.lowest, low), std::max(range.highest, high), false};
  });
  return range;
}

const QPointF* CurveSeries::nearest(double x) const {
  if (points_.empty()) return nullptr;
  std::size_t begin = 0, end = 0;
  indexRange(x, x, begin, end);
  if (begin == points_.size()) return &points_.back();
  if (begin == 0) return &points_.front();
  return x - points_[begin - 1].x() <= points_[begin].x() - x ? &points_[begin - 1]
                                                              : &points_[begin];
}

double Smoother::next(double value) {
  sum_ = weight_ * sum_ + (1 - weight_) * value;
  power_ *= weight_;
  return sum_ / (1 - power_);
}

}  // namespace mrm
