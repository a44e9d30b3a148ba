// What lies over a pane's image as vectors: patch grid, caption, readout, placeholder and focus
// frame.
#pragma once

#include <QString>
#include <QWidget>

#include "widgets/image/view_state.h"

namespace mrm {

// A transparent child of the pane above either backend, so that both show the same.
class AnnotationLayer : public QWidget {
 public:
  explicit AnnotationLayer(QWidget* pane);

  void setView(const ViewState& view, bool hasImage);
  void setCaption(const QString& text);
  void setPlaceholder(const QString& text);
  void setPatchGrid(int columns, int rows);
  void setReadout(const QString& left, const QString& right);  // at the lower edge
  void setReadoutVisible(bool visible);
  bool readoutVisible() const { return readoutVisible_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintGrid(QPainter& painter) const;
  void paintLabel(QPainter& painter, const QString& text, Qt::Alignment place, int room) const;
  void paintReadout(QPainter& painter) const;
  QRect lowerEdge() const;

  ViewState view_;
  bool hasImage_ = false;
  QString caption_, placeholder_, readoutLeft_, readoutRight_;
  bool readoutVisible_ = true;
  int gridColumns_ = 0, gridRows_ = 0;
};

}  // namespace mrm
