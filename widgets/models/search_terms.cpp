#include "widgets/models/search_terms.h"

#include <algorithm>

namespace mrm {
namespace {

// One character at a time, so that places stay those of the text.
QChar folded(QChar c) {
  const QString parts = QString(c).normalized(QString::NormalizationForm_KD);
  return (parts.isEmpty() ? c : parts.front()).toLower();
}

struct Word {
  QString text;
  int begin, length;
};

QVector<Word> wordsOf(const QString& text) {
  QVector<Word> words;
  for (int i = 0; i < text.size();) {
    if (!text[i].isLetterOrNumber()) {
      ++i;
      continue;
    }
    Word word{{}, i, 0};
    while (i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark())) {
      if (!text[i].isMark()) word.text += folded(text[i]);
      ++i;
    }
    word.length = i - word.begin;
    words.append(word);
  }
  return words;
}

QString joined(const QString& text) {
  QStringList parts;
  for (const Word& word : wordsOf(text)) parts << word.text;
  return parts.join(' ');
}

}  // namespace

QVector<SearchTerm> searchTerms(const QString& text) {
  QVector<SearchTerm> terms;
  for (int i = 0; i < text.size();) {
    if (text[i].isSpace()) {
      ++i;
      continue;
    }
    int begin = i;
    bool isElsewhere = false;
    for (const char* field : {"patient:", "study:", "file:"}) {
      const QLatin1String name(field);
      if (!QStringView(text).mid(i).startsWith(name, Qt::CaseInsensitive)) continue;
      isElsewhere = true;
      i += static_cast<int>(name.size());
      begin = i;
      break;
    }
    SearchTerm term;
    if (i < text.size() && text[i] == '"') {
      const qsizetype end = text.indexOf('"', i + 1);
      const qsizetype to = end < 0 ? text.size() : end;
      term.text = joined(text.mid(i + 1, to - i - 1));
      i = static_cast<int>(to) + 1;
      if (i < text.size() && text[i] == '*') {
        term.isPrefix = true;
        ++i;
      }
    } else {
      while (i < text.size() && !text[i].isSpace()) ++i;
      const QString word = text.mid(begin, i - begin);
      term.isPrefix = word.endsWith('*');
      term.text = joined(word);
    }
    if (!isElsewhere && !term.text.isEmpty()) terms.append(term);
  }
  return terms;
}

QVector<TextHit> findHits(const QString& text, const QVector<SearchTerm>& terms) {
  QVector<TextHit> hits;
  if (terms.isEmpty()) return hits;
  const QVector<Word> words = wordsOf(text);
  for (const SearchTerm& term : terms) {
    const QStringList parts = term.text.split(' ');
    for (qsizetype at = 0; at + parts.size() <= words.size(); ++at) {
      bool fits = true;
      for (qsizetype i = 0; fits && i < parts.size(); ++i)
        fits = term.isPrefix && i + 1 == parts.size() ? words[at + i].text.startsWith(parts[i])
                                                      : words[at + i].text == parts[i];
      if (!fits) continue;
      const Word& last = words[at + parts.size() - 1];
      hits.append({words[at].begin, last.begin + last.length - words[at].begin});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const TextHit& a, const TextHit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.length > b.length;
  });
  QVector<TextHit> apart;
  for (const TextHit& hit : hits)
    if (apart.isEmpty() || hit.begin >= apart.back().begin + apart.back().length) apart.append(hit);
  return apart;
}

}  // namespace mrm
