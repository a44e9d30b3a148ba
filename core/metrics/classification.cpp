#include "core/metrics/classification.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace mrm {
namespace {

// Positives and negatives that share one score.
struct Tie {
  double positives = 0, negatives = 0;
};

// By descending score.
std::vector<Tie> tiesOf(std::span<const int> labels, std::span<const double> scores) {
  if (labels.size() != scores.size())
    throw Error("there are " + std::to_string(labels.size()) + " labels for " +
                std::to_string(scores.size()) + " scores");
  for (const int label : labels)
    if (label != 0 && label != 1)
      throw Error("a label is neither 0 nor 1 but " + std::to_string(label));
  for (const double score : scores)
    if (!std::isfinite(score)) throw Error("a score is not finite");
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || scores[order[i]] != scores[order[i - 1]]) ties.emplace_back();
    (labels[order[i]] == 1 ? ties.back().positives : ties.back().negatives) += 1;
  }
  return ties;
}

}  // namespace

double rocAuc(std::span<const int> labels, std::span<const double> scores) {
  // U counts the pairs in which the positive scores higher, a tied pair as half. All terms are
  // multiples of 1/2 below 2^52 for fewer than 10^7 records of each class, so the sum is exact.
  double u = 0, positives = 0, negatives = 0;
  for (const Tie& tie : tiesOf(labels, scores)) {
    u += tie.negatives * (positives + tie.positives / 2);
    positives += tie.positives;
    negatives += tie.negatives;
  }
  if (positives == 0 || negatives == 0) return std::numeric_limits<double>::quiet_NaN();
  return u / (positives * negatives);
}

double averagePrecision(std::span<const int> labels, std::span<const double> scores) {
  const std::vector<Tie> ties = tiesOf(labels, scores);
  double positives = 0;
  for (const Tie& tie : ties) positives += tie.positives;
  if (positives == 0) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0, truePositives = 0, predicted = 0;
  for (const Tie& tie : ties) {
    truePositives += tie.positives;
    predicted += tie.positives + tie.negatives;
    sum += tie.positives / positives * (truePositives / predicted);
  }
  return sum;
}

}  // namespace mrm
