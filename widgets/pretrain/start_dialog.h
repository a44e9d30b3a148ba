// Chooses the settings of a pre-training, from a preset, and starts it.
#pragma once

#include <QDialog>
#include <memory>

#include "core/catalog/records.h"
#include "core/project/project.h"
#include "core/run/pretrain_options.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mrm {

class Notice;
class OptionForm;
struct StartRecords;

class StartDialog : public QDialog {
  Q_OBJECT
 public:
  explicit StartDialog(const Project& project, QWidget* parent = nullptr);
  ~StartDialog() override;

  OptionForm* form() const { return form_; }
  QLineEdit* name() const { return name_; }
  QPushButton* startButton() const { return start_; }
  QButtonGroup* presets() const { return presets_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  void started(const QString& runFolder);
  void checksRequested();  // what blocks training is to be shown

 private:
  QWidget* makeSide();
  void usePreset(int index);
  void updateState();
  void start();

  Project project_;
  PretrainOptions options_;
  OptionSet set_;
  PretrainOptions presetOptions_;  // as the chosen preset gives them
  std::unique_ptr<StartRecords> records_;
  bool isNameEdited_ = false, isStarting_ = false;
  OptionForm* form_;
  QLineEdit* name_;
  QPushButton *start_, *cancel_, *firstProblem_, *showChecks_;
  QButtonGroup* presets_;
  QLabel *plan_, *differences_, *differencesTitle_;
  Notice* notice_;
};

}  // namespace mrm
