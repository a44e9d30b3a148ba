#include "widgets/importing/settings_page.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/common/background.h"
#include "widgets/common/notice.h"
#include "widgets/importing/import_field_editor.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/theme.h"

namespace mrm {

struct SettingsPage::Reading {
  std::vector<ImportField> fields;
  std::vector<QString> problems;                  // one for each field
  std::vector<std::vector<std::string>> preview;  // header and first rows
  ErrorText previewProblem;
};

namespace {

using Kind = ImportField::Kind;

constexpr int kDelay = 250;              // ms after the last key before the table is read again
constexpr qsizetype kLongestCell = 300;  // characters shown of a cell
constexpr int kWidestColumn = 30 * kGrid;

std::string valueOf(const ImportField& field, const ImportSettings& settings) {
  const auto set = settings.find(field.name);
  return set == settings.end() ? field.value : set->second;
}

QString problemOf(const ImportField& field, const std::string& value) {
  const QString text = QString::fromStdString(value).trimmed();
  if (text.isEmpty()) {
    if (!field.isRequired) return {};
    if (field.kind == Kind::Column || field.kind == Kind::Columns)
      return field.choices.empty() ? SettingsPage::tr("This is needed; first the table.")
                                   : SettingsPage::tr("Choose the column.");
    return SettingsPage::tr("This is needed.");
  }
  const QFileInfo info(text);
  if (field.kind == Kind::File) {
    if (!info.exists()) return SettingsPage::tr("There is no such file.");
    if (info.isDir()) return SettingsPage::tr("This is a folder; a file is needed.");
    if (!info.isReadable()) return SettingsPage::tr("This file may not be read.");
  }
  if (field.kind == Kind::Folder) {
    if (!info.exists()) return SettingsPage::tr("There is no such folder.");
    if (!info.isDir()) return SettingsPage::tr("This is a file; a folder is needed.");
    if (!info.isReadable()) return SettingsPage::tr("This folder may not be read.");
  }
  if ((field.kind == Kind::Column || field.kind == Kind::Choice) && !field.choices.empty() &&
      std::find(field.choices.begin(), field.choices.end(), value) == field.choices.end())
    return field.kind == Kind::Column ? SettingsPage::tr("The table has no column of this name.")
                                      : SettingsPage::tr("This is none of the choices.");
  return {};
}

}  // namespace

SettingsPage::SettingsPage(ImportDraft& draft, QWidget* parent)
    : WizardPage(parent),
      draft_(draft),
      form_(new QWidget),
      grid_(new QGridLayout(form_)),
      previewTitle_(new QLabel(this)),
      nothing_(new QLabel(this)),
      preview_(new QTableWidget(this)),
      notice_(new Notice(this)) {
  grid_->setContentsMargins(0, 0, 2 * kGrid, kGrid);
  grid_->setHorizontalSpacing(3 * kGrid);
  grid_->setVerticalSpacing(2 * kGrid);
  grid_->setColumnStretch(0, 1);
  grid_->setColumnStretch(1, 1);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(form_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  preview_->setObjectName("tablePreview");
  preview_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  preview_->setSelectionMode(QAbstractItemView::NoSelection);
  preview_->setShowGrid(false);
  preview_->setWordWrap(false);
  preview_->setTabKeyNavigation(false);
  preview_->verticalHeader()->hide();
  preview_->verticalHeader()->setDefaultSectionSize(26);
  preview_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  preview_->setAccessibleName(tr("First rows of the table"));
  previewTitle_->setText(tr("First rows of the table, as they are read"));
  setTextRole(previewTitle_, TextRole::Small);
  nothing_->setText(tr("Nothing has to be set."));
  setTextRole(nothing_, TextRole::Secondary);
  nothing_->hide();
  notice_->hide();

  auto* below = new QWidget(this);
  auto* belowColumn = new QVBoxLayout(below);
  belowColumn->setContentsMargins(0, kGrid / 2, 0, 0);
  belowColumn->setSpacing(kGrid / 2);
  belowColumn->addWidget(previewTitle_);
  belowColumn->addWidget(preview_, 1);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(scroll);
  split->addWidget(below);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 0);
  split->setSizes({40 * kGrid, 22 * kGrid});
  split->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(notice_);
  layout->addWidget(nothing_);
  layout->addWidget(split, 1);
  below->hide();

  readSoon_.setSingleShot(true);
  readSoon_.setInterval(kDelay);
  connect(&readSoon_, &QTimer::timeout, this, &SettingsPage::read);
}

QString SettingsPage::title() const {
  return tr("Settings");
}

QString SettingsPage::question() const {
  return draft_.importer ? tr("How is it to be read? %1").arg(ImportText::title(*draft_.importer))
                         : tr("How is it to be read?");
}

bool SettingsPage::isComplete() const {
  return draft_.isUpdate || (isRead_ && shownFor_ == draft_.importer && problems_ == 0);
}

QString SettingsPage::attention() const {
  if (!isRead_ || shownFor_ != draft_.importer || problems_ == 0) return {};
  return tr("%n setting(s) need(s) attention", nullptr, problems_);
}

QString SettingsPage::cost() const {
  return tr("Nothing is copied or changed before the last page.");
}

QWidget* SettingsPage::focusFirst() const {
  for (const ImportFieldEditor* editor : editors_)
    if (!editor->problem().isEmpty()) return editor->editor();
  return nullptr;
}

ImportFieldEditor* SettingsPage::editor(const QString& name) const {
  for (ImportFieldEditor* editor : editors_)
    if (QString::fromStdString(editor->field().name) == name) return editor;
  return nullptr;
}

void SettingsPage::enter() {
  draft_.isUpdate = false;  // what is looked at is checked
  if (shownFor_ != draft_.importer) {
    for (ImportFieldEditor* editor : editors_) delete editor;
    editors_.clear();
    showPreview({});
    isRead_ = false;
  }
  read();
}

void SettingsPage::read() {
  readSoon_.stop();
  if (!draft_.importer) return;
  isReading_ = true;
  Q_EMIT changed();
  runInBackground(
      this,
      [importer = draft_.importer, settings = draft_.settings] {
        Reading reading;
        reading.fields = importer->fields(settings);
        bool isGood = true;
        for (const ImportField& field : reading.fields) {
          reading.problems.push_back(problemOf(field, valueOf(field, settings)));
          isGood = isGood && reading.problems.back().isEmpty();
        }
        try {
          reading.preview = importer->preview(settings, 20);
        } catch (const Stopped&) {
          throw;
        } catch (const std::exception& error) {
          // What is missing is said beside its field.
          if (isGood) reading.previewProblem = ErrorText::of(error);
        }
        return reading;
      },
      [this, generation = ++generation_, importer = draft_.importer](const Reading& reading) {
        if (generation != generation_) return;
        isReading_ = false;
        shownFor_ = importer;
        showReading(reading);
      },
      [this, generation = generation_, importer = draft_.importer](const ErrorText& error) {
        if (generation != generation_) return;
        isReading_ = false;
        isRead_ = false;
        shownFor_ = importer;
        notice_->showError(error);
        notice_->show();
        Q_EMIT changed();
      });
}

void SettingsPage::showReading(const Reading& reading) {
  isRead_ = true;
  makeEditors(reading.fields);
  problems_ = 0;
  for (std::size_t i = 0; i < editors_.size(); ++i) {
    editors_[i]->update(reading.fields[i], valueOf(reading.fields[i], draft_.settings));
    editors_[i]->setProblem(reading.problems[i]);
    problems_ += reading.problems[i].isEmpty() ? 0 : 1;
  }
  nothing_->setVisible(editors_.empty());
  notice_->setVisible(!reading.previewProblem.isEmpty());
  if (!reading.previewProblem.isEmpty()) notice_->showError(reading.previewProblem);
  showPreview(reading.preview);
  Q_EMIT changed();
}

void SettingsPage::makeEditors(const std::vector<ImportField>& fields) {
  const bool isSame =
      std::equal(fields.begin(), fields.end(), editors_.begin(), editors_.end(),
                 [](const ImportField& field, const ImportFieldEditor* editor) {
                   return field.name == editor->field().name && field.kind == editor->field().kind;
                 });
  if (isSame) return;
  // Where the focus was, it stays.
  std::string focused;
  for (const ImportFieldEditor* editor : editors_)
    if (editor->editor()->hasFocus()) focused = editor->field().name;
  for (ImportFieldEditor* editor : editors_) delete editor;
  editors_.clear();
  // Files and long lists take the whole width; columns and choices stand in pairs.
  int row = 0, column = 0;
  for (int i = 0; i < grid_->rowCount(); ++i) grid_->setRowStretch(i, 0);
  for (const ImportField& field : fields) {
    auto* editor = new ImportFieldEditor(field, form_);
    const bool isWide = field.kind == Kind::File || field.kind == Kind::Folder;
    if (isWide && column > 0) {
      ++row;
      column = 0;
    }
    grid_->addWidget(editor, row, column, 1, isWide ? 2 : 1, Qt::AlignTop);
    column = isWide ? 0 : (column + 1) % 2;
    if (column == 0) ++row;
    editors_.push_back(editor);
    connect(editor, &ImportFieldEditor::edited, this,
            [this](const std::string& name, const std::string& value) {
              draft_.settings[name] = value;
              draft_.plan.reset();
              isRead_ = false;
              readSoon_.start();
              Q_EMIT changed();
            });
    if (field.name == focused) editor->editor()->setFocus();
  }
  grid_->setRowStretch(row + 1, 1);
}

void SettingsPage::showPreview(const std::vector<std::vector<std::string>>& table) {
  const auto text = [](const std::string& cell) {
    return QString::fromStdString(cell).left(kLongestCell).simplified();
  };
  preview_->parentWidget()->setVisible(!table.empty());
  preview_->clear();
  preview_->setRowCount(table.empty() ? 0 : static_cast<int>(table.size()) - 1);
  preview_->setColumnCount(table.empty() ? 0 : static_cast<int>(table.front().size()));
  header_ = table.empty() ? std::vector<std::string>{} : table.front();
  for (int column = 0; column < preview_->columnCount(); ++column) {
    auto* item = new QTableWidgetItem(text(header_[static_cast<std::size_t>(column)]));
    item->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    preview_->setHorizontalHeaderItem(column, item);
  }
  for (std::size_t row = 1; row < table.size(); ++row)
    for (std::size_t column = 0; column < table[row].size(); ++column)
      preview_->setItem(static_cast<int>(row) - 1, static_cast<int>(column),
                        new QTableWidgetItem(text(table[row][column])));
  markColumns();
  for (int column = 0; column < preview_->columnCount(); ++column) {
    preview_->resizeColumnToContents(column);
    preview_->setColumnWidth(column, std::min(preview_->columnWidth(column), kWidestColumn));
  }
}

// What a column is taken for stands below its name, and its cells are tinted.
void SettingsPage::markColumns() {
  for (std::size_t column = 0; column < header_.size(); ++column) {
    QStringList roles;
    for (const ImportFieldEditor* editor : editors_) {
      const ImportField& field = editor->field();
      if (field.kind != Kind::Column && field.kind != Kind::Columns) continue;
      const QString name = QString::fromStdString(header_[column]);
      for (const QString& chosen : QString::fromStdString(editor->value()).split('|'))
        if (chosen == name || (field.kind == Kind::Columns && chosen.endsWith('=' + name)))
          roles << ImportText::label(field);
    }
    if (roles.isEmpty()) continue;
    QTableWidgetItem* item = preview_->horizontalHeaderItem(static_cast<int>(column));
    item->setText(item->text() + QStringLiteral("  →  ") + roles.join(QStringLiteral(", ")));
    for (int row = 0; row < preview_->rowCount(); ++row)
      if (QTableWidgetItem* cell = preview_->item(row, static_cast<int>(column)))
        cell->setBackground(themeColors().selection);
  }
}

}  // namespace mrm
