// The import wizard: what, how it is read, what was found, and into which project.
#pragma once

#include <optional>

#include "core/project/project.h"
#include "widgets/importing/import_commit.h"
#include "widgets/importing/import_draft.h"
#include "widgets/wizard/wizard.h"

namespace mrm {

class CheckPage;
class SettingsPage;
class SourcePage;
class TargetPage;

class ImportWizard : public Wizard {
  Q_OBJECT
 public:
  struct Setup {
    std::optional<Project> open;  // the project that is open
    CatalogOpener opener;         // of that project's catalogue
    std::vector<const Importer*> importers;
  };
  explicit ImportWizard(Setup setup, QWidget* parent = nullptr);

  // As dropped on the window.
  void setPath(const QString& path);
  // A new project is what was asked for.
  void chooseNewProject();
  // Repeats the import of a source: goes straight to the check. False: there is no such importer.
  bool updateFrom(const CatalogSource& source);

  SourcePage* source() const { return source_; }
  SettingsPage* settings() const { return settings_; }
  CheckPage* check() const { return check_; }
  TargetPage* target() const { return target_; }

 Q_SIGNALS:
  // The records are in the catalogue. A new project is on the disk.
  void imported(const mrm::Project& project, const mrm::ImportResult& result, bool isNew);
  void showRecordsRequested();

 private:
  ImportDraft draft_;
  SourcePage* source_;
  SettingsPage* settings_;
  CheckPage* check_;
  TargetPage* target_;
};

}  // namespace mrm
