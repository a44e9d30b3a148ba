// Last page of the import wizard: into which project, then the import itself, and what became of
// it.
#pragma once

#include <QTimer>
#include <optional>

#include "widgets/common/job.h"
#include "widgets/importing/import_commit.h"
#include "widgets/importing/import_draft.h"
#include "widgets/wizard/wizard_page.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace mrm {

class JobBar;
class Notice;

class TargetPage : public WizardPage {
  Q_OBJECT
 public:
  // `open`: the project that is open now, or nothing.
  TargetPage(ImportDraft& draft, std::optional<Project> open, CatalogOpener opener,
             QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  bool isComplete() const override;
  QString attention() const override;
  QString primaryText() const override;
  bool isBusy() const override { return job_.isBusy(); }
  void enter() override;
  QWidget* focusFirst() const override;

  void chooseNew(bool isNew);
  void commit();
  bool isDone() const { return outcome_.has_value(); }
  Job& job() { return job_; }
  QLineEdit* nameField() const { return name_; }
  QLineEdit* folderField() const { return folder_; }
  QRadioButton* existing() const { return existing_; }
  QRadioButton* fresh() const { return fresh_; }
  QPlainTextEdit* summary() const { return summary_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  void committed(const mrm::Project& project, const mrm::ImportResult& result, bool isNew);

 private:
  ImportTarget target() const;
  void updateFolder();
  void checkFolder();
  void showProblem(const QString& problem);
  void showOutcome();
  void browse();

  ImportDraft& draft_;
  std::optional<Project> open_;
  CatalogOpener opener_;
  std::optional<ImportOutcome> outcome_;
  Job job_;
  int generation_ = 0;
  bool isNameEdited_ = false, isFolderEdited_ = false, isChecking_ = false;
  QString folderProblem_;
  QTimer checkSoon_;
  QRadioButton *existing_, *fresh_;
  QWidget *choice_, *newBox_, *done_;
  QLineEdit *name_, *folder_;
  QLabel *folderProblemLabel_, *preview_;
  JobBar* bar_;
  Notice* notice_;
  QPlainTextEdit* summary_;
  QPushButton* copy_;
};

}  // namespace mrm
