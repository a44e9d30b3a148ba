#include "widgets/actions/fuzzy_match.h"

#include <algorithm>
#include <vector>

namespace mrm {
namespace {

// Without case and accents: "öffnen" is found by "offnen".
QString folded(const QString& text) {
  QString plain;
  for (const QChar c : text.normalized(QString::NormalizationForm_D))
    if (!c.isMark()) plain += c.toCaseFolded();
  return plain;
}

}  // namespace

std::optional<int> fuzzyScore(const QString& query, const QString& text) {
  const QString wanted = folded(query).remove(' '), given = folded(text);
  if (wanted.isEmpty()) return 0;
  // The best score of matching a prefix of the query that ends at each letter of the text.
  constexpr int kNone = -1000000;
  const auto n = given.size();
  std::vector<int> best(static_cast<std::size_t>(n), kNone), next(best);
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    int before = i == 0 ? 0 : kNone;  // best of the shorter prefix, ending anywhere before
    for (qsizetype j = 0; j < n; ++j) {
      const auto at = static_cast<std::size_t>(j);
      const bool wordStart = j == 0 || !given[j - 1].isLetterOrNumber();
      const int gain = wordStart ? 8 : 1;
      int score = kNone;
      if (given[j] == wanted[i]) {
        if (before > kNone) score = before + gain;
        if (i > 0 && j > 0 && best[at - 1] > kNone)
          score = std::max(score, best[at - 1] + 5 + gain);
      }
      next[at] = score;
      if (i > 0) before = std::max(before, best[at]);
    }
    std::swap(best, next);
  }
  const int top = best.empty() ? kNone : *std::max_element(best.begin(), best.end());
  if (top <= kNone / 2) return std::nullopt;
  return top * 16 - static_cast<int>(std::min<qsizetype>(n, 200));  // shorter texts first
}

}  // namespace mrm
