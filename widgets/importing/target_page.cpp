#include "widgets/importing/target_page.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>

#include "widgets/common/background.h"
#include "widgets/common/core_text.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/common/small_label.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kParentKey[] = "import/newProjectParent";
constexpr int kRadioIndent = 26;
constexpr int kDelay = 200;  // ms after the last key before the folder is looked at

QString defaultParent() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QSettings().value(kParentKey, QDir(documents).filePath("MRM Workbench")).toString();
}

// "records.csv" says little; its folder says more.
QString speakingName(const ImportDraft& draft) {
  const QFileInfo info(draft.path);
  if (draft.path.isEmpty() && draft.plan)
    return QString::fromStdString(draft.plan->plan.batch.source.name);
  if (info.isDir()) return info.fileName();
  const QString stem = info.completeBaseName();
  const bool isPlain =
      stem == "records" || stem == "data" || stem == "metadata" || stem == "labels";
  return isPlain ? info.dir().dirName() : stem;
}

}  // namespace

TargetPage::TargetPage(ImportDraft& draft, std::optional<Project> open, CatalogOpener opener,
                       QWidget* parent)
    : WizardPage(parent),
      draft_(draft),
      open_(std::move(open)),
      opener_(std::move(opener)),
      existing_(new QRadioButton(this)),
      fresh_(new QRadioButton(tr("A &new project"), this)),
      choice_(new QWidget(this)),
      newBox_(new QWidget(this)),
      done_(new QWidget(this)),
      name_(new QLineEdit(this)),
      folder_(new QLineEdit(this)),
      folderProblemLabel_(new QLabel(this)),
      preview_(new QLabel(this)),
      bar_(new JobBar(job_, this)),
      notice_(new Notice(this)),
      summary_(new QPlainTextEdit(this)),
      copy_(new QPushButton(tr("Copy"), this)) {
  existing_->setText(
      open_ ? tr("&This project: %1").arg(QString::fromStdString(open_->name).replace("&", "&&"))
            : QString());
  existing_->setVisible(open_.has_value());
  name_->setObjectName("projectName");
  name_->setMaxLength(120);
  folder_->setObjectName("projectFolder");
  folderProblemLabel_->setWordWrap(true);
  folderProblemLabel_->setObjectName("folderProblem");
  folderProblemLabel_->hide();
  setTextRole(preview_, TextRole::Secondary);
  preview_->setWordWrap(true);
  notice_->hide();

  auto* nameLabel = new QLabel(tr("N&ame"), newBox_);
  nameLabel->setBuddy(name_);
  auto* folderLabel = new QLabel(tr("&Folder"), newBox_);
  folderLabel->setBuddy(folder_);
  name_->setAccessibleName(tr("Name of the project"));
  folder_->setAccessibleName(tr("Folder of the project"));
  auto* browseButton = new QPushButton(tr("Browse…"), newBox_);
  browseButton->setAutoDefault(false);
  auto* grid = new QGridLayout(newBox_);
  grid->setContentsMargins(open_ ? kRadioIndent : 0, 0, 0, 0);
  grid->setHorizontalSpacing(3 * kGrid / 2);
  grid->setVerticalSpacing(kGrid / 2);
  grid->addWidget(nameLabel, 0, 0);
  grid->addWidget(name_, 0, 1, 1, 2);
  grid->setRowMinimumHeight(1, kGrid / 2);
  grid->addWidget(folderLabel, 2, 0);
  grid->addWidget(folder_, 2, 1);
  grid->addWidget(browseButton, 2, 2);
  grid->addWidget(folderProblemLabel_, 3, 1, 1, 2);
  grid->addWidget(smallLabel(tr("The catalogue, the vocabulary and the runs are kept here. Images "
                                "and tables stay where they are."),
                             newBox_),
                  4, 1, 1, 2);
  grid->setColumnStretch(1, 1);
  auto* choiceColumn = new QVBoxLayout(choice_);
  choiceColumn->setContentsMargins(0, 0, 0, 0);
  choiceColumn->setSpacing(kGrid);
  choiceColumn->addWidget(existing_);
  auto* existingHelp = smallLabel(tr("Records that are there already are updated, not doubled. The "
                                     "import is one step that can be undone."),
                                  choice_);
  existingHelp->setIndent(kRadioIndent);
  existingHelp->setVisible(open_.has_value());
  choiceColumn->addWidget(existingHelp);
  choiceColumn->addWidget(fresh_);
  fresh_->setVisible(open_.has_value());
  choiceColumn->addWidget(newBox_);
  choiceColumn->addSpacing(kGrid);
  choiceColumn->addWidget(preview_);

  summary_->setReadOnly(true);
  summary_->setFrameShape(QFrame::NoFrame);
  summary_->setAccessibleName(tr("Summary of the import"));
  summary_->setObjectName("importSummary");
  summary_->setTabChangesFocus(true);
  copy_->setAutoDefault(false);
  auto* doneColumn = new QVBoxLayout(done_);
  doneColumn->setContentsMargins(0, 0, 0, 0);
  doneColumn->addWidget(summary_, 1);
  auto* copyRow = new QHBoxLayout;
  copyRow->addWidget(copy_);
  copyRow->addStretch();
  doneColumn->addLayout(copyRow);
  done_->hide();

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * kGrid);
  layout->addWidget(choice_);
  layout->addWidget(notice_);
  layout->addWidget(bar_);
  layout->addWidget(done_, 1);
  layout->addStretch();

  bar_->setActivity(tr("Importing"));
  (open_ ? existing_ : fresh_)->setChecked(true);
  newBox_->setEnabled(!open_);
  checkSoon_.setSingleShot(true);
  checkSoon_.setInterval(kDelay);
  connect(&checkSoon_, &QTimer::timeout, this, &TargetPage::checkFolder);
  connect(fresh_, &QRadioButton::toggled, this, [this](bool isNew) {
    newBox_->setEnabled(isNew);
    Q_EMIT changed();
  });
  connect(name_, &QLineEdit::textEdited, this, [this] {
    isNameEdited_ = true;
    updateFolder();
  });
  connect(folder_, &QLineEdit::textEdited, this, [this] {
    isFolderEdited_ = true;
    isChecking_ = true;
    checkSoon_.start();
    Q_EMIT changed();
  });
  connect(browseButton, &QPushButton::clicked, this, &TargetPage::browse);
  connect(copy_, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(summary_->toPlainText()); });
  connect(&job_, &Job::ended, this, [this] {
    choice_->setEnabled(true);
    Q_EMIT changed();
  });
  connect(&job_, &Job::cancelled, this, [this] {
    notice_->showMessage(NoticeTone::Info, tr("The import was cancelled."),
                         tr("Nothing was changed: no record of it is left."));
    notice_->show();
  });
  connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
    checkFolder();
  });
}

QString TargetPage::title() const {
  return tr("Import");
}

QString TargetPage::question() const {
  if (outcome_) return tr("The import is done");
  return open_ ? tr("Where do the records go?") : tr("What is the new project called?");
}

bool TargetPage::isComplete() const {
  if (!draft_.plan || job_.isBusy() || outcome_) return false;
  if (!fresh_->isChecked()) return true;
  return !name_->text().trimmed().isEmpty() && !folder_->text().trimmed().isEmpty() &&
         folderProblem_.isEmpty() && !isChecking_;
}

QString TargetPage::attention() const {
  return fresh_->isChecked() && !outcome_ ? folderProblem_ : QString();
}

QString TargetPage::primaryText() const {
  if (!draft_.plan) return tr("Import");
  const auto records = static_cast<int>(draft_.plan->plan.batch.records.size());
  return tr("Import %n record(s)", nullptr, records);
}

QWidget* TargetPage::focusFirst() const {
  return fresh_->isChecked() && !outcome_ ? name_ : nullptr;
}

void TargetPage::chooseNew(bool isNew) {
  (isNew || !open_ ? fresh_ : existing_)->setChecked(true);
}

void TargetPage::enter() {
  if (draft_.plan) preview_->setText(ImportText::records(*draft_.plan));
  if (!isNameEdited_) name_->setText(speakingName(draft_));
  updateFolder();
}

void TargetPage::updateFolder() {
  if (!isFolderEdited_) {
    QString safe = name_->text().simplified();
    safe.replace('/', '-');
    if (safe.startsWith('.')) safe.prepend('_');
    folder_->setText(QDir(defaultParent()).filePath(safe));
  }
  isChecking_ = true;
  checkSoon_.start();
  Q_EMIT changed();
}

void TargetPage::checkFolder() {
  checkSoon_.stop();
  isChecking_ = true;
  const QString text = folder_->text().trimmed();
  if (!text.isEmpty() && !QDir::isAbsolutePath(text)) {
    ++generation_;
    return showProblem(tr("The whole path of the folder is needed, from the root."));
  }
  runInBackground(
      this, [folder = text.toStdString()] { return newProjectProblem(folder); },
      [this, generation = ++generation_](const std::string& problem) {
        if (generation != generation_) return;
        showProblem(problem.empty() ? QString()
                                    : tr("This folder cannot be taken: it %1. Choose another one.")
                                          .arg(coreText(problem)));
      },
      [this, generation = generation_](const ErrorText& error) {
        if (generation == generation_) showProblem(error.what);
      });
}

void TargetPage::showProblem(const QString& problem) {
  isChecking_ = false;
  folderProblem_ = problem;
  folderProblemLabel_->setText(problem);
  folderProblemLabel_->setVisible(!problem.isEmpty());
  setTextColor(folderProblemLabel_, themeColors().failure);
  folder_->setProperty(kInvalid, !problem.isEmpty());
  folder_->update();
  folder_->setAccessibleDescription(problem);
  Q_EMIT changed();
}

ImportTarget TargetPage::target() const {
  ImportTarget target;
  target.isNew = fresh_->isChecked();
  if (!target.isNew) {
    target.project = *open_;
    return target;
  }
  target.project.root = QDir::cleanPath(folder_->text().trimmed()).toStdString();
  target.project.name = name_->text().trimmed().toStdString();
  return target;
}

void TargetPage::commit() {
  if (!isComplete()) return;
  notice_->hide();
  choice_->setEnabled(false);
  const ImportTarget target = this->target();
  job_.start(
      [plan = draft_.plan, target, opener = opener_](const ProgressSink& progress,
                                                     std::stop_token stop) {
        return commitImport(plan->plan, target, opener, progress, std::move(stop));
      },
      [this, isNew = target.isNew](ImportOutcome outcome) {
        if (isNew) {
          const QString root = QString::fromStdString(outcome.project.root.string());
          QSettings().setValue(kParentKey, QFileInfo(root).path());
        }
        outcome_ = std::move(outcome);
        showOutcome();
        Q_EMIT committed(outcome_->project, outcome_->result, isNew);
      });
  Q_EMIT changed();
}

void TargetPage::showOutcome() {
  const CatalogSource& source = draft_.plan->plan.batch.source;
  QStringList lines{
      tr("Project: %1").arg(QString::fromStdString(outcome_->project.name)),
      tr("Folder: %1")
          .arg(QDir::toNativeSeparators(QString::fromStdString(outcome_->project.root.string()))),
      tr("Source: %1").arg(QDir::toNativeSeparators(QString::fromStdString(source.root.string()))),
      QString()};
  lines << ImportText::result(outcome_->result) << QString()
        << ImportText::findings(draft_.plan->plan.findings);
  summary_->setPlainText(lines.join('\n').trimmed() + '\n');
  choice_->hide();
  done_->show();
  Q_EMIT changed();
}

void TargetPage::browse() {
  auto* dialog = new QFileDialog(window(), tr("Folder of the project"), folder_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
    folder_->setText(folder);
    isFolderEdited_ = true;
    checkFolder();
  });
  dialog->open();
}

}  // namespace mrm
