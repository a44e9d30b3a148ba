// The image of a record alone on the screen.
#pragma once

#include <QWidget>

namespace mrm {

class ImagePane;
class RecordDetails;

class FullImage : public QWidget {
  Q_OBJECT
 public:
  FullImage(RecordDetails& details, QWidget* parent);

  ImagePane* image() const { return image_; }

 Q_SIGNALS:
  void stepRequested(int rows);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void follow();

  RecordDetails& details_;
  ImagePane* image_;
};

}  // namespace mrm
