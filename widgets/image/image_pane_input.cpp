// Mouse, wheel and keys of ImagePane.
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

#include "widgets/image/annotation_layer.h"
#include "widgets/image/image_pane.h"

namespace mrm {

namespace {

constexpr double kZoomStep = 1.25;        // of a key or a wheel step
constexpr double kZoomDragDoubling = 96;  // logical pixels up for twice the size
constexpr int kDeadZone = 3;              // logical pixels that a click may tremble
constexpr int kWheelStep = 120;           // eighths of a degree: one notch of a plain wheel
constexpr double kPanStep = 48, kFinePanStep = 4, kWindowStep = 8;  // logical pixels of a drag

}  // namespace

void ImagePane::mousePressEvent(QMouseEvent* event) {
  if (!image_) return event->ignore();
  if (drag_ != Drag::None) return;  // a second button during a drag
  switch (event->button()) {
    case Qt::LeftButton:
      drag_ = spaceHeld_ ? Drag::Pan : Drag::Window;
      break;
    case Qt::RightButton:
      drag_ = Drag::Zoom;
      break;
    case Qt::MiddleButton:
      drag_ = Drag::Pan;
      break;
    default:
      return event->ignore();
  }
  dragButton_ = event->button();
  dragStart_ = dragLast_ = event->position();
  dragMoved_ = false;
  dragWindow_ = view_.window();
  updateCursorShape();
}

void ImagePane::mouseMoveEvent(QMouseEvent* event) {
  cursor_ = event->position();
  if (drag_ != Drag::None) stepDrag(event->position());
  updateReadout();
}

void ImagePane::stepDrag(QPointF position) {
  const QPointF whole = position - dragStart_;
  if (!dragMoved_ && whole.manhattanLength() < kDeadZone) return;
  dragMoved_ = true;
  const QPointF step = position - dragLast_;
  dragLast_ = position;
  switch (drag_) {
    case Drag::Window:
      view_.dragWindow(dragWindow_, whole.x(), whole.y());
      break;
    case Drag::Zoom:
      view_.zoomAround({dragStart_.x(), dragStart_.y()}, std::exp2(-step.y() / kZoomDragDoubling));
      break;
    case Drag::Pan:
      view_.panBy(step.x(), step.y());
      break;
    case Drag::None:
      return;
  }
  viewEdited();
}

void ImagePane::mouseReleaseEvent(QMouseEvent* event) {
  if (drag_ == Drag::None || event->button() != dragButton_) return;
  stepDrag(event->position());
  endDrag();
}

void ImagePane::endDrag() {
  drag_ = Drag::None;
  dragButton_ = Qt::NoButton;
  updateCursorShape();
}

void ImagePane::mouseDoubleClickEvent(QMouseEvent* event) {
  // The second press of a double-click arrives here only; of another button it is a plain press.
  if (event->button() != Qt::LeftButton || spaceHeld_)
    mousePressEvent(event);
  else if (image_)
    fit();
}

void ImagePane::wheelEvent(QWheelEvent* event) {
  const int turned = event->angleDelta().y();
  if (event->modifiers() & Qt::ControlModifier) {
    if (image_ && turned != 0) {
      view_.zoomAround({event->position().x(), event->position().y()},
                       std::pow(kZoomStep, turned / double{kWheelStep}));
      viewEdited();
    }
    event->accept();
    return;
  }
  if (turned == 0 || !listensForImages(turned < 0)) {
    event->ignore();
    return;
  }
  if ((turned < 0) != (wheelTurned_ < 0)) wheelTurned_ = 0;
  wheelTurned_ += turned;
  // Touch pads and fine wheels turn by less than a step at a time.
  for (; wheelTurned_ <= -kWheelStep; wheelTurned_ += kWheelStep) Q_EMIT nextRequested();
  for (; wheelTurned_ >= kWheelStep; wheelTurned_ -= kWheelStep) Q_EMIT previousRequested();
  event->accept();
}

bool ImagePane::listensForImages(bool next) const {
  return isSignalConnected(next ? QMetaMethod::fromSignal(&ImagePane::nextRequested)
                                : QMetaMethod::fromSignal(&ImagePane::previousRequested));
}

std::optional<ImagePane::KeyAction> ImagePane::keyAction(const QKeyEvent& event) const {
  static constexpr struct {
    Qt::Key key;
    bool control;
    KeyAction action;
  } kKeys[] = {
      {Qt::Key_I, false, KeyAction::Invert},        {Qt::Key_W, false, KeyAction::ResetWindow},
      {Qt::Key_0, false, KeyAction::Fit},           {Qt::Key_Plus, false, KeyAction::ZoomIn},
      {Qt::Key_Equal, false, KeyAction::ZoomIn},  // plus, without Shift, on many keyboards
      {Qt::Key_Minus, false, KeyAction::ZoomOut},   {Qt::Key_Left, false, KeyAction::PanLeft},
      {Qt::Key_Right, false, KeyAction::PanRight},  {Qt::Key_Up, false, KeyAction::PanUp},
      {Qt::Key_Down, false, KeyAction::PanDown},    {Qt::Key_Left, true, KeyAction::Narrower},
      {Qt::Key_Right, true, KeyAction::Wider},      {Qt::Key_Up, true, KeyAction::Brighter},
      {Qt::Key_Down, true, KeyAction::Darker},      {Qt::Key_PageDown, false, KeyAction::Next},
      {Qt::Key_PageUp, false, KeyAction::Previous}, {Qt::Key_Space, false, KeyAction::HoldPan},
  };
  const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
  if (modifiers != Qt::NoModifier && modifiers != Qt::ControlModifier) return {};
  for (const auto& binding : kKeys) {
    if (binding.key != event.key() || binding.control != (modifiers == Qt::ControlModifier))
      continue;
    const bool request = binding.action == KeyAction::Next || binding.action == KeyAction::Previous;
    const bool possible =
        request ? listensForImages(binding.action == KeyAction::Next) : hasImage();
    return possible ? std::optional(binding.action) : std::nullopt;
  }
  return {};
}

void ImagePane::perform(KeyAction action, bool fine) {
  const double pan = fine ? kFinePanStep : kPanStep;
  const auto move = [this](double x, double y) {
    view_.panBy(x, y);
    viewEdited();
  };
  const auto window = [this](double x, double y) {
    view_.dragWindow(view_.window(), x, y);
    viewEdited();
  };
  switch (action) {
    case KeyAction::Invert:
      return setInverted(!view_.inverted());
    case KeyAction::ResetWindow:
      return resetWindow();
    case KeyAction::Fit:
      return fit();
    case KeyAction::ZoomIn:
      return zoomBy(kZoomStep);
    case KeyAction::ZoomOut:
      return zoomBy(1 / kZoomStep);
    // As scrolling: the right arrow shows what lies further right.
    case KeyAction::PanLeft:
      return move(pan, 0);
    case KeyAction::PanRight:
      return move(-pan, 0);
    case KeyAction::PanUp:
      return move(0, pan);
    case KeyAction::PanDown:
      return move(0, -pan);
    case KeyAction::Narrower:
      return window(-kWindowStep, 0);
    case KeyAction::Wider:
      return window(kWindowStep, 0);
    case KeyAction::Brighter:
      return window(0, -kWindowStep);
    case KeyAction::Darker:
      return window(0, kWindowStep);
    case KeyAction::Next:
      Q_EMIT nextRequested();
      return;
    case KeyAction::Previous:
      Q_EMIT previousRequested();
      return;
    case KeyAction::HoldPan:
      spaceHeld_ = true;
      return updateCursorShape();
  }
}

void ImagePane::keyPressEvent(QKeyEvent* event) {
  if (const auto action = keyAction(*event))
    perform(*action, event->modifiers() & Qt::ShiftModifier);
  else
    QWidget::keyPressEvent(event);
}

void ImagePane::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Space || event->isAutoRepeat())
    return QWidget::keyReleaseEvent(event);
  spaceHeld_ = false;
  updateCursorShape();
}

void ImagePane::leaveEvent(QEvent*) {
  cursor_.reset();
  updateReadout();
}

void ImagePane::updateCursorShape() {
  if (drag_ == Drag::Pan)
    setCursor(Qt::ClosedHandCursor);
  else if (drag_ == Drag::Zoom)
    setCursor(Qt::SizeVerCursor);
  else if (spaceHeld_)
    setCursor(Qt::OpenHandCursor);
  else if (image_)
    setCursor(Qt::CrossCursor);
  else
    unsetCursor();
}

bool ImagePane::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::ShortcutOverride:
      // While the pane has the focus its keys come before the window's shortcuts.
      if (keyAction(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
      }
      break;
    case QEvent::ScreenChangeInternal:  // another device pixel ratio
    case QEvent::Show:
      paneResized();
      break;
    default:
      break;
  }
  return QWidget::event(event);
}

}  // namespace mrm
