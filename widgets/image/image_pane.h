// The image pane of every stage: a gray image with window/level, zoom and pan, an overlay, a patch
// grid and labels.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <memory>
#include <optional>

#include "core/image/gray_image.h"
#include "widgets/image/image_backend.h"
#include "widgets/image/view_state.h"

namespace mrm {

class AnnotationLayer;
class ImageLink;

// What is under the cursor.
struct PixelReadout {
  bool inside = false;  // the cursor is on the image; the rest has no meaning else
  int x = 0, y = 0;     // column and row, from 0
  int stored = 0;       // the image's own value
  int shown = 0;        // the gray level on the screen, 0 to 255, without overlay
  bool operator==(const PixelReadout&) const = default;
};

// Mouse: left drag window/level; right drag or Ctrl+wheel zoom around the cursor; middle drag or
// Space+drag pan; wheel next/previous image; double-click fit. Keys: I invert, W reset window,
// arrows pan (Shift: finely), Ctrl+arrows window/level, + and - zoom, 0 fit, Page Down/Page Up
// next/previous image. Wheel and page keys are passed on to the parent where nobody listens to
// nextRequested() or previousRequested().
class ImagePane : public QWidget {
  Q_OBJECT
 public:
  explicit ImagePane(QWidget* parent = nullptr);
  ImagePane(ImageBackendKind backend, QWidget* parent);  // for tests that compare the two
  ~ImagePane() override;

  // Shows an image. Zoom and window stay when the pane shows one of the same size (and depth)
  // already, else the image is fitted and the window is the default: all of 0 to 255 for 8 bits,
  // minimum to maximum of the image for 16. Spacing: width and height of a pixel in any unit,
  // pixels are drawn in that proportion. Throws Error for an image that is empty or whose pixels do
  // not fit its size.
  void setImage(std::shared_ptr<const GrayImage> image, double spacingX = 1, double spacingY = 1);
  void setImage(std::shared_ptr<const GrayImage16> image, double spacingX = 1, double spacingY = 1);
  void clear();  // image and overlay go; the placeholder is shown
  bool hasImage() const { return image_ != nullptr; }

  void setPlaceholder(const QString& text);  // what is said where there is no image
  void setCaption(const QString& text);      // at the upper left corner, and the accessible name
  void setPatchGrid(int columns, int rows);  // lines between patches; 0 columns or rows: none
  void setReadoutVisible(bool visible);  // text at the lower edge while the cursor is inside; on
  bool readoutVisible() const;

  // Stretched over the image, whatever its own size; a null image: none. Stays when the image
  // changes.
  void setOverlay(const QImage& overlay);
  void setOverlayOpacity(double opacity);  // 0 to 1
  double overlayOpacity() const { return overlayOpacity_; }

  void setLink(ImageLink* link);  // null: unlinked
  ImageLink* link() const { return link_; }

  void fit();
  void zoomBy(double factor);  // around the pane's middle
  void resetWindow();
  void setDisplayWindow(const DisplayWindow& window);
  void setInverted(bool inverted);
  bool inverted() const { return view_.inverted(); }
  const ViewState& view() const { return view_; }
  PixelReadout readoutAt(QPointF position) const;  // in the pane's coordinates

  ImageBackendKind backendKind() const { return backendKind_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // Also when the image or the window under the cursor changes.
  void cursorMoved(const mrm::PixelReadout& readout);
  void nextRequested();
  void previousRequested();
  void viewChanged();  // camera, window or inversion; also through a link

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  friend class ImageLink;
  enum class Drag { None, Window, Zoom, Pan };
  enum class KeyAction {
    Invert,
    ResetWindow,
    Fit,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
    Narrower,
    Wider,
    Brighter,
    Darker,
    Next,
    Previous,
    HoldPan
  };

  void showImage(std::shared_ptr<const PixelPyramid> image, double spacingX, double spacingY);
  void takeView(const ImagePane& other);
  void viewEdited();   // the view was changed here: redraw, tell the link
  void viewUpdated();  // the view was changed, here or through the link
  void paneResized();
  void stepDrag(QPointF position);
  void endDrag();
  void updateCursorShape();
  void updateReadout();
  void updateDescription();
  bool listensForImages(bool next) const;  // somebody is connected to the signal
  std::optional<KeyAction> keyAction(const QKeyEvent& event) const;
  void perform(KeyAction action, bool fine);

  ImageBackendKind backendKind_;
  std::unique_ptr<ImageBackend> backend_;
  AnnotationLayer* annotations_ = nullptr;
  ImageLink* link_ = nullptr;  // leaves its panes when it is deleted
  std::shared_ptr<const PixelPyramid> image_;
  ViewState view_;
  double overlayOpacity_ = 1;
  std::shared_ptr<const OverlayPyramid> overlay_;
  QString caption_, placeholder_;
  QString givenName_;  // the accessible name set here, to leave any other alone

  Drag drag_ = Drag::None;
  Qt::MouseButton dragButton_ = Qt::NoButton;
  QPointF dragStart_, dragLast_;
  bool dragMoved_ = false;
  DisplayWindow dragWindow_;
  bool spaceHeld_ = false;
  int wheelTurned_ = 0;  // eighths of a degree, not yet a step
  std::optional<QPointF> cursor_;
  PixelReadout readout_;
};

}  // namespace mrm
