// The catalogue's queries.
#include <algorithm>
#include <bit>

#include "core/base/error.h"
#include "core/catalog/catalog_impl.h"
#include "core/catalog/source_paths.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRecordsAtOnce = 256;

constexpr std::string_view kRow =
    "SELECT r.patient, r.study, r.date, r.view, r.modality, r.sex, r.age, r.split, r.exclusion,"
    " r.problem, r.pixel_problem, r.source, d.image, d.frame, r.report, r.masks"
    " FROM record r JOIN record_detail d ON d.id=r.id WHERE r.id=?1 AND r.present=1";

// Line breaks and runs of white space become one space.
std::string onOneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
    if (!isSpace)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

fs::path pathIn(const std::map<std::int64_t, fs::path>& roots, std::int64_t source,
                const std::string& stored) {
  const auto root = roots.find(source);
  if (stored.empty() || root == roots.end()) return {};
  return restoredPath(root->second, stored);
}

}  // namespace

std::int64_t Catalog::size() const {
  return impl_->readColumns([&] { return static_cast<std::int64_t>(impl_->columns.size()); });
}

std::vector<RecordId> Catalog::find(const RecordQuery& query, const RecordOrder& order) const {
  return impl_->readColumns([&] { return impl_->finder.find(query, order); });
}

std::vector<FacetCount> Catalog::facetCounts(Facet facet, const RecordQuery& query) const {
  return impl_->readColumns([&] { return impl_->finder.facetCounts(facet, query); });
}

void Catalog::withColumns(
    const RecordQuery& query,
    const std::function<void(const RecordColumns&, std::span<const std::uint32_t>)>& use) const {
  impl_->readColumns([&] { use(impl_->columns, impl_->finder.rows(query)); });
}

std::string Catalog::termText(std::uint32_t term) const {
  return impl_->terms.text(term);
}

std::vector<Catalog::ImageHash> Catalog::imageHashes() const {
  return impl_->read([&] {
    std::vector<ImageHash> hashes;
    Query query(impl_->database,
                "SELECT id, image_hash, looks_inverted FROM record_detail"
                " WHERE image_hash IS NOT NULL OR looks_inverted IS NOT NULL ORDER BY id");
    while (query.next()) {
      ImageHash& hash = hashes.emplace_back();
      hash.id = query.integer(0);
      if (!query.isNull(1)) hash.hash = std::bit_cast<std::uint64_t>(query.integer(1));
      hash.looksInverted = query.integer(2) != 0;
    }
    return hashes;
  });
}

std::vector<RecordRow> Catalog::rows(std::span<const RecordId> ids) const {
  return impl_->read([&] {
    const auto roots = impl_->sourceRoots();
    std::map<std::int64_t, std::string> names;
    {
      Query query(impl_->database, "SELECT id, name FROM source");
      while (query.next()) names[query.integer(0)] = query.text(1);
    }
    Terms& terms = impl_->terms;
    std::vector<RecordRow> rows;
    rows.reserve(ids.size());
    Query query(impl_->database, kRow);
    Query report(impl_->database, "SELECT is_blank, substr(text, 1, 200) FROM report WHERE id=?1");
    for (const RecordId id : ids) {
      RecordRow& row = rows.emplace_back();
      row.id = id;
      if (!query.with(id).next()) continue;  // gone since it was found: an empty row
      row.patient = terms.text(query.integer(0));
      row.study = terms.text(query.integer(1));
      row.date = terms.text(query.integer(2));
      row.view = terms.text(query.integer(3));
      row.modality = terms.text(query.integer(4));
      row.sex = terms.text(query.integer(5));
      if (!query.isNull(6)) row.age = query.number(6);
      row.split = static_cast<Split>(std::clamp<std::int64_t>(query.integer(7), 0, 3));
      for (const int column : {8, 9, 10}) {
        if (query.isNull(column)) continue;
        row.status = column == 8 ? RecordStatus::Excluded : RecordStatus::Quarantined;
        row.reason = terms.text(query.integer(column));
        break;
      }
      row.source = names[query.integer(11)];
      row.image = pathIn(roots, query.integer(11), query.text(12));
      row.frame = query.integer(13);
      row.hasMask = query.integer(15) != 0;
      if (report.with(query.integer(14)).next()) {
        row.hasReport = report.integer(0) == 0;
        row.reportStart = onOneLine(report.view(1));
      }
    }
    return rows;
  });
}

std::optional<CatalogRecord> Catalog::record(RecordId id) const {
  return impl_->read([&]() -> std::optional<CatalogRecord> {
    const auto stored = impl_->store.read(id);
    if (!stored) return std::nullopt;
    return impl_->store.decode(*stored);
  });
}

fs::path Catalog::imagePath(const CatalogRecord& record) const {
  return pathIn(impl_->sourceRoots(), record.source, record.image.generic_string());
}

fs::path Catalog::maskPath(const CatalogRecord& record, const Mask& mask) const {
  return pathIn(impl_->sourceRoots(), record.source, mask.file.generic_string());
}

std::vector<CatalogSource> Catalog::sources() const {
  return impl_->readColumns([&] {
    std::map<std::int64_t, std::int64_t> counts;
    for (const std::uint32_t source : impl_->columns.source) ++counts[source];
    std::vector<CatalogSource> sources;
    Query query(impl_->database,
                "SELECT id, name, importer, root, rule, imported_at FROM source ORDER BY id");
    while (query.next())
      sources.push_back({query.integer(0), query.text(1), query.text(2),
                         restoredPath(impl_->folder(), query.text(3)), query.text(4), query.text(5),
                         counts[query.integer(0)]});
    return sources;
  });
}

void Catalog::forEach(const RecordQuery& query,
                      const std::function<void(const CatalogRecord&)>& use,
                      std::stop_token stop) const {
  const std::vector<RecordId> ids = find(query);
  std::vector<CatalogRecord> records;
  for (std::size_t from = 0; from < ids.size(); from += kRecordsAtOnce) {
    if (stop.stop_requested()) throw Stopped();
    records.clear();
    impl_->read([&] {
      const std::size_t to = std::min(ids.size(), from + kRecordsAtOnce);
      for (std::size_t i = from; i < to; ++i)
        if (const auto stored = impl_->store.read(ids[i]))
          records.push_back(impl_->store.decode(*stored));
    });
    // Outside of the transaction: `use` may ask the catalogue for more.
    for (const CatalogRecord& record : records) use(record);
  }
}

}  // namespace mrm
