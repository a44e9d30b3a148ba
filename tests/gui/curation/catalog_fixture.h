// A catalogue in a temporary folder, worked on through a session, and looked at again through a
// connection of its own.
#pragma once

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>
#include <functional>

#include "tests/gui/curation/generated_catalog.h"
#include "tests/temporary_folder.h"
#include "widgets/models/catalog_session.h"
#include "widgets/shell/language.h"

namespace mrm::testing {

class CatalogFixture : public ::testing::Test {
 protected:
  static constexpr int kPatience = 30'000;  // ms; what is waited for comes far sooner

  CatalogFixture() { setLanguage("en"); }

  std::filesystem::path file() const { return folder_.path() / "catalog.db"; }
  void make(int records) {
    generateCatalog(file(), records);
    session_.open([file = file()] { return Catalog(file); });
    ASSERT_TRUE(settled());
    ASSERT_TRUE(session_.isOpen());
  }
  bool settled() {
    return QTest::qWaitFor([this] { return session_.isSettled(); }, kPatience);
  }
  Catalog database() const { return Catalog(file()); }
  void select(RowRanges rows) {
    QItemSelection chosen;
    for (const RowRange& range : rows)
      chosen.append(
          QItemSelectionRange(session_.table().index(range.first, 0),
                              session_.table().index(range.last, CatalogTableModel::kColumns - 1)));
    session_.selection().select(chosen, QItemSelectionModel::ClearAndSelect);
  }

  TemporaryFolder folder_;
  CatalogSession session_;
};

}  // namespace mrm::testing
