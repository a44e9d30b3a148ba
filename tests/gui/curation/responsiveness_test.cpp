// Nothing that is done to a large catalogue holds up the window's event loop. 20,000 records, or
// 400,000 with MRM_LARGE=1, for which the figures are printed.
#include <QElapsedTimer>
#include <cstdio>
#include <cstdlib>

#include "tests/gui/curation/stage_fixture.h"
#include "widgets/curation/facet_panel.h"
#include "widgets/curation/thumbnail_grid.h"
#include "widgets/models/catalog_facet_model.h"

namespace mrm {
namespace {

using testing::EventLoopGap;
using testing::generateCatalog;
using testing::passTime;
using testing::waitFor;

constexpr double kMostGap = 50;  // ms

bool isLarge() {
  const char* value = std::getenv("MRM_LARGE");
  return value && std::string(value) == "1";
}

class LargeCatalog : public testing::StageFixture {
 protected:
  // Does it, waits until all is shown, and says how long that took and the loop was held up.
  void measure(const char* what, const std::function<void()>& work) {
    EventLoopGap gap;
    QElapsedTimer clock;
    clock.start();
    work();
    ASSERT_TRUE(settled()) << what;
    const double took = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    passTime(30);
    EXPECT_LT(gap.longest(), kMostGap) << what;
    std::printf("%-34s %8.0f ms, event loop held up %5.1f ms\n", what, took, gap.longest());
  }
  void tick(Facet facet, const std::string& value) {
    const QModelIndex index = session().facets().indexOf(facet, value);
    ASSERT_TRUE(index.isValid()) << value;
    session().facets().activate(index);
  }
  static void scroll(QAbstractItemView* view) {
    QScrollBar* bar = view->verticalScrollBar();
    for (int i = 0; i <= 60; ++i) {  // dragging through all of it
      bar->setValue(static_cast<int>(static_cast<double>(bar->maximum()) * i / 60));
      passTime(16);
    }
    for (int i = 0; i < 60; ++i) {  // and by steps
      bar->setValue(bar->value() - bar->singleStep() * 3);
      passTime(16);
    }
  }
};

TEST_F(LargeCatalog, HoldsUpNothing) {
  const int records = isLarge() ? 400'000 : 20'000;
  generateCatalog(file(), records, 120);
  measure("open", [&] { open(); });
  ASSERT_EQ(session().table().rowCount(), records);
  measure("scroll the table", [&] { scroll(stage()->table()); });
  // What is in view was fetched.
  ASSERT_TRUE(waitFor([&] { return session().table().hasRow(stage()->table()->rowAt(5)); }));
  measure("tick a facet", [&] { tick(Facet::View, "PA"); });
  measure("tick another", [&] { tick(Facet::Finding, "finding/Edema"); });
  measure("untick both", [&] { session().setQuery({}); });
  measure("search", [&] { type("pneumothorax effusion"); });
  measure("show all", [&] { run("records.clearFilters"); });
  measure("sort by age", [&] { session().setOrder({RecordColumn::Age, true}); });
  measure("select all", [&] { run("records.selectAll"); });
  EXPECT_EQ(session().selectedCount(), records);
  EXPECT_EQ(session().selectedRows().size(), 1u);
  measure("sort with all selected", [&] { session().setOrder({RecordColumn::Patient, false}); });
  EXPECT_EQ(session().selectedCount(), records);
  measure("add a tag to all", [&] { session().edit({CatalogEdit::Kind::AddTag, "seen", {}}); });
  measure("exclude all", [&] { run("records.exclude"); });
  EXPECT_EQ(static_cast<int>(database().find({{{Facet::Status, {"excluded"}}}, {}}).size()),
            records);
  measure("undo", [&] { run("edit.undo"); });
  measure("go to the end", [&] {
    stage()->table()->setFocus();
    QTest::keyClick(stage()->table(), Qt::Key_End, Qt::ControlModifier);
  });
  measure("as pictures", [&] { run("records.grid"); });
  measure("scroll the pictures", [&] { scroll(stage()->grid()); });
  measure("next pictures by key", [&] {
    stage()->grid()->setFocus();
    for (int i = 0; i < 20; ++i) {
      QTest::keyClick(stage()->grid(), i % 2 ? Qt::Key_Right : Qt::Key_Down);
      passTime(20);
    }
  });
  measure("as charts", [&] { run("records.charts"); });
  EXPECT_EQ(session().table().rowCount(), records);
}

}  // namespace
}  // namespace mrm
