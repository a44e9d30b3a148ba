// Second page of the import wizard: how the source is to be read, with a look at its table.
#pragma once

#include <QTimer>
#include <vector>

#include "widgets/importing/import_draft.h"
#include "widgets/wizard/wizard_page.h"

class QGridLayout;
class QLabel;
class QTableWidget;

namespace mrm {

class ImportFieldEditor;
class Notice;

class SettingsPage : public WizardPage {
  Q_OBJECT
 public:
  explicit SettingsPage(ImportDraft& draft, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  bool isComplete() const override;
  QString attention() const override;
  QString cost() const override;
  void enter() override;
  QWidget* focusFirst() const override;

  bool isReading() const { return isReading_; }
  ImportFieldEditor* editor(const QString& name) const;
  QTableWidget* preview() const { return preview_; }
  Notice* notice() const { return notice_; }

 private:
  struct Reading;  // what is found out off this thread
  void read();
  void showReading(const Reading& reading);
  void makeEditors(const std::vector<ImportField>& fields);
  void showPreview(const std::vector<std::vector<std::string>>& table);
  void markColumns();

  ImportDraft& draft_;
  const Importer* shownFor_ = nullptr;
  int generation_ = 0;
  bool isReading_ = false, isRead_ = false;
  int problems_ = 0;
  QTimer readSoon_;
  std::vector<ImportFieldEditor*> editors_;
  std::vector<std::string> header_;
  QWidget* form_;
  QGridLayout* grid_;
  QLabel *previewTitle_, *nothing_;
  QTableWidget* preview_;
  Notice* notice_;
};

}  // namespace mrm
