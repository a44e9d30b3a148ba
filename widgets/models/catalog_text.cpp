#include "widgets/models/catalog_text.h"

#include "widgets/common/format.h"

namespace mrm {

QString CatalogText::split(Split split) {
  switch (split) {
    case Split::Training:
      return tr("Training");
    case Split::Validation:
      return tr("Validation");
    case Split::Test:
      return tr("Test");
    case Split::None:
      break;
  }
  return {};
}

QString CatalogText::status(RecordStatus status) {
  switch (status) {
    case RecordStatus::Usable:
      return tr("Usable");
    case RecordStatus::Quarantined:
      return tr("Quarantined");
    case RecordStatus::Excluded:
      return tr("Excluded");
  }
  return {};
}

QString CatalogText::label(LabelValue value) {
  switch (value) {
    case LabelValue::Negative:
      return tr("Negative");
    case LabelValue::Positive:
      return tr("Positive");
    case LabelValue::Uncertain:
      return tr("Uncertain");
    case LabelValue::Blank:
      return tr("Blank", "label without a value");
  }
  return {};
}

QString CatalogText::facet(Facet facet) {
  switch (facet) {
    case Facet::Source:
      return tr("Source");
    case Facet::Status:
      return tr("Status");
    case Facet::Split:
      return tr("Split");
    case Facet::View:
      return tr("View", "projection: PA, AP, lateral");
    case Facet::Modality:
      return tr("Modality");
    case Facet::Sex:
      return tr("Sex");
    case Facet::Finding:
      return tr("Finding");
    case Facet::Tag:
      return tr("Tag");
    case Facet::HasReport:
      return tr("Report");
    case Facet::HasMask:
      return tr("Mask");
    case Facet::Reason:
      return tr("Reason");
  }
  return {};
}

QString CatalogText::facetValue(Facet facet, const std::string& value) {
  switch (facet) {
    case Facet::Status:
      if (value == "usable") return status(RecordStatus::Usable);
      if (value == "quarantined") return status(RecordStatus::Quarantined);
      if (value == "excluded") return status(RecordStatus::Excluded);
      break;
    case Facet::Split:
      if (value == "training") return split(Split::Training);
      if (value == "validation") return split(Split::Validation);
      if (value == "test") return split(Split::Test);
      if (value.empty()) return tr("None", "no split");
      break;
    case Facet::HasReport:
      return value == "yes" ? tr("With report") : tr("Without report");
    case Facet::HasMask:
      return value == "yes" ? tr("With mask") : tr("Without mask");
    case Facet::Sex:
      if (value == "F") return tr("Female");
      if (value == "M") return tr("Male");
      if (value == "O") return tr("Other");
      break;
    case Facet::Reason:
      if (value.empty()) return tr("No reason given");
      break;
    case Facet::Finding: {
      const QString whole = fromUtf8(value);
      const QString name = whole.mid(whole.indexOf('/') + 1);
      return name.endsWith('?') ? tr("%1 (uncertain)").arg(name.chopped(1)) : name;
    }
    default:
      break;
  }
  return value.empty() ? tr("Unknown") : fromUtf8(value);
}

QString CatalogText::column(RecordColumn column) {
  switch (column) {
    case RecordColumn::Id:
      return tr("Record");
    case RecordColumn::Patient:
      return tr("Patient");
    case RecordColumn::Study:
      return tr("Study");
    case RecordColumn::Date:
      return tr("Date");
    case RecordColumn::View:
      return tr("View", "projection: PA, AP, lateral");
    case RecordColumn::Sex:
      return tr("Sex");
    case RecordColumn::Age:
      return tr("Age");
    case RecordColumn::Split:
      return tr("Split");
    case RecordColumn::Status:
      return tr("Status");
    case RecordColumn::Source:
      return tr("Source");
    case RecordColumn::Image:
      return tr("Image");
  }
  return {};
}

QString CatalogText::problemKind(CatalogProblem::Kind kind, int n) {
  switch (kind) {
    case CatalogProblem::Kind::PatientInTwoSplits:
      return tr("%Ln patient(s) in two splits", nullptr, n);
    case CatalogProblem::Kind::SameImageAcrossSplits:
      return tr("%Ln image(s) in two splits", nullptr, n);
    case CatalogProblem::Kind::DuplicateImage:
      return tr("%Ln image(s) more than once", nullptr, n);
    case CatalogProblem::Kind::NoPositives:
      return tr("%Ln class(es) without positives in a split", nullptr, n);
    case CatalogProblem::Kind::LooksInverted:
      return tr("%Ln image(s) that look inverted", nullptr, n);
    case CatalogProblem::Kind::NoSplit:
      return tr("Records without a split");
  }
  return {};
}

QString CatalogText::step(const HistoryEntry& entry) {
  const int n = static_cast<int>(entry.records);
  const QString detail = fromUtf8(entry.detail);
  if (entry.what == "import") return tr("Import %Ln record(s)", nullptr, n);
  if (entry.what == "exclude") return tr("Exclude %Ln record(s)", nullptr, n);
  if (entry.what == "restore") return tr("Restore %Ln record(s)", nullptr, n);
  if (entry.what == "quarantine") return tr("Quarantine %Ln record(s)", nullptr, n);
  if (entry.what == "set view") return tr("Set view %1 of %Ln record(s)", nullptr, n).arg(detail);
  if (entry.what == "set split") {
    const QString name =
        facetValue(Facet::Split, entry.detail == "none" ? std::string() : entry.detail);
    return tr("Set split %1 of %Ln record(s)", nullptr, n).arg(name);
  }
  if (entry.what == "split") return tr("Split %Ln record(s) %1", nullptr, n).arg(detail);
  if (entry.what == "add tag") return tr("Add tag %1 to %Ln record(s)", nullptr, n).arg(detail);
  if (entry.what == "remove tag")
    return tr("Remove tag %1 from %Ln record(s)", nullptr, n).arg(detail);
  return fromUtf8(entry.what);
}

}  // namespace mrm
