// A report with its sections told apart and what was searched for marked.
#pragma once

#include <QTextEdit>

#include "widgets/models/search_terms.h"

namespace mrm {

class ReportView : public QTextEdit {
  Q_OBJECT
 public:
  explicit ReportView(QWidget* parent = nullptr);

  void setReport(const std::string& utf8);
  void setTerms(const QVector<SearchTerm>& terms);
  const QStringList& headings() const { return headings_; }  // of the sections found, as written
  int hitCount() const { return static_cast<int>(hits_.size()); }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void mark();

  QVector<SearchTerm> terms_;
  QVector<TextHit> hits_;
  QStringList headings_;
};

}  // namespace mrm
