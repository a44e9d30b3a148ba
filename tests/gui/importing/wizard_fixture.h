// What the tests of the import wizard share: settings of their own, and how one clicks through.
#pragma once

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <memory>

#include "tests/temporary_folder.h"
#include "widgets/common/background.h"
#include "widgets/importing/check_page.h"
#include "widgets/importing/import_wizard.h"
#include "widgets/importing/settings_page.h"
#include "widgets/importing/source_page.h"
#include "widgets/importing/target_page.h"

namespace mrm::testing {

class WizardFixture : public ::testing::Test {
 protected:
  void SetUp() override {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       text(folder_.path() / "settings"));
    QCoreApplication::setOrganizationName("MRM Workbench");
    QCoreApplication::setApplicationName("mrm-workbench-test");
    QSettings().clear();
  }
  void TearDown() override { finishBackgroundWork(); }

  static QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
  }
  template <class Condition>
  static bool wait(Condition condition) {
    return QTest::qWaitFor(condition, 30000);  // ms; what is waited for comes far sooner
  }
  static void click(QWidget* button) { QTest::mouseClick(button, Qt::LeftButton); }
  static void type(QLineEdit* field, const QString& value) {
    field->selectAll();
    QTest::keyClicks(field, value);
  }

  static std::unique_ptr<ImportWizard> makeWizard(std::vector<const Importer*> importers,
                                                  std::optional<Project> open = {}) {
    ImportWizard::Setup setup;
    setup.open = std::move(open);
    setup.opener = [](const Project& project) { return Catalog(project.catalogFile()); };
    setup.importers = std::move(importers);
    auto made = std::make_unique<ImportWizard>(std::move(setup));
    made->show();
    return made;
  }
  // Drops it on the wizard and goes through to the check.
  static void goToCheck(ImportWizard& wizard, const std::filesystem::path& what) {
    wizard.setPath(text(what));
    ASSERT_TRUE(wait([&] { return wizard.source()->isComplete(); }));
    click(wizard.nextButton());
    ASSERT_TRUE(wait([&] { return wizard.settings()->isComplete(); }));
    click(wizard.nextButton());
    ASSERT_EQ(wizard.currentIndex(), 2);
    ASSERT_TRUE(wait([&] { return !wizard.check()->isBusy(); }));
  }
  static void goToTarget(ImportWizard& wizard, const std::filesystem::path& what) {
    goToCheck(wizard, what);
    click(wizard.nextButton());
    ASSERT_EQ(wizard.currentIndex(), 3);
  }
  static void nameProject(ImportWizard& wizard, const std::filesystem::path& root) {
    type(wizard.target()->nameField(), "Chest");
    type(wizard.target()->folderField(), text(root));
  }
  // From what is dropped to the records in a new project.
  static void importAll(ImportWizard& wizard, const std::filesystem::path& what,
                        const std::filesystem::path& root) {
    goToTarget(wizard, what);
    nameProject(wizard, root);
    ASSERT_TRUE(wait([&] { return wizard.nextButton()->isEnabled(); }));
    click(wizard.nextButton());
    ASSERT_TRUE(wait([&] { return wizard.target()->isDone(); }));
  }

  TemporaryFolder folder_;
};

}  // namespace mrm::testing
