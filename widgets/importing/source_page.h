// First page of the import wizard: what is to be imported, and which importer reads it.
#pragma once

#include "widgets/common/error_text.h"
#include "widgets/importing/import_draft.h"
#include "widgets/wizard/wizard_page.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mrm {

class DropArea;
class Notice;

class SourcePage : public WizardPage {
  Q_OBJECT
 public:
  explicit SourcePage(ImportDraft& draft, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  bool isComplete() const override;
  QString cost() const override;
  QWidget* focusFirst() const override;

  // Looks which importer suits it, off this thread, and takes that one.
  void setPath(const QString& path);
  void chooseImporter(const Importer* importer);
  bool isLooking() const { return isLooking_; }
  QButtonGroup* importers() const { return buttons_; }
  QLabel* verdict() const { return verdict_; }
  Notice* notice() const { return notice_; }

 private:
  void take(const QStringList& paths);
  void look();
  void fail(int generation, const ErrorText& error);
  void showVerdict();
  void useSettings(const Importer* importer);
  void browse(bool folder);

  ImportDraft& draft_;
  int generation_ = 0;
  bool isLooking_ = false;
  QVector<double> suits_;  // by importer, for the path; empty without one
  DropArea* drop_;
  QLabel* verdict_;
  QButtonGroup* buttons_;
  QVector<QLabel*> helps_;
  Notice* notice_;
};

}  // namespace mrm
