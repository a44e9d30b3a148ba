// What draws the image of a pane: VTK on OpenGL, or Qt's raster painting where there is none.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>

#include "widgets/image/opengl_probe.h"
#include "widgets/image/overlay_pyramid.h"
#include "widgets/image/pixel_pyramid.h"
#include "widgets/image/view_state.h"

class QWidget;

namespace mrm {

// Both backends show the same picture: geometry and window come from ViewState, samples from the
// pyramids.
class ImageBackend {
 public:
  virtual ~ImageBackend() = default;
  // A child of the pane, deleted with the backend. It takes no input: the pane handles all of it.
  virtual QWidget* widget() = 0;
  // Each schedules a redraw and returns at once.
  virtual void setImage(std::shared_ptr<const PixelPyramid> image) = 0;  // null: background only
  virtual void setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) = 0;
  // Size and device pixel ratio in `view` are the widget's.
  virtual void setView(const ViewState& view) = 0;
};

enum class ImageBackendKind { Raster, Vtk };

struct ImageBackendChoice {
  ImageBackendKind kind = ImageBackendKind::Raster;
  QString reason;  // one untranslated line for the log
};

// Decided once per process, needs the QApplication: MRM_IMAGE_BACKEND=raster|vtk when it is set,
// else VTK where an OpenGL 3.2 context can be made that a graphics card draws (a software renderer
// shows the same picture more slowly than raster painting).
const ImageBackendChoice& imageBackendChoice();

// The rule itself: `wish` is the variable's value; `probe` is asked only where the wish leaves it
// open.
ImageBackendChoice chooseImageBackend(const QByteArray& wish,
                                      const std::function<OpenGlProbe()>& probe);

std::unique_ptr<ImageBackend> makeImageBackend(ImageBackendKind kind, QWidget* parent);

}  // namespace mrm
