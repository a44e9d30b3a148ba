// The legend of the curves as a table: last, smoothed and best value of each.
#pragma once

#include <QTableWidget>
#include <vector>

namespace mrm {

class CurvePanel;

class CurvesTable : public QTableWidget {
  Q_OBJECT
 public:
  // A row for each panel's training curve, and one for the values on held-back records of those
  // that have them.
  CurvesTable(std::vector<const CurvePanel*> panels, QWidget* parent = nullptr);

  void refresh();
  QString asText() const;  // tab-separated, for a spreadsheet

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Row {
    const CurvePanel* panel;
    bool isValidation;
  };
  void retranslate();
  void updateSwatches();

  std::vector<Row> rows_;
};

}  // namespace mrm
