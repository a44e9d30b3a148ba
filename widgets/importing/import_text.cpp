#include "widgets/importing/import_text.h"

#include "core/catalog/csv.h"
#include "widgets/common/core_text.h"
#include "widgets/common/format.h"

namespace mrm {
namespace {

const char* nameOf(ImportFinding::Severity severity) {
  switch (severity) {
    case ImportFinding::Severity::Good:
      return "good";
    case ImportFinding::Severity::Note:
      return "note";
    case ImportFinding::Severity::Problem:
      break;
  }
  return "problem";
}

}  // namespace

QString ImportText::title(const Importer& importer) {
  return coreText(importer.title());
}

QString ImportText::help(const Importer& importer) {
  return coreText(importer.help());
}

QString ImportText::label(const ImportField& field) {
  return coreText(field.label);
}

QString ImportText::help(const ImportField& field) {
  return coreText(field.help);
}

QString ImportText::choice(const ImportField&, const std::string& choice) {
  return choice.empty() ? tr("(none)") : coreText(choice);
}

QString ImportText::severity(ImportFinding::Severity severity) {
  switch (severity) {
    case ImportFinding::Severity::Good:
      return tr("Good");
    case ImportFinding::Severity::Note:
      return tr("Note");
    case ImportFinding::Severity::Problem:
      break;
  }
  return tr("Problem");
}

QString ImportText::text(const ImportFinding& finding) {
  const QString whole = coreText(finding.text);
  const std::size_t colon = finding.text.find(": ");
  if (whole != QString::fromStdString(finding.text) || colon == std::string::npos) return whole;
  // "A label cannot be read: …": what comes after is the data's own.
  return coreText(finding.text.substr(0, colon)) +
         QString::fromStdString(finding.text.substr(colon));
}

QString ImportText::finding(const ImportFinding& finding) {
  //: What was found: a number and what it counts.
  return finding.count > 0 ? tr("%1: %2").arg(Format::count(finding.count), text(finding))
                           : text(finding);
}

QString ImportText::findings(const std::vector<ImportFinding>& findings) {
  QString text;
  for (const ImportFinding& found : findings) {
    text += severity(found.severity) + QStringLiteral("  ") + finding(found) + '\n';
    for (const std::string& example : found.examples)
      text += QStringLiteral("    ") + QString::fromStdString(example) + '\n';
  }
  return text;
}

std::string ImportText::findingsCsv(const ImportPlan& plan) {
  std::string csv = "severity,kind,count,what,example\n";
  const auto row = [&](ImportFinding::Severity severity, const std::string& kind,
                       std::int64_t count, const std::string& what, const std::string& example) {
    csv += std::string(nameOf(severity)) + ',' + csvField(kind) + ',' + std::to_string(count) +
           ',' + csvField(what) + ',' + csvField(example) + '\n';
  };
  for (const ImportFinding& found : plan.findings) {
    if (found.examples.empty()) row(found.severity, found.kind, found.count, found.text, {});
    for (const std::string& example : found.examples)
      row(found.severity, found.kind, found.count, found.text, example);
  }
  for (const CatalogRecord& record : plan.batch.records)
    if (record.status == RecordStatus::Quarantined)
      row(ImportFinding::Severity::Problem, "quarantined record", 1, record.reason,
          record.provenance.empty() ? record.key : record.provenance);
  return csv;
}

QString ImportText::records(const CheckedPlan& plan) {
  const auto n = [](std::int64_t count) { return static_cast<int>(count); };
  QStringList parts{tr("%n record(s)", nullptr, n(plan.usable))};
  if (plan.quarantined > 0) parts << tr("%n to quarantine", nullptr, n(plan.quarantined));
  if (plan.patients > 0) parts << tr("%n patient(s)", nullptr, n(plan.patients));
  return parts.join(QStringLiteral("  ·  "));
}

QStringList ImportText::result(const ImportResult& result) {
  const auto n = [](std::int64_t count) { return static_cast<int>(count); };
  QStringList lines;
  if (result.added > 0) lines << tr("%n record(s) added", nullptr, n(result.added));
  if (result.updated > 0) lines << tr("%n record(s) updated", nullptr, n(result.updated));
  if (result.unchanged > 0) lines << tr("%n record(s) unchanged", nullptr, n(result.unchanged));
  if (result.quarantined > 0)
    lines << tr("%n record(s) of them quarantined, each with its reason", nullptr,
                n(result.quarantined));
  if (result.gone > 0)
    lines << tr("%n record(s) no longer in the source, now quarantined", nullptr, n(result.gone));
  if (lines.isEmpty()) lines << tr("No record was changed");
  return lines;
}

}  // namespace mrm
