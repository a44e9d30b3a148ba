// The run's log, following its end.
#pragma once

#include <QPlainTextEdit>
#include <vector>

#include "core/run/log.h"

namespace mrm {

class LogView : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit LogView(QWidget* parent = nullptr);
  void append(const std::vector<LogLine>& lines);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
};

}  // namespace mrm
