#include "widgets/importing/source_page.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/common/background.h"
#include "widgets/common/notice.h"
#include "widgets/importing/drop_area.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kFolderKey[] = "import/folder";
constexpr int kRadioIndent = 26;  // of a help below its radio button

}  // namespace

SourcePage::SourcePage(ImportDraft& draft, QWidget* parent)
    : WizardPage(parent),
      draft_(draft),
      drop_(new DropArea(this)),
      verdict_(new QLabel(this)),
      buttons_(new QButtonGroup(this)),
      notice_(new Notice(this)) {
  verdict_->setWordWrap(true);
  verdict_->setObjectName("verdict");
  setTextRole(verdict_, TextRole::Secondary);
  notice_->hide();
  auto* choices = new QWidget;
  auto* column = new QVBoxLayout(choices);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(kGrid / 2);
  for (std::size_t i = 0; i < draft_.importers.size(); ++i) {
    const Importer& importer = *draft_.importers[i];
    auto* button = new QRadioButton(ImportText::title(importer), choices);
    button->setObjectName("importer:" + QString::fromStdString(importer.id()));
    auto* help = new QLabel(ImportText::help(importer), choices);
    help->setWordWrap(true);
    help->setIndent(kRadioIndent);
    setTextRole(help, TextRole::Small);
    button->setAccessibleDescription(help->text());
    buttons_->addButton(button, static_cast<int>(i));
    column->addWidget(button);
    column->addWidget(help);
    column->addSpacing(kGrid / 2);
  }
  column->addStretch();
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(choices);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(3 * kGrid / 2);
  layout->addWidget(drop_);
  layout->addWidget(verdict_);
  layout->addWidget(notice_);
  layout->addWidget(scroll, 1);
  connect(drop_, &DropArea::dropped, this, &SourcePage::take);
  connect(drop_->fileButton(), &QPushButton::clicked, this, [this] { browse(false); });
  connect(drop_->folderButton(), &QPushButton::clicked, this, [this] { browse(true); });
  connect(buttons_, &QButtonGroup::idClicked, this,
          [this](int id) { chooseImporter(draft_.importers[static_cast<std::size_t>(id)]); });
  showVerdict();
}

QString SourcePage::title() const {
  return tr("What");
}

QString SourcePage::question() const {
  return tr("What do you want to import?");
}

bool SourcePage::isComplete() const {
  return draft_.importer && !isLooking_;
}

QString SourcePage::cost() const {
  return tr("Nothing is copied or changed before the last page.");
}

QWidget* SourcePage::focusFirst() const {
  return draft_.importer ? nullptr : drop_->fileButton();
}

void SourcePage::take(const QStringList& paths) {
  if (paths.isEmpty()) return;
  setPath(paths.size() == 1 ? paths.front() : QFileInfo(paths.front()).path());
  if (paths.size() > 1) {
    notice_->showMessage(NoticeTone::Info, tr("Several files were dropped."),
                         tr("Their folder is taken as a whole. Exclude later what does not "
                            "belong, or put it in a folder of its own."));
    notice_->show();
  }
}

void SourcePage::setPath(const QString& path) {
  draft_.path = QDir::cleanPath(path);
  draft_.plan.reset();
  drop_->setPath(draft_.path);
  notice_->hide();
  look();
}

void SourcePage::look() {
  isLooking_ = true;
  suits_.clear();
  showVerdict();
  Q_EMIT changed();
  runInBackground(
      this,
      [importers = draft_.importers, path = draft_.path.toStdString()] {
        QVector<double> suits;
        for (const Importer* importer : importers) suits.append(importer->suits(path));
        return suits;
      },
      [this, generation = ++generation_](const QVector<double>& suits) {
        if (generation != generation_) return;
        suits_ = suits;
        const auto best = std::max_element(suits_.begin(), suits_.end());
        const bool isKnown = best != suits_.end() && *best > 0;
        if (isKnown)
          useSettings(draft_.importers[static_cast<std::size_t>(best - suits_.begin())]);
        else if (draft_.importer)
          useSettings(draft_.importer);
        else
          isLooking_ = false;
        showVerdict();
        Q_EMIT changed();
      },
      [this, generation = generation_](const ErrorText& error) { fail(generation, error); });
}

void SourcePage::chooseImporter(const Importer* importer) {
  if (importer == draft_.importer && !isLooking_) return;
  ++generation_;
  useSettings(importer);
  showVerdict();
  Q_EMIT changed();
}

void SourcePage::useSettings(const Importer* importer) {
  const auto place = std::find(draft_.importers.begin(), draft_.importers.end(), importer);
  if (place == draft_.importers.end()) return;
  draft_.importer = importer;
  draft_.plan.reset();
  draft_.settings.clear();
  buttons_->button(static_cast<int>(place - draft_.importers.begin()))->setChecked(true);
  isLooking_ = !draft_.path.isEmpty();
  if (!isLooking_) return;
  runInBackground(
      this, [importer, path = draft_.path.toStdString()] { return importer->settingsFor(path); },
      [this, generation = ++generation_](const ImportSettings& settings) {
        if (generation != generation_) return;
        isLooking_ = false;
        draft_.settings = settings;
        showVerdict();
        Q_EMIT changed();
      },
      [this, generation = generation_](const ErrorText& error) { fail(generation, error); });
}

void SourcePage::fail(int generation, const ErrorText& error) {
  if (generation != generation_) return;
  isLooking_ = false;
  notice_->showError(error);
  notice_->show();
  showVerdict();
  Q_EMIT changed();
}

void SourcePage::showVerdict() {
  const auto suited = std::max_element(suits_.begin(), suits_.end());
  if (isLooking_) {
    verdict_->setText(tr("Looking at what it is…"));
  } else if (draft_.path.isEmpty()) {
    verdict_->setText(tr("Or choose what you have:"));
  } else if (suited != suits_.end() && *suited > 0) {
    const auto index = static_cast<std::size_t>(suited - suits_.begin());
    const QString name = ImportText::title(*draft_.importers[index]);
    verdict_->setText(
        draft_.importers[index] == draft_.importer
            ? tr("This looks like: %1. If it is something else, choose it here:").arg(name)
            : tr("This looks like: %1. You chose otherwise:").arg(name));
  } else {
    verdict_->setText(tr("It is not clear what this is. Choose what you have:"));
  }
}

void SourcePage::browse(bool folder) {
  QSettings settings;
  const QString start = draft_.path.isEmpty() ? settings.value(kFolderKey).toString() : draft_.path;
  auto* dialog = new QFileDialog(window(), folder ? tr("Folder to import") : tr("File to import"),
                                 QFileInfo(start).isDir() ? start : QFileInfo(start).path());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
  if (folder) dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
    QSettings().setValue(kFolderKey, QFileInfo(chosen).path());
    take({chosen});
  });
  dialog->open();
}

}  // namespace mrm
