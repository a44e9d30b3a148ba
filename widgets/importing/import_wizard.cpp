#include "widgets/importing/import_wizard.h"

#include <nlohmann/json.hpp>

#include "widgets/importing/check_page.h"
#include "widgets/importing/settings_page.h"
#include "widgets/importing/source_page.h"
#include "widgets/importing/target_page.h"

namespace mrm {
namespace {

// The settings that a source remembers; what cannot be read is asked again.
ImportSettings settingsOf(const CatalogSource& source) {
  ImportSettings settings;
  const auto rule = nlohmann::json::parse(source.rule, nullptr, false);
  if (!rule.is_object()) return settings;
  for (const auto& [name, value] : rule.items())
    if (value.is_string()) settings[name] = value.get<std::string>();
  return settings;
}

}  // namespace

ImportWizard::ImportWizard(Setup setup, QWidget* parent) : Wizard(parent) {
  setObjectName("importWizard");
  setWindowTitle(setup.open ? tr("Import") : tr("New project"));
  draft_.importers = std::move(setup.importers);
  source_ = new SourcePage(draft_, this);
  settings_ = new SettingsPage(draft_, this);
  check_ = new CheckPage(draft_, this);
  target_ = new TargetPage(draft_, std::move(setup.open), std::move(setup.opener), this);
  for (WizardPage* page : {static_cast<WizardPage*>(source_), static_cast<WizardPage*>(settings_),
                           static_cast<WizardPage*>(check_), static_cast<WizardPage*>(target_)})
    addPage(page);
  connect(this, &Wizard::finishRequested, target_, &TargetPage::commit);
  connect(this, &Wizard::leaveRequested, this, [this] {
    check_->job().cancel();
    target_->job().cancel();
  });
  connect(target_, &TargetPage::committed, this,
          [this](const Project& project, const ImportResult& result, bool isNew) {
            showDone(tr("Show records"));
            Q_EMIT imported(project, result, isNew);
          });
  connect(this, &QDialog::accepted, this, &ImportWizard::showRecordsRequested);
}

void ImportWizard::setPath(const QString& path) {
  source_->setPath(path);
}

void ImportWizard::chooseNewProject() {
  target_->chooseNew(true);
  setWindowTitle(tr("New project"));
}

bool ImportWizard::updateFrom(const CatalogSource& source) {
  for (const Importer* importer : draft_.importers) {
    if (importer->id() != source.importer) continue;
    source_->chooseImporter(importer);
    draft_.settings = settingsOf(source);
    draft_.path = QString::fromStdString(source.root.string());
    draft_.isUpdate = true;
    setWindowTitle(tr("Update from %1").arg(QString::fromStdString(source.name)));
    goTo(2);
    return true;
  }
  return false;
}

}  // namespace mrm
