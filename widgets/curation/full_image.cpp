#include "widgets/curation/full_image.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "widgets/curation/record_details.h"
#include "widgets/image/image_pane.h"

namespace mrm {

FullImage::FullImage(RecordDetails& details, QWidget* parent)
    : QWidget(parent, Qt::Window), details_(details), image_(new ImagePane(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(image_);
  setFocusProxy(image_);
  connect(image_, &ImagePane::nextRequested, this, [this] { Q_EMIT stepRequested(1); });
  connect(image_, &ImagePane::previousRequested, this, [this] { Q_EMIT stepRequested(-1); });
  connect(&details, &RecordDetails::imageChanged, this, &FullImage::follow);
  connect(&details, &RecordDetails::overlayChanged, image_, &ImagePane::setOverlay);
  follow();
  image_->setOverlay(details.overlay());
  image_->setFocus();
}

void FullImage::follow() {
  setWindowTitle(details_.title());
  if (const auto shown = details_.shown()) {
    image_->setCaption(details_.title());
    image_->setImage(shown->image, shown->spacingX, shown->spacingY);
  } else {
    image_->clear();
  }
}

void FullImage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F)
    close();
  else
    QWidget::keyPressEvent(event);
}

}  // namespace mrm
