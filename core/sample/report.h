// The report on a phantom study.
#pragma once

#include <string>

#include "core/sample/anatomy.h"
#include "core/sample/findings.h"

namespace mrm::phantom {

struct ReportSubject {
  const Findings& findings;
  const Findings* previous = nullptr;  // of the study before, if there was one
  Sex sex = Sex::Female;
  int age = 60;
  View view = View::PosteroAnterior;
};

// Sections EXAMINATION, INDICATION, FINDINGS and IMPRESSION, in varied wording. FINDINGS names
// every finding with its side and denies each absent one. A side is named where its finding is
// described, at times again in IMPRESSION, and nowhere else: it is to be read off the image, not
// off the rest of the report.
std::string writeReport(const ReportSubject& subject, Random& random);

}  // namespace mrm::phantom
