// The words in which reports and their sections are spoken of.
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QString>

#include "core/text/personal_data.h"
#include "core/text/report_policy.h"
#include "core/text/report_sections.h"

namespace mrm {

class DataSetText {
  Q_DECLARE_TR_FUNCTIONS(mrm::DataSetText)
 public:
  static QString section(SectionKind kind);
  static QString choice(const SectionChoice& choice);  // "Findings, Impression"; the whole text
  static QString personalData(PersonalDataKind kind);
  static QString reason(const std::string& reason);  // why a report is left out
};

// Behind the words of a section; in the theme's set.
QColor sectionTint(SectionKind kind);

}  // namespace mrm
