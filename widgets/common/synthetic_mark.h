// The mark that stands wherever a sample project is shown: no patient is behind these images.
#pragma once

#include <QLabel>

namespace mrm {

class SyntheticMark : public QLabel {
  Q_OBJECT
 public:
  explicit SyntheticMark(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void updateColors();
};

}  // namespace mrm
