// Edits of what is selected, each with its undo, against the database; and what becomes of the
// selection.
#include "widgets/models/catalog_session.h"

#include "core/base/files.h"
#include "tests/gui/curation/catalog_fixture.h"
#include "widgets/models/catalog_text.h"

namespace mrm {
namespace {

using Kind = CatalogEdit::Kind;

class Session : public testing::CatalogFixture {
 protected:
  // Everything that an edit may change, of all records.
  struct State {
    RecordStatus status;
    std::string reason, view;
    Split split;
    std::vector<std::string> tags;
    bool operator==(const State&) const = default;
  };
  std::map<RecordId, State> states() const {
    std::map<RecordId, State> all;
    database().forEach({}, [&](const CatalogRecord& record) {
      all[record.id] = {record.status, record.reason, record.view, record.split, record.tags};
    });
    return all;
  }

  // Edits rows 3 to 5 and 10; the same records, and no others, are as `expected` says; undo puts
  // all back, redo does it again.
  void expectEdit(const CatalogEdit& edit, const std::function<void(State&)>& expected,
                  const QString& step) {
    const auto before = states();
    select({{3, 5}, {10, 10}});
    const std::vector<RecordId> chosen = idsIn({{3, 5}, {10, 10}}, *session_.table().ids());
    session_.edit(edit);
    ASSERT_TRUE(settled());
    auto wanted = before;
    for (const RecordId id : chosen) expected(wanted[id]);
    EXPECT_EQ(states(), wanted);
    ASSERT_TRUE(session_.undoable());
    EXPECT_EQ(CatalogText::step(*session_.undoable()), step);
    EXPECT_FALSE(session_.redoable());
    session_.undo();
    ASSERT_TRUE(settled());
    EXPECT_EQ(states(), before);
    ASSERT_TRUE(session_.redoable());
    EXPECT_EQ(CatalogText::step(*session_.redoable()), step);
    session_.redo();
    ASSERT_TRUE(settled());
    EXPECT_EQ(states(), wanted);
    session_.undo();
    ASSERT_TRUE(settled());
  }
};

TEST_F(Session, EveryEditChangesTheSelectedRecordsAndCanBeUndone) {
  make(60);
  // All of them have no view and no split to begin with, so that each edit changes all four.
  const std::vector<RecordId> ids = *session_.table().ids();
  Catalog catalog = database();
  catalog.restore(ids);
  catalog.setView(ids, "OBLIQUE");
  catalog.setSplit(ids, Split::None);
  session_.refresh();
  ASSERT_TRUE(settled());

  expectEdit(
      {Kind::Exclude, "blurred", Split::None},
      [](State& state) {
        state.status = RecordStatus::Excluded;
        state.reason = "blurred";
      },
      "Exclude 4 records");
  expectEdit(
      {Kind::SetView, "PA", Split::None}, [](State& state) { state.view = "PA"; },
      "Set view PA of 4 records");
  for (const auto& [split, name] :
       {std::pair(Split::Training, "Training"), std::pair(Split::Validation, "Validation"),
        std::pair(Split::Test, "Test")})
    expectEdit(
        {Kind::SetSplit, {}, split}, [split = split](State& state) { state.split = split; },
        QString("Set split %1 of 4 records").arg(name));
  expectEdit(
      {Kind::AddTag, "teaching", Split::None}, [](State& state) { state.tags = {"teaching"}; },
      "Add tag teaching to 4 records");

  catalog.addTag(ids, "look again");
  catalog.exclude(ids, "all of them");
  session_.refresh();
  ASSERT_TRUE(settled());
  expectEdit(
      {Kind::RemoveTag, "look again", Split::None}, [](State& state) { state.tags.clear(); },
      "Remove tag look again from 4 records");
  expectEdit(
      {Kind::Restore, {}, Split::None},
      [](State& state) {
        state.status = RecordStatus::Usable;
        state.reason.clear();
      },
      "Restore 4 records");
}

TEST_F(Session, AnEditThatChangesNothingIsNoStep) {
  make(20);
  select({{0, 4}});
  session_.edit({Kind::SetView, "PA", Split::None});
  ASSERT_TRUE(settled());
  const auto last = session_.undoable()->number;
  std::optional<HistoryEntry> told;
  QObject::connect(&session_, &CatalogSession::edited, &session_,
                   [&](const HistoryEntry& step) { told = step; });
  session_.edit({Kind::SetView, "PA", Split::None});
  ASSERT_TRUE(settled());
  ASSERT_TRUE(told);
  EXPECT_EQ(told->number, 0);
  EXPECT_EQ(session_.undoable()->number, last);
}

TEST_F(Session, TheSelectionStaysWithItsRecordsWhenTheOrderChanges) {
  make(300);
  select({{10, 19}});
  session_.selection().setCurrentIndex(session_.table().index(12, 0),
                                       QItemSelectionModel::NoUpdate);
  const RecordId current = session_.current();
  auto chosen = idsIn(session_.selectedRows(), *session_.table().ids());
  session_.setOrder({RecordColumn::Age, true});
  ASSERT_TRUE(settled());
  auto now = idsIn(session_.selectedRows(), *session_.table().ids());
  std::sort(now.begin(), now.end());
  EXPECT_EQ(now, chosen);
  EXPECT_EQ(session_.current(), current);

  select({{0, 299}});
  session_.setOrder({RecordColumn::Patient, false});
  ASSERT_TRUE(settled());
  EXPECT_EQ(session_.selectedRows(), (RowRanges{{0, 299}}));
}

TEST_F(Session, ARecordThatLeavesTheFilterGivesItsPlaceToTheNext) {
  make(300);
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  session_.setQuery(query);
  ASSERT_TRUE(settled());
  const int rows = session_.table().rowCount();
  session_.selection().setCurrentIndex(
      session_.table().index(7, 0),
      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  const RecordId next = session_.table().idAt(8);
  session_.edit({Kind::Exclude, {}, Split::None});
  ASSERT_TRUE(settled());
  EXPECT_EQ(session_.table().rowCount(), rows - 1);
  EXPECT_EQ(session_.current(), next);
  EXPECT_EQ(session_.selection().currentIndex().row(), 7);
  EXPECT_EQ(session_.selectedCount(), 1);
}

TEST_F(Session, WhatAnotherProgramChangedIsSeen) {
  make(50);
  const RecordId id = session_.table().idAt(0);
  database().exclude(std::vector<RecordId>{id}, "elsewhere");
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return session_.undoable() && session_.undoable()->what == "exclude"; }, kPatience));
  ASSERT_TRUE(settled());
  const auto seen = [&] {
    const RecordRow* row = session_.table().rowAt(0);
    return row && row->status == RecordStatus::Excluded;
  };
  EXPECT_TRUE(QTest::qWaitFor(seen, kPatience));
}

TEST_F(Session, WhatWasAskedOfAClosedCatalogueIsNotAnswered) {
  make(200);
  int answers = 0;
  session_.service().ask(
      CatalogService::Topic::Checks, 0,
      [](Catalog&, const std::stop_token& stop) {
        while (!stop.stop_requested()) QThread::msleep(1);
        return 1;
      },
      [&](int) { ++answers; });
  session_.service().ask(
      CatalogService::Topic::Rows, 0, [](Catalog&) { return 1; }, [&](int) { ++answers; });
  session_.close();
  EXPECT_EQ(session_.table().rowCount(), 0);
  QTest::qWait(200);
  EXPECT_EQ(answers, 0);
  EXPECT_TRUE(session_.isSettled());
}

TEST_F(Session, OnlyTheLatestQuestionOfATopicIsAnswered) {
  make(200);
  std::vector<int> answers;
  for (int i = 0; i < 20; ++i)
    session_.service().ask(
        CatalogService::Topic::Charts, 0, [i](Catalog&) { return i; },
        [&](int answer) { answers.push_back(answer); });
  ASSERT_TRUE(settled());
  EXPECT_EQ(answers, std::vector<int>{19});
}

TEST_F(Session, AFileThatIsNoCatalogueIsSaid) {
  writeFileAtomically(file(), "this is no catalogue, whatever its name says");
  std::optional<ErrorText> problem;
  QObject::connect(&session_, &CatalogSession::openFailed, &session_,
                   [&](const ErrorText& error) { problem = error; });
  session_.open([file = file()] { return Catalog(file); });
  ASSERT_TRUE(settled());
  ASSERT_TRUE(problem);
  EXPECT_TRUE(problem->where.contains("catalog.db")) << problem->where.toStdString();
  EXPECT_FALSE(session_.isOpen());
}

}  // namespace
}  // namespace mrm
