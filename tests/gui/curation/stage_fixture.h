// The window with a project whose catalogue was generated, at the stage Data.
#pragma once

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include "tests/gui/curation/generated_catalog.h"
#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/curation/data_stage.h"
#include "widgets/curation/record_details.h"
#include "widgets/curation/record_table_view.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/workspace.h"

namespace mrm::testing {

class StageFixture : public WindowFixture {
 protected:
  std::filesystem::path file() const { return project_.root / "catalog.db"; }
  Catalog database() const { return Catalog(file()); }

  void open() {
    window_.resize(1366, 768);
    window_.show();
    window_.openProject(text(project_.root));
    ASSERT_TRUE(waitFor([&] { return window_.workspace().project().has_value(); }));
    window_.actions().action("stage.data")->trigger();
    ASSERT_TRUE(settled());
  }
  void open(int records, int pictures = 0) {
    generateCatalog(file(), records, pictures);
    open();
    ASSERT_EQ(session().table().rowCount(), records);
  }
  bool settled() {
    return waitFor([&] { return window_.isSettled(); }, 60'000);
  }
  DataStage* stage() { return window_.dataStage(); }
  CatalogSession& session() { return stage()->session(); }
  QAction* action(const char* id) { return window_.actions().action(id); }
  void run(const char* id) {
    ASSERT_TRUE(action(id)->isEnabled()) << id;
    action(id)->trigger();
    ASSERT_TRUE(settled());
  }
  void selectRows(int first, int last) {
    QItemSelection chosen(session().table().index(first, 0),
                          session().table().index(last, CatalogTableModel::kColumns - 1));
    session().selection().select(chosen, QItemSelectionModel::ClearAndSelect);
    session().selection().setCurrentIndex(session().table().index(first, 0),
                                          QItemSelectionModel::NoUpdate);
    ASSERT_TRUE(settled());
  }
  void type(const QString& words) {
    stage()->search()->setFocus();
    stage()->search()->selectAll();
    QTest::keyClick(stage()->search(), Qt::Key_Delete);
    QTest::keyClicks(stage()->search(), words);
    ASSERT_TRUE(settled());
  }

  MainWindow window_;
};

}  // namespace mrm::testing
