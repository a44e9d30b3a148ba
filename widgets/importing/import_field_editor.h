// One thing that an importer needs to know, as a field: caption, editor, its explanation, and what
// is wrong as one types.
#pragma once

#include <QWidget>

#include "core/importers/importer.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;

namespace mrm {

class ImportFieldEditor : public QWidget {
  Q_OBJECT
 public:
  explicit ImportFieldEditor(const ImportField& field, QWidget* parent = nullptr);

  const ImportField& field() const { return field_; }
  // The field as it follows from the other settings now, with the value it has. Same kind.
  void update(const ImportField& field, const std::string& value);
  std::string value() const { return value_; }
  // Shows a problem that something else found with this field.
  void setProblem(const QString& problem);
  const QString& problem() const { return problem_; }
  QWidget* editor() const;

 Q_SIGNALS:
  void edited(const std::string& name, const std::string& value);

 private:
  void makeEditor(QHBoxLayout* row);
  void fillCombo();
  void fillList();
  void take(const std::string& value);
  void browse();

  ImportField field_;
  std::string value_;
  QString problem_;
  QLabel *caption_, *help_, *problemLabel_;
  QLineEdit* line_ = nullptr;
  QComboBox* combo_ = nullptr;
  QCheckBox* check_ = nullptr;
  QListWidget* columns_ = nullptr;
};

}  // namespace mrm
