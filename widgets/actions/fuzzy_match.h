// Finds commands by some of their letters.
#pragma once

#include <QString>
#include <optional>

namespace mrm {

// How well `query` fits `text`: every letter of the query occurs in order, whatever its case or
// accents. Higher is better: letters in a row and at the beginnings of words count most. Nothing
// when it does not fit.
std::optional<int> fuzzyScore(const QString& query, const QString& text);

}  // namespace mrm
