// The words of importers and of what they found, in the window's language.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "widgets/importing/import_draft.h"

namespace mrm {

class ImportText {
  Q_DECLARE_TR_FUNCTIONS(mrm::ImportText)
 public:
  static QString title(const Importer& importer);
  static QString help(const Importer& importer);
  static QString label(const ImportField& field);
  static QString help(const ImportField& field);
  static QString choice(const ImportField& field, const std::string& choice);

  static QString severity(ImportFinding::Severity severity);
  static QString text(const ImportFinding& finding);     // "Rows name images that …"
  static QString finding(const ImportFinding& finding);  // "12: Rows name images that …"
  // All findings with their examples, for the clipboard.
  static QString findings(const std::vector<ImportFinding>& findings);
  // A table of all findings, and of every record that is quarantined with its reason.
  static std::string findingsCsv(const ImportPlan& plan);

  // "3,200 records · 120 to quarantine · 1,100 patients": what is handed to the catalogue.
  static QString records(const CheckedPlan& plan);
  // What became of it, one statement a line.
  static QStringList result(const ImportResult& result);
};

}  // namespace mrm
