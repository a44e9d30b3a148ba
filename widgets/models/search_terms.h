// The words of a search, and where they are in a report.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <string>

namespace mrm {

struct SearchTerm {
  QString text;  // in lower case without accents; single blanks between the words of a phrase
  bool isPrefix = false;  // word*
  bool operator==(const SearchTerm&) const = default;
};

// Of RecordQuery::text: what is searched for in the report. patient:, study: and file: are not.
QVector<SearchTerm> searchTerms(const QString& text);

struct TextHit {
  int begin = 0, length = 0;
  bool operator==(const TextHit&) const = default;
};
// Where whole words (or beginnings) of a text match, whatever their case and accents; ascending,
// not overlapping.
QVector<TextHit> findHits(const QString& text, const QVector<SearchTerm>& terms);

}  // namespace mrm
