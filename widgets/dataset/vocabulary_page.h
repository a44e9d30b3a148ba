// The words that the model knows: trained from the reports of the training split, or taken from a
// file; with how well they fit before they are used.
#pragma once

#include <memory>
#include <optional>

#include "core/text/vocabulary_report.h"
#include "widgets/dataset/dataset_page.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTextBrowser;
class QTreeWidget;

namespace mrm {

class Job;
class JobBar;
class Notice;

class VocabularyPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit VocabularyPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;

  // Looks how well a tokenizer.json fits the reports.
  void takeFile(const QString& file);
  void train();
  void use();
  const VocabularyReport* report() const;
  QSpinBox* size() const { return size_; }
  QPushButton* trainButton() const { return train_; }
  QPushButton* useButton() const { return use_; }
  QTreeWidget* facts() const { return facts_; }
  QTextBrowser* examples() const { return examples_; }
  QLabel* origin() const { return origin_; }
  Notice* notice() const { return notice_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Inspected;
  void start(
      const QString& activity,
      std::function<std::shared_ptr<const Inspected>(const ProgressSink&, std::stop_token)> work);
  void showInspected();
  void updateState();

  DataSet data_;
  Job *work_, *using_;
  JobBar* bar_;
  std::shared_ptr<const Inspected> shown_;
  QSpinBox* size_;
  QPushButton *train_, *file_, *use_;
  QLabel* origin_;
  QTreeWidget* facts_;
  QTextBrowser* examples_;
  QWidget* inspector_;
  Notice* notice_;
};

}  // namespace mrm
