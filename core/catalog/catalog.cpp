#include "core/catalog/catalog.h"

#include <fcntl.h>

#include "core/base/error.h"
#include "core/base/file_descriptor.h"
#include "core/base/files.h"
#include "core/catalog/catalog_impl.h"
#include "core/catalog/schema.h"
#include "core/catalog/source_paths.h"

namespace mrm {

namespace fs = std::filesystem;

Catalog::Impl::Impl(const fs::path& path)
    : file(fs::absolute(path).lexically_normal()), database(file) {}

std::map<std::int64_t, fs::path> Catalog::Impl::sourceRoots() {
  std::map<std::int64_t, fs::path> roots;
  Query query(database, "SELECT id, root FROM source");
  while (query.next()) roots[query.integer(0)] = restoredPath(folder(), query.text(1));
  return roots;
}

Catalog::Catalog(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Catalog::Catalog(const fs::path& file) : impl_(std::make_unique<Impl>(file)) {
  checkSchema(impl_->database);
  impl_->database.execute("PRAGMA journal_mode=WAL");
}

Catalog Catalog::create(const fs::path& file) {
  {
    const FileDescriptor made(::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
    if (!made.isOpen()) {
      if (errno == EEXIST)
        throw Error("there is a file already", file.string(), "Open it, or choose another name.");
      throwFileError(errno, file, "making");
    }
  }
  try {
    auto impl = std::make_unique<Impl>(file);
    impl->database.execute("PRAGMA journal_mode=WAL");
    createSchema(impl->database);
    return Catalog(std::move(impl));
  } catch (...) {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(file.string() + end, ignored);
    throw;
  }
}

Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const fs::path& Catalog::file() const {
  return impl_->file;
}

std::int64_t Catalog::revision() const {
  return impl_->database.integer("SELECT max(revision) FROM change");
}

std::string Catalog::setting(const std::string& name) const {
  Query query(impl_->database, "SELECT value FROM setting WHERE name=?1", name);
  return query.next() ? query.text(0) : std::string();
}

void Catalog::setSetting(const std::string& name, const std::string& json) {
  impl_->write([&] {
    Query(impl_->database,
          "INSERT INTO setting(name, value) VALUES(?1, ?2)"
          " ON CONFLICT(name) DO UPDATE SET value=excluded.value",
          name, json)
        .run();
    return announceChange(impl_->database, {});
  });
}

std::vector<HistoryEntry> Catalog::history(std::int64_t most) const {
  return readHistory(impl_->database, most);
}

std::optional<HistoryEntry> Catalog::undo() {
  return impl_->write([&] {
    std::vector<RecordId> records;
    auto entry = undoStep(impl_->database, records);
    if (entry) announceRecords(impl_->database, records);
    return entry;
  });
}

std::optional<HistoryEntry> Catalog::redo() {
  return impl_->write([&] {
    std::vector<RecordId> records;
    auto entry = redoStep(impl_->database, records);
    if (entry) announceRecords(impl_->database, records);
    return entry;
  });
}

}  // namespace mrm
