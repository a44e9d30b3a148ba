// Metrics of binary and multi-label classifiers.
#pragma once

#include <span>

namespace mrm {

// Area under the ROC curve (Mann-Whitney U with ties counted half; Hanley and McNeil 1982).
// NaN when a class is absent. Scores must be finite (throws Error).
double rocAuc(std::span<const int> labels, std::span<const double> scores);

// Average precision: sum over thresholds of (R_n - R_{n-1}) P_n, ties taken together (as in
// scikit-learn). NaN when there is no positive.
double averagePrecision(std::span<const int> labels, std::span<const double> scores);

}  // namespace mrm
