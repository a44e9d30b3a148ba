#include "widgets/pretrain/start_dialog.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/options/yaml.h"
#include "widgets/common/background.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/common/small_label.h"
#include "widgets/forms/option_field.h"
#include "widgets/forms/option_form.h"
#include "widgets/forms/option_text.h"
#include "widgets/models/worker.h"
#include "widgets/pretrain/start_plan.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

// What the project says already.
const QStringList kFromProject{"data.records", "data.catalog", "data.image_column",
                               "data.report_column", "data.patient_column"};

void takeProject(PretrainOptions& options, const Project& project) {
  std::error_code code;
  if (std::filesystem::exists(project.catalogFile(), code))
    options.data.catalog = project.catalogFile();
  else
    options.data.records = project.records;
  options.data.imageColumn = project.columns.image;
  options.data.reportColumn = project.columns.report;
  options.data.patientColumn = project.columns.patient;
  options.data.tokenizer = project.tokenizer;
}

QLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  QFont font = label->font();
  font.setWeight(QFont::DemiBold);
  label->setFont(font);
  return label;
}

// Statements below one another, set apart.
QString paragraphs(const QStringList& lines) {
  QString html;
  for (const QString& line : lines)
    html += QStringLiteral("<p style='margin:0 0 6px 0'>%1</p>").arg(line.toHtmlEscaped());
  return html;
}

}  // namespace

StartDialog::StartDialog(const Project& project, QWidget* parent)
    : QDialog(parent), project_(project) {
  setObjectName("startDialog");
  setWindowTitle(tr("Start pre-training"));
  options_.declare(set_);
  takeProject(options_, project_);
  form_ = new OptionForm(set_, kFromProject, this);
  name_ = new QLineEdit(this);
  name_->setObjectName("runNameField");
  name_->setMaxLength(120);
  name_->setAccessibleName(tr("Name of the run"));
  notice_ = new Notice(this);
  showChecks_ = notice_->addButton();
  showChecks_->setText(tr("Show checks"));
  showChecks_->hide();
  notice_->hide();
  start_ = new QPushButton(tr("Start pre-training"), this);
  start_->setDefault(true);
  start_->setObjectName("startButton");
  cancel_ = new QPushButton(tr("Cancel"), this);
  cancel_->setAutoDefault(false);
  firstProblem_ = new QPushButton(this);
  firstProblem_->setFlat(true);
  firstProblem_->setAutoDefault(false);
  firstProblem_->setObjectName("firstProblem");

  auto* nameRow = new QHBoxLayout;
  nameRow->setSpacing(3 * kGrid / 2);
  nameRow->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 2 * kGrid);
  auto* nameLabel = new QLabel(tr("&Name of the run"), this);
  nameLabel->setBuddy(name_);
  nameRow->addWidget(nameLabel);
  nameRow->addWidget(name_, 1);
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  right->addLayout(nameRow);
  right->addWidget(new Hairline);
  right->addWidget(form_, 1);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(makeSide());
  middle->addWidget(new Hairline(Qt::Vertical));
  middle->addLayout(right, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  buttons->setContentsMargins(2 * kGrid, 3 * kGrid / 2, 2 * kGrid, 3 * kGrid / 2);
  buttons->addWidget(firstProblem_);
  buttons->addStretch();
  buttons->addWidget(cancel_);
  buttons->addWidget(start_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* around = new QVBoxLayout;
  around->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
  around->addWidget(notice_);
  layout->addLayout(middle, 1);
  layout->addWidget(new Hairline);
  layout->addLayout(around);
  layout->addLayout(buttons);
  resize(112 * kGrid, 80 * kGrid);

  connect(form_, &OptionForm::changed, this, &StartDialog::updateState);
  connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
    isNameEdited_ = !text.isEmpty();
    updateState();
  });
  connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
  connect(start_, &QPushButton::clicked, this, &StartDialog::start);
  connect(showChecks_, &QPushButton::clicked, this, [this] {
    reject();
    Q_EMIT checksRequested();
  });
  connect(firstProblem_, &QPushButton::clicked, this, [this] {
    if (const OptionField* field = form_->firstProblem()) form_->scrollTo(field);
  });
  runInBackground(
      this, [project] { return StartPlan::read(project); },
      [this](StartRecords records) {
        records_ = std::make_unique<StartRecords>(std::move(records));
        if (!records_->blocking.empty()) {
          notice_->showMessage(NoticeTone::Failure, tr("The checks block training."),
                               QString::fromStdString(records_->blocking));
          showChecks_->show();
          notice_->show();
        }
        updateState();
      },
      [this](const ErrorText& error) {
        notice_->showError(error);
        notice_->show();
      });
  usePreset(0);
  name_->setFocus();
}

StartDialog::~StartDialog() = default;

QWidget* StartDialog::makeSide() {
  auto* side = new QWidget;
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  layout->setSpacing(kGrid / 2);
  layout->addWidget(heading(tr("Start from"), side));
  presets_ = new QButtonGroup(this);
  int index = 0;
  for (const PretrainPreset& preset : pretrainPresets()) {
    auto* choice = new QRadioButton(OptionText::of(preset.title), side);
    auto* help = smallLabel({}, side);
    help->setText(OptionText::of(preset.help));
    help->setIndent(26);
    choice->setAccessibleDescription(help->text());
    choice->setObjectName("preset:" + QString::fromStdString(preset.id));
    presets_->addButton(choice, index++);
    layout->addSpacing(kGrid / 2);
    layout->addWidget(choice);
    layout->addWidget(help);
  }
  connect(presets_, &QButtonGroup::idClicked, this, &StartDialog::usePreset);
  layout->addSpacing(kGrid);
  layout->addWidget(new Hairline);
  layout->addSpacing(kGrid);
  layout->addWidget(heading(tr("What will happen"), side));
  plan_ = smallLabel({}, side);
  plan_->setObjectName("plan");
  layout->addWidget(plan_);
  layout->addSpacing(kGrid);
  differencesTitle_ = heading({}, side);
  layout->addWidget(differencesTitle_);
  differences_ = smallLabel({}, side);
  differences_->setObjectName("differences");
  layout->addWidget(differences_);
  layout->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(side);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFixedWidth(36 * kGrid);
  return scroll;
}

void StartDialog::usePreset(int index) {
  const auto& all = pretrainPresets();
  if (index < 0 || index >= static_cast<int>(all.size())) return;
  const PretrainPreset& preset = all[static_cast<std::size_t>(index)];
  options_ = PretrainOptions{};  // in place: the option set points into it
  takeProject(options_, project_);
  readYaml(preset.yaml, preset.id, set_);
  presetOptions_ = options_;
  presets_->button(index)->setChecked(true);
  form_->reload();
  updateState();
}

void StartDialog::updateState() {
  if (!isNameEdited_)
    name_->setText(StartPlan::defaultName(options_, QString::fromStdString(project_.name)));
  const int problems = form_->problemCount();
  QString advice;
  if (problems == 0) {
    try {
      PretrainOptions resolved = options_;
      resolved.resolveModel();
    } catch (const std::exception& error) {
      const ErrorText text = ErrorText::of(error);
      advice = text.what + ' ' + text.advice;
    }
  }
  firstProblem_->setVisible(problems > 0 || !advice.isEmpty());
  firstProblem_->setText(problems > 0 ? tr("%n setting(s) need(s) attention: %1", nullptr, problems)
                                            .arg(OptionText::label(form_->firstProblem()->option()))
                                      : advice);
  const bool isBlocked = records_ && !records_->blocking.empty();
  start_->setEnabled(problems == 0 && advice.isEmpty() && !isStarting_ && !isBlocked);
  plan_->setText(paragraphs(StartPlan::describe(options_, records_.get())));
  const QStringList differences = StartPlan::differences(options_, presetOptions_);
  differencesTitle_->setText(
      tr("%n change(s) to the preset", nullptr, static_cast<int>(differences.size())));
  differencesTitle_->setVisible(!differences.isEmpty());
  differences_->setVisible(!differences.isEmpty());
  differences_->setText(paragraphs(differences));
}

void StartDialog::start() {
  if (!start_->isEnabled()) return;
  isStarting_ = true;
  notice_->hide();
  updateState();
  const std::string name = name_->text().toStdString();
  runInBackground(
      this,
      [project = project_, options = options_, name] {
        const RunPaths run(newRunFolder(project, name));
        Worker::startNew(run, options);
        return QString::fromStdString(run.root.string());
      },
      [this](const QString& folder) {
        Q_EMIT started(folder);
        accept();
      },
      [this](const ErrorText& error) {
        isStarting_ = false;
        notice_->showError(error);
        notice_->show();
        updateState();
      });
}

}  // namespace mrm
