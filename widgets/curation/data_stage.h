// The stage Data: which records the project has, each with its image and report, and which were set
// aside and why.
#pragma once

#include <QTimer>
#include <QWidget>

#include "widgets/common/error_text.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedLayout;
class QTableView;

namespace mrm {

class EmptyState;
class ImageCache;
class ImagePane;
class Notice;
class RecordFilter;
class RecordTableModel;
class StageHeader;
class Workspace;

class DataStage : public QWidget {
  Q_OBJECT
 public:
  explicit DataStage(Workspace& workspace, QWidget* parent = nullptr);

  int setAsideCount() const;
  bool isSettled() const { return !isReading_; }
  QTableView* table() const { return table_; }
  QLineEdit* search() const { return search_; }
  ImagePane* image() const { return image_; }
  QPlainTextEdit* report() const { return report_; }

 Q_SIGNALS:
  void recordsChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void read();
  void showCurrent();
  void move(int rows);
  void updateSummary();
  void retranslate();

  Workspace& workspace_;
  int generation_ = 0;
  bool isReading_ = false;
  QString wantedImage_;
  QTimer filterSoon_;
  RecordTableModel* model_;
  RecordFilter* filter_;
  ImageCache* images_;
  StageHeader* header_;
  QLineEdit* search_;
  QComboBox* show_;
  QTableView* table_;
  ImagePane* image_;
  QLabel *summary_, *patient_;
  QPlainTextEdit* report_;
  Notice* problem_;
  EmptyState* empty_;
  QStackedLayout* stack_;
};

}  // namespace mrm
