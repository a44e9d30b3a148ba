// What of MainWindow brings records in: the import wizard and the list of sources.
#include "core/importers/importer.h"
#include "core/importers/project_catalog.h"
#include "widgets/actions/action_registry.h"
#include "widgets/curation/data_stage.h"
#include "widgets/dataset/dataset_dialog.h"
#include "widgets/dataset/images_page.h"
#include "widgets/importing/image_reader.h"
#include "widgets/importing/import_wizard.h"
#include "widgets/importing/sources_dialog.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/workspace.h"
#include "widgets/shell/main_window.h"

namespace mrm {

ImportWizard* MainWindow::makeImportWizard() {
  ImportWizard::Setup setup;
  setup.open = workspace_->project();
  setup.opener = [](const Project& project) { return projectCatalog(project); };
  for (const auto& importer : importers()) setup.importers.push_back(importer.get());
  auto* wizard = new ImportWizard(std::move(setup), this);
  wizard->setAttribute(Qt::WA_DeleteOnClose);
  connect(wizard, &ImportWizard::imported, this,
          [this](const Project& project, const ImportResult&, bool isNew) {
            if (isNew)
              adopt(project);
            else
              recordsImported();
          });
  connect(wizard, &ImportWizard::showRecordsRequested, this, [this] { showStage("stage.data"); });
  return wizard;
}

void MainWindow::showNewProject() {
  ImportWizard* wizard = makeImportWizard();
  wizard->chooseNewProject();
  wizard->open();
}

void MainWindow::showImport(const QString& path) {
  ImportWizard* wizard = makeImportWizard();
  if (!path.isEmpty()) wizard->setPath(path);
  wizard->open();
}

void MainWindow::showSources() {
  if (!workspace_->project()) return;
  auto* dialog = new SourcesDialog(
      [project = *workspace_->project()] { return projectCatalog(project); }, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SourcesDialog::updateRequested, this, [this](const CatalogSource& source) {
    ImportWizard* wizard = makeImportWizard();
    if (!wizard->updateFrom(source)) wizard->setPath(QString::fromStdString(source.root.string()));
    wizard->open();
  });
  connect(dialog, &SourcesDialog::moved, this, &MainWindow::recordsImported);
  dialog->open();
}

// The catalogue is other than it was.
void MainWindow::recordsImported() {
  dataStage_->session().refresh();
  readImages();
}

void MainWindow::readImages() {
  const auto& project = workspace_->project();
  if (project)
    imageReader_->read([project = *project] { return projectCatalog(project); });
  else
    imageReader_->stop();
}

void MainWindow::showDataSet(int page) {
  if (!workspace_->project()) return;
  DataSet records;
  records.project = *workspace_->project();
  records.open = [project = records.project] { return projectCatalog(project); };
  records.current = dataStage_->session().current();
  auto* dialog = new DataSetDialog(records, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &DataSetDialog::catalogChanged, this,
          [this] { dataStage_->session().refresh(); });
  connect(dialog, &DataSetDialog::readRequested, this, &MainWindow::readImages);
  dialog->images()->followReading(imageReader_->job());
  connect(dialog, &DataSetDialog::projectChanged, workspace_, &Workspace::update);
  connect(dialog, &DataSetDialog::checksRequested, this, [this] {
    showStage("stage.data");
    actions_->action("records.checks")->trigger();
  });
  dialog->showPage(static_cast<DataSetDialog::Page>(page));
  dialog->open();
}

}  // namespace mrm
