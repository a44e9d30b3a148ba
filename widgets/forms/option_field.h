// One option as a field: caption, editor, unit, its explanation, and what is wrong as one types.
#pragma once

#include <QWidget>

#include "core/options/option.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace mrm {

class OptionField : public QWidget {
  Q_OBJECT
 public:
  // The option must outlive the field.
  explicit OptionField(Option& option, QWidget* parent = nullptr);

  const Option& option() const { return option_; }
  bool isValid() const { return problem_.isEmpty(); }
  const QString& problem() const { return problem_; }
  // Shows the option's present value.
  void reload();
  QWidget* editor() const;

 Q_SIGNALS:
  void changed();  // the option's value, or whether what is typed is valid

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeEditor(QHBoxLayout* row);
  void take(const std::string& value);  // from the editor
  void retranslate();
  void fillChoices();
  void updatePublished();
  void updateProblem();
  void browse();

  Option& option_;
  QString problem_;
  QLabel *caption_, *unit_, *help_, *problemLabel_;
  QToolButton* published_;
  QLineEdit* line_ = nullptr;
  QComboBox* combo_ = nullptr;
  QCheckBox* check_ = nullptr;
  QPushButton* browse_ = nullptr;
};

}  // namespace mrm
