#include "widgets/importing/sources_dialog.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/importers/importer.h"
#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

enum Column { Name, Kind, Records, When, Root, Columns };

// So many images of the source are looked for in a new folder before it is taken.
constexpr std::int64_t kSample = 200;

struct Moved {
  std::int64_t looked = 0, found = 0;
};

// Takes the folder as the source's when images that it should hold are there.
Moved moveSource(Catalog& catalog, const CatalogSource& source, const std::filesystem::path& folder,
                 const ProgressSink& progress, const std::stop_token& stop) {
  RecordQuery query;
  query.facets[Facet::Source] = {source.name};
  Moved result;
  const std::vector<RecordId> ids = catalog.find(query);
  const auto all = static_cast<std::int64_t>(ids.size());
  for (std::int64_t i = 0; i < std::min(all, kSample); ++i) {
    if (stop.stop_requested()) throw Stopped();
    if (progress) progress({i, std::min(all, kSample), "Looking for the images"});
    // Spread over the whole source.
    const auto record =
        catalog.record(ids[static_cast<std::size_t>(i * all / std::min(all, kSample))]);
    if (!record || record->source != source.id || record->image.empty() ||
        record->image.is_absolute())
      continue;
    ++result.looked;
    std::error_code code;
    result.found += std::filesystem::exists(folder / record->image, code) ? 1 : 0;
  }
  if (result.found > 0) catalog.setSourceRoot(source.id, folder);
  return result;
}

}  // namespace

SourcesDialog::SourcesDialog(std::function<Catalog()> open, QWidget* parent)
    : QDialog(parent),
      open_(std::move(open)),
      job_(new Job(this)),
      list_(new QTreeWidget(this)),
      empty_(new QLabel(this)),
      bar_(new JobBar(*job_, this)),
      notice_(new Notice(this)),
      update_(new QPushButton(tr("&Update from source…"), this)),
      moved_(new QPushButton(tr("Images have &moved…"), this)) {
  setObjectName("sourcesDialog");
  setWindowTitle(tr("Sources"));
  list_->setObjectName("sources");
  list_->setAccessibleName(tr("Sources"));
  list_->setColumnCount(Columns);
  list_->setHeaderLabels({tr("Source"), tr("What"), tr("Records"), tr("Imported"), tr("Folder")});
  list_->setRootIsDecorated(false);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setUniformRowHeights(true);
  list_->header()->setStretchLastSection(true);
  empty_->setText(tr("Nothing was imported yet. Import… brings records in."));
  setTextRole(empty_, TextRole::Secondary);
  empty_->hide();
  notice_->setClosable(true);
  notice_->hide();
  auto* help = new QLabel(tr("Update reads a source again: new records are added, changed ones "
                             "updated, and what was decided by hand stays. Images that have moved "
                             "are looked for in another folder."),
                          this);
  help->setWordWrap(true);
  setTextRole(help, TextRole::Secondary);
  auto* close = new QPushButton(tr("Close"), this);
  for (QPushButton* button : {update_, moved_, close}) button->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(2 * kGrid, 3 * kGrid / 2, 2 * kGrid, 3 * kGrid / 2);
  buttons->addWidget(update_);
  buttons->addWidget(moved_);
  buttons->addStretch();
  buttons->addWidget(close);
  auto* content = new QVBoxLayout;
  content->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
  content->setSpacing(3 * kGrid / 2);
  content->addWidget(help);
  content->addWidget(notice_);
  content->addWidget(bar_);
  content->addWidget(empty_);
  content->addWidget(list_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(content, 1);
  layout->addWidget(new Hairline);
  layout->addLayout(buttons);
  resize(112 * kGrid, 52 * kGrid);

  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  connect(list_, &QTreeWidget::itemSelectionChanged, this, &SourcesDialog::updateState);
  connect(job_, &Job::started, this, &SourcesDialog::updateState);
  connect(job_, &Job::ended, this, &SourcesDialog::updateState);
  connect(job_, &Job::failed, this, [this](const ErrorText& error) {
    notice_->showError(error);
    notice_->show();
  });
  connect(update_, &QPushButton::clicked, this, [this] {
    if (const CatalogSource* source = chosen()) {
      const CatalogSource copy = *source;
      accept();
      Q_EMIT updateRequested(copy);
    }
  });
  connect(moved_, &QPushButton::clicked, this, [this] {
    const CatalogSource* source = chosen();
    if (!source) return;
    auto* dialog = new QFileDialog(this, tr("Where are the images now?"),
                                   QString::fromStdString(source->root.string()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &SourcesDialog::moveTo);
    dialog->open();
  });
  read();
}

bool SourcesDialog::isReading() const {
  return job_->isBusy();
}

void SourcesDialog::read() {
  bar_->setActivity(tr("Reading the sources"));
  job_->start(
      [open = open_](const ProgressSink&, const std::stop_token&) { return open().sources(); },
      [this](std::vector<CatalogSource> sources) {
        sources_ = std::move(sources);
        fill();
      });
}

void SourcesDialog::fill() {
  const int row = std::max(list_->indexOfTopLevelItem(list_->currentItem()), 0);
  list_->clear();
  for (const CatalogSource& source : sources_) {
    auto* item = new QTreeWidgetItem(list_);
    item->setText(Name, QString::fromStdString(source.name));
    const Importer* importer = findImporter(source.importer);
    item->setText(
        Kind, importer ? ImportText::title(*importer) : QString::fromStdString(source.importer));
    item->setText(Records, Format::count(source.records));
    item->setTextAlignment(Records, Qt::AlignTrailing | Qt::AlignVCenter);
    const QDateTime when =
        QDateTime::fromString(QString::fromStdString(source.importedAt), Qt::ISODate).toLocalTime();
    item->setText(When, when.isValid() ? QLocale().toString(when, QLocale::ShortFormat) : kNoValue);
    item->setText(Root, QDir::toNativeSeparators(QString::fromStdString(source.root.string())));
    item->setToolTip(Root, item->text(Root));
  }
  for (int column = 0; column < Root; ++column) list_->resizeColumnToContents(column);
  empty_->setVisible(sources_.empty());
  if (!sources_.empty())
    list_->setCurrentItem(list_->topLevelItem(std::min(row, list_->topLevelItemCount() - 1)));
  updateState();
}

const CatalogSource* SourcesDialog::chosen() const {
  const int row = list_->indexOfTopLevelItem(list_->currentItem());
  return row >= 0 && row < static_cast<int>(sources_.size())
             ? &sources_[static_cast<std::size_t>(row)]
             : nullptr;
}

void SourcesDialog::updateState() {
  const bool canAct = chosen() && !job_->isBusy();
  update_->setEnabled(canAct);
  moved_->setEnabled(canAct);
}

void SourcesDialog::moveTo(const QString& folder) {
  const CatalogSource* source = chosen();
  if (!source) return;
  notice_->hide();
  bar_->setActivity(tr("Looking for the images"));
  job_->start(
      [open = open_, source = *source, folder = folder.toStdString()](const ProgressSink& progress,
                                                                      std::stop_token stop) {
        Catalog catalog = open();
        return moveSource(catalog, source, folder, progress, stop);
      },
      [this, folder](const Moved& result) {
        if (result.found == 0) {
          notice_->showMessage(
              NoticeTone::Attention, tr("None of the images is in this folder."),
              tr("Nothing was changed. Choose the folder that stands in the place of the one "
                 "shown: below it, the paths are the same."));
        } else if (result.found < result.looked) {
          notice_->showMessage(
              NoticeTone::Attention, tr("Some of the images are in this folder."),
              tr("Of %1 that were looked for, %2 are there. The folder was taken; records without "
                 "an image are found by \"Update from source…\".")
                  .arg(Format::count(result.looked), Format::count(result.found)));
        } else {
          notice_->showMessage(NoticeTone::Success, tr("The images were found."),
                               QDir::toNativeSeparators(folder));
        }
        notice_->show();
        if (result.found == 0) return;
        Q_EMIT moved();
        read();
      });
}

}  // namespace mrm
