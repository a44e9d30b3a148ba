#include "widgets/shell/new_project_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QTableWidget>

#include "core/base/error.h"
#include "widgets/common/background.h"
#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

QString defaultFolder(const QString& name) {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QString safe = name.simplified();
  safe.replace('/', '-');
  return QDir(documents).filePath("MRM Workbench/" + safe);
}

QLabel* caption(const QString& text, QWidget* buddy) {
  auto* label = new QLabel(text);
  label->setBuddy(buddy);
  return label;
}

QLabel* helpLine(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  setTextRole(label, TextRole::Small);
  return label;
}

}  // namespace

NewProjectDialog::NewProjectDialog(QWidget* parent) : QDialog(parent) {
  setObjectName("newProjectDialog");
  setWindowTitle(tr("New project"));
  table_ = new QLineEdit(this);
  table_->setObjectName("tableField");
  table_->setAccessibleName(tr("Table of records"));
  table_->setPlaceholderText(tr("Choose a table (CSV)"));
  name_ = new QLineEdit(this);
  name_->setMaxLength(120);
  folder_ = new QLineEdit(this);
  preview_ = new QTableWidget(this);
  preview_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  preview_->setSelectionMode(QAbstractItemView::NoSelection);
  preview_->setFocusPolicy(Qt::NoFocus);
  preview_->setShowGrid(false);
  preview_->setWordWrap(false);
  preview_->verticalHeader()->hide();
  preview_->verticalHeader()->setDefaultSectionSize(26);
  preview_->setMinimumHeight(14 * kGrid);
  preview_->setAccessibleName(tr("First rows of the table"));
  preview_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  result_ = new QLabel(this);
  result_->setWordWrap(true);
  result_->setObjectName("tableResult");
  notice_ = new Notice(this);
  notice_->hide();
  create_ = new QPushButton(tr("Create project"), this);
  create_->setDefault(true);
  cancel_ = new QPushButton(tr("Cancel"), this);
  cancel_->setAutoDefault(false);
  auto* browseTableButton = new QPushButton(tr("Browse…"), this);
  auto* browseFolderButton = new QPushButton(tr("Browse…"), this);
  browseTableButton->setAutoDefault(false);
  browseFolderButton->setAutoDefault(false);

  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(3 * kGrid / 2);
  grid->setVerticalSpacing(kGrid / 2);
  int row = 0;
  grid->addWidget(caption(tr("&Table of records"), table_), row, 0);
  grid->addWidget(table_, row, 1);
  grid->addWidget(browseTableButton, row++, 2);
  grid->addWidget(helpLine(tr("One image a row, with its report and patient. The table and the "
                              "images stay where they are.")),
                  row++, 1, 1, 2);
  grid->addWidget(preview_, row, 1, 1, 2);
  grid->setRowStretch(row++, 1);
  const std::array captions{tr("&Image column"), tr("&Report column"), tr("&Patient column")};
  const std::array helps{tr("Path of a JPEG or PNG file, relative to the table."),
                         tr("The text that belongs to the image."),
                         tr("Records of one patient stay together when some are held back.")};
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    columns_[i] = new QComboBox(this);
    columns_[i]->setMinimumWidth(24 * kGrid);
    columns_[i]->setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    auto* line = new QHBoxLayout;
    line->setSpacing(3 * kGrid / 2);
    line->addWidget(columns_[i]);
    line->addWidget(helpLine(helps[i]), 1);
    grid->addWidget(caption(captions[i], columns_[i]), row, 0);
    grid->addLayout(line, row++, 1, 1, 2);
    connect(columns_[i], &QComboBox::activated, this, &NewProjectDialog::checkRecords);
  }
  grid->addWidget(result_, row++, 1, 1, 2);
  grid->setRowMinimumHeight(row++, kGrid);
  grid->addWidget(caption(tr("&Name"), name_), row, 0);
  grid->addWidget(name_, row++, 1, 1, 2);
  grid->addWidget(caption(tr("&Folder"), folder_), row, 0);
  grid->addWidget(folder_, row, 1);
  grid->addWidget(browseFolderButton, row++, 2);
  grid->addWidget(helpLine(tr("Runs and vocabulary are kept here.")), row++, 1, 1, 2);
  grid->addWidget(notice_, row++, 0, 1, 3);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel_);
  buttons->addWidget(create_);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(grid, 1);
  layout->addSpacing(kGrid);
  layout->addWidget(new Hairline);
  layout->addLayout(buttons);
  resize(100 * kGrid, 76 * kGrid);

  readSoon_.setSingleShot(true);
  readSoon_.setInterval(300);
  connect(&readSoon_, &QTimer::timeout, this, &NewProjectDialog::readTable);
  connect(table_, &QLineEdit::textEdited, this, [this] {
    readSoon_.start();
    usable_ = 0;
    updateState();
  });
  connect(name_, &QLineEdit::textEdited, this, [this] {
    isNameEdited_ = true;
    updateFolder();
    updateState();
  });
  connect(folder_, &QLineEdit::textEdited, this, [this] {
    isFolderEdited_ = true;
    updateState();
  });
  connect(browseTableButton, &QPushButton::clicked, this, &NewProjectDialog::browseTable);
  connect(browseFolderButton, &QPushButton::clicked, this, &NewProjectDialog::browseFolder);
  connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
  connect(create_, &QPushButton::clicked, this, &NewProjectDialog::create);
  updateState();
}

void NewProjectDialog::setTable(const QString& csv) {
  table_->setText(csv);
  readTable();
}

void NewProjectDialog::browseTable() {
  auto* dialog = new QFileDialog(this, tr("Table of records"), QFileInfo(table_->text()).path(),
                                 tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &NewProjectDialog::setTable);
  dialog->open();
}

void NewProjectDialog::browseFolder() {
  auto* dialog = new QFileDialog(this, tr("Folder of the project"), folder_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
    folder_->setText(folder);
    isFolderEdited_ = true;
    updateState();
  });
  dialog->open();
}

void NewProjectDialog::readTable() {
  readSoon_.stop();
  const QString csv = QDir::cleanPath(table_->text().trimmed());
  usable_ = 0;
  notice_->hide();
  result_->setText({});
  preview_->clear();
  preview_->setRowCount(0);
  preview_->setColumnCount(0);
  for (QComboBox* column : columns_) column->clear();
  const int generation = ++generation_;
  updateState();
  if (table_->text().trimmed().isEmpty()) return;
  result_->setText(tr("Reading the table…"));
  if (!isNameEdited_) {
    const QFileInfo info(csv);
    const QString stem = info.completeBaseName();
    // "records.csv" says little; its folder says more.
    name_->setText(stem == "records" || stem == "data" ? info.dir().dirName() : stem);
    updateFolder();
  }
  runInBackground(
      this, [csv] { return readTablePreview(csv); },
      [this, generation](const TablePreview& preview) {
        if (generation == generation_) showPreview(preview);
      },
      [this, generation](const ErrorText& error) {
        if (generation != generation_) return;
        result_->setText({});
        notice_->showError(error);
        notice_->show();
      });
}

void NewProjectDialog::showPreview(const TablePreview& preview) {
  preview_->setColumnCount(static_cast<int>(preview.header.size()));
  preview_->setRowCount(static_cast<int>(preview.rows.size()));
  preview_->setHorizontalHeaderLabels(preview.header);
  for (int row = 0; row < preview_->rowCount(); ++row)
    for (int column = 0; column < preview_->columnCount(); ++column)
      preview_->setItem(row, column, new QTableWidgetItem(preview.rows[row].value(column)));
  for (int column = 0; column < preview_->columnCount(); ++column) {
    preview_->resizeColumnToContents(column);
    preview_->setColumnWidth(column, std::min(preview_->columnWidth(column), 30 * kGrid));
    preview_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  }
  const ColumnGuess guess = guessColumns(preview);
  const std::array chosen{guess.image, guess.report, guess.patient};
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const QSignalBlocker block(columns_[i]);
    columns_[i]->addItems(preview.header);
    columns_[i]->setCurrentIndex(chosen[i]);
  }
  checkRecords();
}

ColumnMapping NewProjectDialog::mapping() const {
  return {columns_[0]->currentText().toStdString(), columns_[1]->currentText().toStdString(),
          columns_[2]->currentText().toStdString()};
}

void NewProjectDialog::checkRecords() {
  usable_ = 0;
  notice_->hide();
  const int generation = ++generation_;
  updateState();
  for (const QComboBox* column : columns_)
    if (column->currentIndex() < 0) {
      result_->setText(tr("Choose the three columns."));
      return;
    }
  result_->setText(tr("Checking the records…"));
  const std::string csv = QDir::cleanPath(table_->text().trimmed()).toStdString();
  runInBackground(
      this, [csv, columns = mapping()] { return readRecords(csv, columns); },
      [this, generation](const RecordTable& table) {
        if (generation != generation_) return;
        usable_ = static_cast<qsizetype>(table.records.size());
        QStringList parts{tr("%n record(s) can be used.", nullptr, static_cast<int>(usable_))};
        if (!table.rejected.empty())
          parts << tr("%n record(s) will be set aside; the first, record %1: %2", nullptr,
                      static_cast<int>(table.rejected.size()))
                       .arg(Format::count(table.rejected.front().number),
                            QString::fromStdString(table.rejected.front().reason));
        result_->setText(parts.join(' '));
        updateState();
      },
      [this, generation](const ErrorText& error) {
        if (generation != generation_) return;
        result_->setText({});
        notice_->showError(error);
        notice_->show();
      });
}

void NewProjectDialog::updateFolder() {
  if (!isFolderEdited_) folder_->setText(defaultFolder(name_->text()));
}

void NewProjectDialog::updateState() {
  create_->setEnabled(usable_ > 0 && !name_->text().trimmed().isEmpty() &&
                      !folder_->text().trimmed().isEmpty() && !isCreating_);
}

void NewProjectDialog::create() {
  if (!create_->isEnabled()) return;
  isCreating_ = true;
  updateState();
  Project project;
  project.root = QDir(folder_->text().trimmed()).absolutePath().toStdString();
  project.name = name_->text().trimmed().toStdString();
  project.records = QFileInfo(table_->text().trimmed()).absoluteFilePath().toStdString();
  project.columns = mapping();
  const std::string taken = tr("holds a project already").toStdString();
  const std::string advice =
      tr("Choose another folder, or open the project that is there.").toStdString();
  runInBackground(
      this,
      [project, taken, advice] {
        if (std::filesystem::exists(project.root / "project.json"))
          throw Error(taken, project.root.string(), advice);
        saveProject(project);
        return project;
      },
      [this](const Project& made) {
        Q_EMIT created(made);
        accept();
      },
      [this](const ErrorText& error) {
        isCreating_ = false;
        notice_->showError(error);
        notice_->show();
        updateState();
      });
}

}  // namespace mrm
