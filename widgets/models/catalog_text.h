// The words in which a catalogue is shown.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/catalog/catalog.h"
#include "core/catalog/checks.h"

namespace mrm {

// The data's own words (views, classes, tags) stay as they are.
class CatalogText {
  Q_DECLARE_TR_FUNCTIONS(mrm::CatalogText)
 public:
  static QString split(Split split);  // "Training"; empty for none
  static QString status(RecordStatus status);
  static QString label(LabelValue value);
  static QString facet(Facet facet);
  static QString facetValue(Facet facet, const std::string& value);
  static QString column(RecordColumn column);
  static QString problemKind(CatalogProblem::Kind kind, int count);

  // A step of the history: "Exclude 12 records", and the same as a part of "Undo: …".
  static QString step(const HistoryEntry& entry);
};

inline QString fromUtf8(const std::string& text) {
  return QString::fromStdString(text);
}

}  // namespace mrm
