// What a catalogue is made of; for the files of this folder alone.
#pragma once

#include <map>

#include "core/catalog/catalog.h"
#include "core/catalog/history.h"
#include "core/catalog/record_columns.h"
#include "core/catalog/record_finder.h"
#include "core/catalog/sqlite.h"
#include "core/catalog/stored_record.h"
#include "core/catalog/terms.h"
#include "core/catalog/value_sets.h"

namespace mrm {

struct Catalog::Impl {
  explicit Impl(const std::filesystem::path& path);

  std::filesystem::path file;  // absolute
  Database database;
  Terms terms{database};
  ValueSets sets{database, terms};
  RecordStore store{database, terms, sets};
  RecordColumns columns{database, terms, sets};
  RecordFinder finder{database, terms, columns};

  // Carries out `work` on one state of the file.
  template <class Work>
  auto read(Work work) {
    Transaction transaction(database, Transaction::Kind::Read);
    return work();
  }
  // The same with columns that are up to date.
  template <class Work>
  auto readColumns(Work work) {
    return read([&] {
      columns.refresh();
      return work();
    });
  }
  // Makes the changes of `work` whole or not at all.
  template <class Work>
  auto write(Work work) {
    try {
      Transaction transaction(database, Transaction::Kind::Write);
      auto result = work();
      transaction.commit();
      return result;
    } catch (...) {
      terms.forget();
      sets.forget();
      store.forget();
      throw;
    }
  }

  std::filesystem::path folder() const { return file.parent_path(); }
  std::map<std::int64_t, std::filesystem::path> sourceRoots();

  // One step of the history, made by `change` for each record that is there.
  template <class Change>
  std::int64_t edit(std::span<const RecordId> ids, const std::string& what,
                    const std::string& detail, Change change);
  std::int64_t finish(StepRecorder& step, const std::string& what, const std::string& detail);
};

}  // namespace mrm
