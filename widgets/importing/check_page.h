// Third page of the import wizard: what would be imported, what matched, and what would be set
// aside and why. Nothing is changed by it.
#pragma once

#include "widgets/common/job.h"
#include "widgets/importing/import_draft.h"
#include "widgets/wizard/wizard_page.h"

class QLabel;
class QPushButton;

namespace mrm {

class FindingsView;
class JobBar;
class Notice;

class CheckPage : public WizardPage {
  Q_OBJECT
 public:
  explicit CheckPage(ImportDraft& draft, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  bool isComplete() const override;
  QString attention() const override;
  QString cost() const override;
  bool isBusy() const override { return job_.isBusy(); }
  void enter() override;  // checks, unless these settings were checked already

  void check();
  Job& job() { return job_; }
  FindingsView* findings() const { return findings_; }
  QLabel* summary() const { return summary_; }
  Notice* notice() const { return notice_; }

 private:
  void showPlan();

  ImportDraft& draft_;
  Job job_;
  JobBar* bar_;
  QLabel* summary_;
  Notice* notice_;
  QPushButton* again_;
  FindingsView* findings_;
};

}  // namespace mrm
