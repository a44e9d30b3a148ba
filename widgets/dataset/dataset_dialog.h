// The window that prepares a data set: images, reports, vocabulary, labels, splits.
#pragma once

#include <QDialog>
#include <vector>

#include "widgets/dataset/dataset_page.h"

class QLabel;
class QListWidget;
class QStackedWidget;

namespace mrm {

class ImagesPage;
class LabelsPage;
class ReportsPage;
class SplitsPage;
class VocabularyPage;

class DataSetDialog : public QDialog {
  Q_OBJECT
 public:
  enum Page { Images, Reports, Vocabulary, Labels, Splits };
  explicit DataSetDialog(const DataSet& dataSet, QWidget* parent = nullptr);

  void showPage(Page page);
  bool isSettled() const;
  ImagesPage* images() const { return images_; }
  ReportsPage* reports() const { return reports_; }
  VocabularyPage* vocabulary() const { return vocabulary_; }
  LabelsPage* labels() const { return labels_; }
  SplitsPage* splits() const { return splits_; }
  QListWidget* list() const { return list_; }

 Q_SIGNALS:
  void checksRequested();
  void readRequested();  // the records' images, again
  void catalogChanged();
  void projectChanged(const mrm::Project& project);

 private:
  void enterPage(int index);

  std::vector<DataSetPage*> pages_;
  std::vector<bool> isStale_;
  ImagesPage* images_;
  ReportsPage* reports_;
  VocabularyPage* vocabulary_;
  LabelsPage* labels_;
  SplitsPage* splits_;
  QListWidget* list_;
  QStackedWidget* stack_;
  QLabel* question_;
};

}  // namespace mrm
