// Which sections of a report are read, and in which order: checked ones, from top to bottom.
#pragma once

#include <QWidget>

#include "core/text/report_policy.h"

class QCheckBox;
class QListWidget;
class QToolButton;

namespace mrm {

class SectionOrder : public QWidget {
  Q_OBJECT
 public:
  explicit SectionOrder(QWidget* parent = nullptr);

  // Empty: the whole report.
  SectionChoice choice() const;
  void setChoice(const SectionChoice& choice);
  QListWidget* list() const { return list_; }
  QCheckBox* whole() const { return whole_; }

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill(const SectionChoice& choice);
  void move(int by);

  QCheckBox* whole_;
  QListWidget* list_;
  QToolButton *up_, *down_;
};

}  // namespace mrm
