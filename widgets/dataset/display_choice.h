// How stored values become gray levels, as a choice: the file's own window, percentiles, the full
// range; each with its settings and a sentence.
#pragma once

#include <QWidget>

#include "core/image/display.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace mrm {

class DisplayChoice : public QWidget {
  Q_OBJECT
 public:
  explicit DisplayChoice(QWidget* parent = nullptr);

  DisplayPolicy policy() const;  // of use only while it is valid
  void setPolicy(const DisplayPolicy& policy);
  bool isValid() const;
  // Says what the file at hand offers of its own; null: nothing is said.
  void setImage(const StoredImage* image);

  QRadioButton* file() const { return file_; }
  QRadioButton* percentile() const { return percentile_; }
  QRadioButton* fullRange() const { return fullRange_; }
  QSpinBox* fileWindow() const { return fileWindow_; }
  QCheckBox* tableFirst() const { return tableFirst_; }
  QDoubleSpinBox* low() const { return low_; }
  QDoubleSpinBox* high() const { return high_; }

 Q_SIGNALS:
  void changed();

 private:
  void update();

  QRadioButton *file_, *percentile_, *fullRange_;
  QSpinBox* fileWindow_;
  QCheckBox* tableFirst_;
  QDoubleSpinBox *low_, *high_;
  QLabel *offered_, *problem_;
};

}  // namespace mrm
