#include "widgets/models/catalog_session.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "core/importers/recheck.h"

namespace mrm {
namespace {

using Topic = CatalogService::Topic;

constexpr int kWatch = 2000;  // ms between two looks for changes by other programs
// A selection in more pieces than this is not kept when the records are ordered anew: every cell
// that is drawn looks through all of them.
constexpr std::size_t kMostPieces = 500;

std::int64_t apply(Catalog& catalog, const CatalogEdit& edit, const std::vector<RecordId>& ids) {
  switch (edit.kind) {
    case CatalogEdit::Kind::Exclude:
      return catalog.exclude(ids, edit.text);
    case CatalogEdit::Kind::Restore:
      return catalog.restore(ids);
    case CatalogEdit::Kind::SetView:
      return catalog.setView(ids, edit.text);
    case CatalogEdit::Kind::SetSplit:
      return catalog.setSplit(ids, edit.split);
    case CatalogEdit::Kind::AddTag:
      return catalog.addTag(ids, edit.text);
    case CatalogEdit::Kind::RemoveTag:
      return catalog.removeTag(ids, edit.text);
  }
  return 0;
}

// A processor is left to the person who goes on working meanwhile.
int readers() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

}  // namespace

struct CatalogSession::Found {
  std::shared_ptr<std::vector<RecordId>> ids;
  RowRanges selected;
  int current = -1;
  std::int64_t total = 0, quarantined = 0, revision = 0;
  DisplayPolicy displayPolicy;
};

CatalogSession::CatalogSession(QObject* parent)
    : QObject(parent), table_(service_), selection_(&table_) {
  connect(&service_, &CatalogService::opened, this, [this] {
    find();
    askFacets();
    askHistory();
    watch_.start();
    Q_EMIT opened();
  });
  connect(&service_, &CatalogService::openFailed, this, &CatalogSession::openFailed);
  connect(&service_, &CatalogService::failed, this, &CatalogSession::failed);
  connect(&facets_, &CatalogFacetModel::chosenChanged, this, [this] {
    RecordQuery query = query_;
    query.facets = facets_.chosen();
    setQuery(std::move(query));
  });
  watch_.setInterval(kWatch);
  connect(&watch_, &QTimer::timeout, this, &CatalogSession::watch);
}

CatalogSession::~CatalogSession() = default;

void CatalogSession::open(std::function<Catalog()> opener) {
  close();
  service_.open(std::move(opener));
}

void CatalogSession::close() {
  watch_.stop();
  service_.close();
  query_ = {};
  order_ = {};
  displayPolicy_ = {};
  total_ = quarantined_ = revision_ = 0;
  undoable_.reset();
  redoable_.reset();
  facets_.clear();
  table_.setRecords(std::make_shared<const std::vector<RecordId>>());
  Q_EMIT queryChanged();
  Q_EMIT historyChanged();
}

void CatalogSession::setText(const std::string& text) {
  RecordQuery query = query_;
  query.text = text;
  setQuery(std::move(query));
}

void CatalogSession::setQuery(RecordQuery query) {
  std::erase_if(query.facets, [](const auto& entry) { return entry.second.empty(); });
  if (query == query_) return;
  query_ = std::move(query);
  facets_.setChosen(query_.facets);
  find();
  askFacets();
  Q_EMIT queryChanged();
}

void CatalogSession::setOrder(RecordOrder order) {
  if (order.column == order_.column && order.descending == order_.descending) return;
  order_ = order;
  find();
}

RowRanges CatalogSession::selectedRows() const {
  RowRanges ranges;
  for (const QItemSelectionRange& range : selection_.selection())
    ranges.push_back({range.top(), range.bottom()});
  return normalized(std::move(ranges));
}

RecordId CatalogSession::current() const {
  return table_.idAt(selection_.currentIndex().row());
}

void CatalogSession::find() {
  service_.ask(
      Topic::Find, 0,
      [query = query_, order = order_, before = table_.ids(), selected = selectedRows(),
       current = selection_.currentIndex().row()](Catalog& catalog) {
        Found found;
        found.revision = catalog.revision();
        found.ids = std::make_shared<std::vector<RecordId>>(catalog.find(query, order));
        found.total = catalog.size();
        found.displayPolicy = displayPolicyOf(catalog);
        for (const FacetCount& count : catalog.facetCounts(Facet::Status, {}))
          if (count.value == "quarantined") found.quarantined = count.count;
        const int last = static_cast<int>(found.ids->size()) - 1;
        if (*found.ids == *before) {
          found.selected = selected;
          found.current = current;
          return found;
        }
        if (rowCountOf(selected) == static_cast<std::int64_t>(before->size()) && last >= 0 &&
            rowCountOf(selected) > 1)
          found.selected = {{0, last}};
        else
          found.selected = movedRows(selected, *before, *found.ids);
        if (current >= 0 && current < static_cast<int>(before->size())) {
          const RecordId id = (*before)[static_cast<std::size_t>(current)];
          const auto place = std::find(found.ids->begin(), found.ids->end(), id);
          // One that is found no more leaves its place to the next.
          found.current = place != found.ids->end() ? static_cast<int>(place - found.ids->begin())
                                                    : std::min(current, last);
        }
        return found;
      },
      [this](Found found) { take(std::move(found)); });
}

void CatalogSession::take(Found found_) {
  const bool isOther = found_.revision != std::exchange(revision_, found_.revision);
  if (displayPolicyJson(found_.displayPolicy) != displayPolicyJson(displayPolicy_)) {
    displayPolicy_ = found_.displayPolicy;
    Q_EMIT displayPolicyChanged();
  }
  total_ = found_.total;
  quarantined_ = found_.quarantined;
  const bool isReset = *found_.ids != *table_.ids();
  table_.setRecords(std::move(found_.ids));
  if (isReset && table_.rowCount() > 0) {
    QItemSelection rows;
    if (found_.selected.size() <= kMostPieces)
      for (const RowRange& range : found_.selected)
        rows.append(QItemSelectionRange(table_.index(range.first, 0),
                                        table_.index(range.last, CatalogTableModel::kColumns - 1)));
    const QModelIndex current = table_.index(std::max(found_.current, 0), 0);
    if (rows.isEmpty())
      rows.append(QItemSelectionRange(
          current, table_.index(current.row(), CatalogTableModel::kColumns - 1)));
    selection_.select(rows, QItemSelectionModel::ClearAndSelect);
    selection_.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  }
  Q_EMIT found();
  if (isOther) Q_EMIT contentChanged();
}

void CatalogSession::askFacets() {
  for (const Facet facet : CatalogFacetModel::facets())
    service_.ask(
        Topic::Facets, static_cast<int>(facet),
        [facet, query = query_](Catalog& catalog) { return catalog.facetCounts(facet, query); },
        [this, facet](std::vector<FacetCount> counts) {
          facets_.setCounts(facet, std::move(counts));
        });
}

void CatalogSession::askHistory() {
  service_.ask(
      Topic::History, 0, [](Catalog& catalog) { return catalog.history(); },
      [this](const std::vector<HistoryEntry>& history) {
        undoable_.reset();
        redoable_.reset();
        for (const HistoryEntry& entry : history) {  // newest first
          if (entry.isUndone) {
            redoable_ = entry;
          } else {
            undoable_ = entry;
            break;
          }
        }
        Q_EMIT historyChanged();
      });
}

void CatalogSession::edit(const CatalogEdit& edit) {
  const RowRanges rows = selectedRows();
  if (rows.empty()) return;
  makeStep([edit, rows, ids = table_.ids()](Catalog& catalog) {
    return apply(catalog, edit, idsIn(rows, *ids));
  });
}

void CatalogSession::editRecords(const CatalogEdit& edit, std::vector<RecordId> ids) {
  if (ids.empty()) return;
  makeStep([edit, ids = std::move(ids)](Catalog& catalog) { return apply(catalog, edit, ids); });
}

void CatalogSession::makeStep(std::function<std::int64_t(Catalog&)> work) {
  service_.ask(
      Topic::Edit, 0,
      [work = std::move(work)](Catalog& catalog) -> std::optional<HistoryEntry> {
        if (work(catalog) == 0) return std::nullopt;  // no step
        const std::vector<HistoryEntry> last = catalog.history(1);
        return last.empty() ? std::nullopt : std::optional(last.front());
      },
      [this](const std::optional<HistoryEntry>& step) { afterEdit(step); },
      [this](const ErrorText& error) {
        refresh();
        Q_EMIT failed(error);
      });
  Q_EMIT editStarted();
}

void CatalogSession::afterEdit(const std::optional<HistoryEntry>& step) {
  refresh();
  Q_EMIT edited(step.value_or(HistoryEntry{}));
}

void CatalogSession::undo() {
  service_.ask(
      Topic::Edit, 0, [](Catalog& catalog) { return catalog.undo(); },
      [this](const std::optional<HistoryEntry>& step) { afterEdit(step); });
  Q_EMIT editStarted();
}

void CatalogSession::redo() {
  service_.ask(
      Topic::Edit, 0, [](Catalog& catalog) { return catalog.redo(); },
      [this](const std::optional<HistoryEntry>& step) { afterEdit(step); });
  Q_EMIT editStarted();
}

void CatalogSession::askImages(
    std::function<ImagesResult(Catalog&, const ProgressSink&, const std::stop_token&)> work) {
  if (!isOpen() || isReadingImages()) return;
  service_.ask(
      Topic::Images, 0,
      [work = std::move(work),
       progress = CatalogService::progressTo(
           this, [this](const Progress& now) { Q_EMIT imagesProgress(now); })](
          Catalog& catalog, const std::stop_token& stop) {
        try {
          return work(catalog, progress, stop);
        } catch (const Stopped&) {
          return ImagesResult{};  // what was found is in the catalogue
        }
      },
      [this](const ImagesResult& result) {
        refresh();
        Q_EMIT imagesRead(result);
      },
      [this](const ErrorText& error) {
        refresh();
        Q_EMIT failed(error);
        Q_EMIT imagesRead({});
      });
  Q_EMIT imagesProgress({});
}

void CatalogSession::readImages() {
  askImages([](Catalog& catalog, const ProgressSink& progress, const std::stop_token& stop) {
    ImagesResult result;
    result.images =
        indexImages(catalog, catalog.find({}), displayPolicyOf(catalog), readers(), progress, stop);
    return result;
  });
}

void CatalogSession::retry() {
  askImages([ids = table_.ids()](Catalog& catalog, const ProgressSink& progress,
                                 const std::stop_token& stop) {
    ImagesResult result;
    result.isRetry = true;
    const RecheckResult again = recheck(catalog, *ids, progress, stop);
    // That a file is there again does not say that its pixels can be read.
    result.images = indexImages(catalog, *ids, displayPolicyOf(catalog), readers(), progress, stop);
    for (const RecordRow& row : catalog.rows(*ids)) {
      if (row.status == RecordStatus::Usable)
        ++result.usable;
      else if (row.status == RecordStatus::Quarantined)
        ++result.remaining;
    }
    result.toImport = again.toImport;
    return result;
  });
}

void CatalogSession::stopReadingImages() {
  service_.stop(Topic::Images);
  if (!isReadingImages()) Q_EMIT imagesRead({});
}

void CatalogSession::change(std::function<void(Catalog&)> work) {
  service_.ask(
      Topic::Edit, 0, [work = std::move(work)](Catalog& catalog) { work(catalog); },
      [this] { refresh(); });
  Q_EMIT editStarted();
}

void CatalogSession::refresh() {
  if (!isOpen()) return;
  find();
  askFacets();
  askHistory();
}

void CatalogSession::watch() {
  if (!service_.isIdle()) return;
  service_.ask(
      Topic::History, 1, [](Catalog& catalog) { return catalog.revision(); },
      [this](std::int64_t revision) {
        if (revision != revision_) refresh();
      });
}

}  // namespace mrm
