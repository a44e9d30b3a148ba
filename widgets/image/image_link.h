// Panes that move together: they share the camera, the window and the inversion; each keeps its own
// image.
#pragma once

#include <QObject>
#include <vector>

namespace mrm {

class ImagePane;

// Panes join with ImagePane::setLink(). A pane that joins takes over the view of those already
// there. The camera is shared in shares of the image, so that images of another resolution show the
// same field; a fitted image is fitted in each pane. The window is shared in stored values between
// images of the same depth, else in shares of the default window.
class ImageLink : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~ImageLink() override;

  const std::vector<ImagePane*>& panes() const { return panes_; }

 private:
  friend class ImagePane;
  void join(ImagePane* pane);
  void leave(ImagePane* pane);
  void publish(
      const ImagePane* from);  // after the user, or the program, changed the view of `from`

  std::vector<ImagePane*> panes_;
};

}  // namespace mrm
