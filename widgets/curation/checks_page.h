// What is wrong with the data set before it is trained on, problem by problem.
#pragma once

#include <QWidget>
#include <memory>

#include "core/catalog/checks.h"
#include "widgets/common/error_text.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace mrm {

class CatalogSession;
class PairView;
class RadiographCache;

class ChecksPage : public QWidget {
  Q_OBJECT
 public:
  ChecksPage(CatalogSession& session, RadiographCache& images, QWidget* parent = nullptr);

  void check();  // anew
  bool isChecking() const;
  const std::shared_ptr<const CatalogCheck>& found() const { return found_; }
  QTreeWidget* problems() const { return problems_; }
  PairView* pair() const { return pair_; }
  QPushButton* readButton() const { return read_; }
  QPushButton* showButton() const { return show_; }

 Q_SIGNALS:
  void recordsRequested(const mrm::CatalogProblem& problem);  // to be shown in the table

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void showCurrent();
  void settleCurrent();
  void updateState();
  const CatalogProblem* current() const;
  void retranslate();

  CatalogSession& session_;
  QLabel *summary_, *text_;
  QProgressBar* progress_;
  QPushButton *again_, *read_, *show_;
  QTreeWidget* problems_;
  PairView* pair_;
  std::shared_ptr<const CatalogCheck> found_;
  std::int64_t checkedRevision_ = -1;
  QString activity_;
};

}  // namespace mrm
