// A chart of a few bars with their names and counts.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>
#include <string>

class QCPBars;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace mrm {

class BarChart : public QWidget {
  Q_OBJECT
 public:
  struct Bar {
    std::string value;
    QString name;
    qint64 count = 0;
    bool isChosen = false;
  };

  enum class Direction { Across, Upright };  // Across: names at the left, for long ones
  explicit BarChart(Direction direction, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  // The note stands beside the title: what is left out.
  void setBars(QVector<Bar> bars, const QString& note = {});
  const QVector<Bar>& bars() const { return bars_; }
  QCustomPlot* plot() const { return plot_; }
  QSize sizeHint() const override;

 Q_SIGNALS:
  void clicked(const QString& value);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int barAt(QPointF position) const;
  void draw();
  void applyTheme();
  void describe();

  Direction direction_;
  QVector<Bar> bars_;
  QLabel *title_, *note_;
  QCustomPlot* plot_;
  QCPBars *plain_, *chosen_;
  QVector<QCPItemText*> counts_;
};

}  // namespace mrm
