// A report as it was written, its sections tinted, what the model does not read in grey, and what
// looks like personal data underlined.
#pragma once

#include <QPlainTextEdit>
#include <vector>

#include "core/text/personal_data.h"
#include "core/text/report_policy.h"

namespace mrm {

class ReportTextView : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit ReportTextView(QWidget* parent = nullptr);

  // `readSections`: indices of the sections that the model reads; with `readsAll`, everything.
  void setReport(const std::string& text, const ReportSections& sections,
                 const std::vector<std::size_t>& readSections, bool readsAll,
                 const std::vector<PersonalData>& personal);
  void clearReport();

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void mark();

  struct Mark {
    int begin = 0, end = 0;  // characters of the document
    SectionKind kind = SectionKind::Other;
    bool isRead = false, isPersonal = false;
    QString tip;
  };
  std::vector<Mark> marks_;
};

}  // namespace mrm
