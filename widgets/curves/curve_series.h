// The points of one curve, kept so that any stretch of millions of them is drawn from a few
// thousand.
#pragma once

#include <QPointF>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace mrm {

// Points by ascending x. Beside the points themselves stands a pyramid: for each 16, 256, 4096…
// points, which is lowest and which highest. Appending takes constant time, sampling time in
// proportion to the points that it gives.
class CurveSeries {
 public:
  void clear();
  // A point left of the last one, or with a value that is not finite, is ignored.
  void append(double x, double y);

  bool isEmpty() const { return points_.empty(); }
  std::size_t size() const { return points_.size(); }
  const std::deque<QPointF>& points() const { return points_; }
  double first() const { return points_.front().x(); }
  double last() const { return points_.back().x(); }
  double lastValue() const { return points_.back().y(); }
  double lowest() const { return lowest_; }  // of all values

  // At least what of [from, to] differs on `columns` columns of pixels: each column's lowest and
  // highest points, and the neighbours just outside, so that lines run to the edge. In order of x.
  std::vector<QPointF> sample(double from, double to, int columns) const;

  struct Range {
    double lowest, highest;
    bool isEmpty;
  };
  Range valuesWithin(double from, double to) const;
  // The point nearest to x; null without points.
  const QPointF* nearest(double x) const;

 private:
  struct Extremes {
    std::uint32_t lowest, highest;  // indices of points
  };
  static constexpr std::size_t kFanOut = 16;

  Extremes merged(Extremes a, Extremes b) const;
  void indexRange(double from, double to, std::size_t& begin, std::size_t& end) const;
  template <class Visit>  // Visit(Extremes): blocks that cover [begin, end) at about `level`
  void visit(std::size_t begin, std::size_t end, std::size_t level, Visit&& give) const;

  // A deque: a vector of millions would hold up the window each time that it moves to a larger
  // place.
  std::deque<QPointF> points_;
  std::vector<std::vector<Extremes>>
      levels_;  // [k]: of kFanOut^(k+1) points each, whole blocks only
  double lowest_ = 0;
};

// Exponential moving average with the start's bias taken out: s = b s + (1 - b) y, shown as s / (1
// - b^n).
class Smoother {
 public:
  explicit Smoother(double weight) : weight_(weight) {}
  double next(double value);

 private:
  double weight_, sum_ = 0, power_ = 1;
};

}  // namespace mrm
