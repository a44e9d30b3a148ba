// How the data set's images are shown, and with that what is trained on: the choice beside a record
// as it is now and as it would be, and the images that look inverted.
#pragma once

#include <QCache>
#include <QSet>
#include <memory>
#include <vector>

#include "core/image/display.h"
#include "widgets/dataset/dataset_page.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace mrm {

class DisplayChoice;
class ElidedLabel;
class EmptyState;
class ImageLink;
class ImagePane;
class Job;
class Notice;

class ImagesPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit ImagesPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;
  // The work that reads the records' images: its progress is shown, and what it found after it.
  void followReading(Job& job);
  // The records' images were read: who looks inverted may be another.
  void imagesRead();

  void showRecord(RecordId id);
  void apply();
  RecordId shown() const { return shown_; }
  const DisplayPolicy& inForce() const { return inForce_; }
  DisplayChoice* choice() const { return choice_; }
  ImagePane* before() const { return before_; }
  ImagePane* after() const { return after_; }
  ElidedLabel* beforeAudit() const { return beforeAudit_; }
  ElidedLabel* afterAudit() const { return afterAudit_; }
  QPushButton* applyButton() const { return apply_; }
  QPushButton* resetButton() const { return reset_; }
  QPushButton* next() const { return next_; }
  QPushButton* previous() const { return previous_; }
  QListWidget* inverted() const { return inverted_; }
  QLabel* invertedTitle() const { return invertedTitle_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  // Another policy is in force: the images have to be read again.
  void readRequested();

 private:
  struct Loaded;
  struct Facts;
  using Image = std::shared_ptr<const Loaded>;

  QWidget* makeChoices();
  QWidget* makePreview();
  void refresh();
  void take(Facts facts);
  void choose();
  void move(int by);
  void load(RecordId id);
  void present(const Image& image);
  void draw();
  void fillInverted(const std::vector<RecordId>& ids);
  void loadPicture();
  void updateState();

  DataSet data_;
  Job *open_, *save_;
  std::vector<RecordId> ids_;  // usable records, ascending
  DisplayPolicy inForce_;
  bool hasEntered_ = false;
  RecordId shown_ = 0;
  Image current_;  // of shown_, once it is read
  QCache<RecordId, Image> kept_;
  QSet<RecordId> underWay_;
  int lastStep_ = 1;
  bool isDrawing_ = false, isStale_ = false, isReading_ = false;
  std::vector<RecordId> pictures_;  // of the list, as yet without their picture
  bool isPicturing_ = false;
  int pictureGeneration_ = 0;
  DisplayChoice* choice_;
  ImageLink* link_;
  ImagePane *before_, *after_;
  ElidedLabel *beforeAudit_, *afterAudit_, *name_;
  QPushButton *previous_, *next_, *apply_, *reset_;
  QLabel *state_, *invertedTitle_;
  QListWidget* inverted_;
  Notice* notice_;
  QWidget* content_;
  EmptyState* empty_;
};

}  // namespace mrm
