// Where the records of a project came from: each source can be updated, or looked for elsewhere
// when its images have moved.
#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "core/catalog/catalog.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace mrm {

class Job;
class JobBar;
class Notice;

class SourcesDialog : public QDialog {
  Q_OBJECT
 public:
  // `open` opens the project's catalogue, on a thread of its own.
  explicit SourcesDialog(std::function<Catalog()> open, QWidget* parent = nullptr);

  bool isReading() const;
  QTreeWidget* list() const { return list_; }
  QPushButton* updateButton() const { return update_; }
  QPushButton* movedButton() const { return moved_; }
  Notice* notice() const { return notice_; }
  // Looks for the chosen source's images under another folder from now on, when some are there.
  void moveTo(const QString& folder);

 Q_SIGNALS:
  void updateRequested(const mrm::CatalogSource& source);
  void moved();

 private:
  void read();
  void fill();
  const CatalogSource* chosen() const;
  void updateState();

  std::function<Catalog()> open_;
  std::vector<CatalogSource> sources_;
  Job* job_;
  QTreeWidget* list_;
  QLabel* empty_;
  JobBar* bar_;
  Notice* notice_;
  QPushButton *update_, *moved_;
};

}  // namespace mrm
