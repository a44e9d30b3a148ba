// A catalogue as it is worked on: the question asked of it, the records found, what is selected,
// and the edits with their undo.
#pragma once

#include <QItemSelectionModel>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

#include "core/catalog/catalog.h"
#include "core/importers/index_images.h"
#include "widgets/models/catalog_facet_model.h"
#include "widgets/models/catalog_service.h"
#include "widgets/models/catalog_table_model.h"
#include "widgets/models/row_ranges.h"

namespace mrm {

struct CatalogEdit {
  enum class Kind { Exclude, Restore, SetView, SetSplit, AddTag, RemoveTag };
  Kind kind = Kind::Exclude;
  std::string text;  // reason, view or tag
  Split split = Split::None;
};

// What came of reading images.
struct ImagesResult {
  bool isRetry = false;
  IndexResult images;
  std::int64_t usable = 0, remaining = 0, toImport = 0;  // of a retry
};

class CatalogSession : public QObject {
  Q_OBJECT
 public:
  explicit CatalogSession(QObject* parent = nullptr);
  ~CatalogSession() override;

  // Asks for all records, in order of their numbers; then opened() or openFailed().
  void open(std::function<Catalog()> opener);
  void close();
  bool isOpen() const { return service_.isOpen(); }
  bool isSettled() const { return service_.isIdle(); }

  CatalogService& service() { return service_; }
  CatalogTableModel& table() { return table_; }
  CatalogFacetModel& facets() { return facets_; }
  QItemSelectionModel& selection() { return selection_; }

  const RecordQuery& query() const { return query_; }
  void setQuery(RecordQuery query);
  void setText(const std::string& text);
  const RecordOrder& order() const { return order_; }
  void setOrder(RecordOrder order);

  std::int64_t total() const { return total_; }  // records of the catalogue
  std::int64_t quarantined() const { return quarantined_; }
  std::int64_t revision() const { return revision_; }
  // How the data set's images are shown.
  const DisplayPolicy& displayPolicy() const { return displayPolicy_; }

  RowRanges selectedRows() const;
  std::int64_t selectedCount() const { return rowCountOf(selectedRows()); }
  RecordId current() const;

  // Of the selected records; edited() follows.
  void edit(const CatalogEdit& edit);
  void editRecords(const CatalogEdit& edit, std::vector<RecordId> ids);
  void undo();
  void redo();
  const std::optional<HistoryEntry>& undoable() const { return undoable_; }
  const std::optional<HistoryEntry>& redoable() const { return redoable_; }
  bool isEditing() const { return service_.isUnderWay(CatalogService::Topic::Edit); }

  // Reads the pixels of all records' images that were not read yet: their sizes, hashes and
  // polarity are known then, and what cannot be used is quarantined. imagesRead() follows.
  void readImages();
  // Looks again at those of the records shown that are quarantined: what can be read now is usable
  // again. imagesRead() follows.
  void retry();
  void stopReadingImages();
  bool isReadingImages() const { return service_.isUnderWay(CatalogService::Topic::Images); }

  // Runs any other change on the thread of edits, then reads everything anew.
  void change(std::function<void(Catalog&)> work);
  // Reads everything anew, as after a change by another program.
  void refresh();

 Q_SIGNALS:
  void opened();
  void openFailed(const mrm::ErrorText& error);
  void failed(const mrm::ErrorText& error);
  void queryChanged();
  void found();           // the records of the table are those of the query
  void contentChanged();  // something in the catalogue is other than before: the revision grew
  void displayPolicyChanged();
  void historyChanged();
  void imagesProgress(const mrm::Progress& progress);
  void imagesRead(const mrm::ImagesResult& result);  // also when it was stopped
  void editStarted();
  // An edit, or what was undone or done again; number 0: nothing had to be changed.
  void edited(const mrm::HistoryEntry& step);

 private:
  struct Found;

  void find();
  void askImages(
      std::function<ImagesResult(Catalog&, const ProgressSink&, const std::stop_token&)>);
  void take(Found found);
  void askFacets();
  void askHistory();
  void makeStep(std::function<std::int64_t(Catalog&)> work);
  void afterEdit(const std::optional<HistoryEntry>& step);
  void watch();

  CatalogService service_;
  CatalogTableModel table_;
  CatalogFacetModel facets_;
  QItemSelectionModel selection_;
  RecordQuery query_;
  RecordOrder order_;
  DisplayPolicy displayPolicy_;
  std::int64_t total_ = 0, quarantined_ = 0, revision_ = 0;
  std::optional<HistoryEntry> undoable_, redoable_;
  QTimer watch_;
};

}  // namespace mrm
