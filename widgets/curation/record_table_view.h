// The records as a table: columns to choose, sorted by the catalogue, states told by icon and tone.
#pragma once

#include <QTableView>

#include "core/catalog/catalog_query.h"

namespace mrm {

class CatalogSession;

class RecordTableView : public QTableView {
  Q_OBJECT
 public:
  explicit RecordTableView(CatalogSession& session, QWidget* parent = nullptr);

  void showOrder(const RecordOrder& order);
  void saveColumns() const;
  void resetColumns();
  // The column with the state and its reason, whatever was chosen.
  void setReasonShown(bool shown);
  void retranslate();
  // Letters are shortcuts here, not a search.
  void keyboardSearch(const QString&) override {}

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void chooseColumns(QPoint position);
  void updateRowHeight();

  CatalogSession& session_;
  bool isReasonShown_ = false, wasStatusHidden_ = false;
  int statusWidth_ = 0;
};

}  // namespace mrm
