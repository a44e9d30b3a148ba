// The line at the top of a stage: its title, whether the data are synthetic, and at the far end
// what is done here.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace mrm {

class ElidedLabel;

class StageHeader : public QWidget {
  Q_OBJECT
 public:
  explicit StageHeader(QWidget* parent = nullptr);

  void setTitle(const QString& title);
  void setSubtitle(const QString& subtitle);  // the project's name
  void setSynthetic(bool synthetic);
  void addTool(QWidget* widget);  // at the far end; the primary button last

 private:
  QLabel *title_, *mark_;
  ElidedLabel* subtitle_;
  QHBoxLayout* tools_;
};

// The layout that all stages have: the header, a hairline, and below it the content.
void layOutStage(QWidget* stage, StageHeader* header, QWidget* content);

}  // namespace mrm
