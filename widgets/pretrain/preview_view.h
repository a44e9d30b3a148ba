// What the model restores of a few records: masked, restored, original; and the report with its
// hidden words.
#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <vector>

#include "widgets/common/error_text.h"

class QComboBox;
class QLabel;
class QSlider;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace mrm {

class EmptyState;
class ImageLink;
class ImagePane;
class Notice;
class PreviewLoader;
class ReportText;
struct LoadedPreview;

class PreviewView : public QWidget {
  Q_OBJECT
 public:
  explicit PreviewView(QWidget* parent = nullptr);

  void setRun(const QString& folder);
  void setSteps(const std::vector<std::int64_t>& steps);  // those there are, ascending

  // The choice of record and step, for the panel's title bar.
  QWidget* tools() const { return tools_; }

  std::int64_t step() const;  // that is shown or on its way; -1: none
  bool isAtLatest() const { return sticksToLatest_; }
  const std::shared_ptr<const LoadedPreview>& shown() const { return shown_; }
  ReportText* report() const { return report_; }
  QSlider* slider() const { return slider_; }
  QComboBox* recordChoice() const { return records_; }

 Q_SIGNALS:
  void shownChanged();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void request();
  void show(const std::shared_ptr<const LoadedPreview>& preview);
  void showProblem(const ErrorText& error);
  void updateTexts();
  void retranslate();
  void divide();

  std::vector<std::int64_t> steps_;
  bool sticksToLatest_ = true;
  std::int64_t record_ = -1;  // that the user wants; -1: the first
  std::shared_ptr<const LoadedPreview> shown_;
  PreviewLoader* loader_;
  ImageLink* link_;
  ImagePane *masked_, *restored_, *original_;
  ReportText* report_;
  QStackedLayout* stack_;
  EmptyState* empty_;
  Notice* problem_;
  QWidget* tools_;
  QSplitter* splitter_;
  bool isDividedByUser_ = false;
  QLabel *recordLabel_, *stepLabel_, *facts_, *words_;
  QComboBox* records_;
  QSlider* slider_;
  QToolButton *latest_, *ownWords_;
};

}  // namespace mrm
