// What a check found: a line for each finding, with its examples below, to be copied or saved.
#pragma once

#include <QWidget>
#include <memory>

#include "core/importers/importer.h"
#include "widgets/common/error_text.h"

class QPushButton;
class QTreeWidget;

namespace mrm {

class FindingsView : public QWidget {
  Q_OBJECT
 public:
  explicit FindingsView(QWidget* parent = nullptr);

  void setPlan(std::shared_ptr<const ImportPlan> plan);  // may be null
  QTreeWidget* tree() const { return tree_; }
  QPushButton* copyButton() const { return copy_; }
  QPushButton* saveButton() const { return save_; }
  void saveTo(const QString& file);  // off this thread

 Q_SIGNALS:
  void saved(const QString& file);
  void saveFailed(const mrm::ErrorText& error);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();

  std::shared_ptr<const ImportPlan> plan_;
  QTreeWidget* tree_;
  QPushButton *copy_, *save_;
};

}  // namespace mrm
