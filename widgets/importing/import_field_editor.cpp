#include "widgets/importing/import_field_editor.h"
#include "widgets/common/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/importing/import_text.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

using Kind = ImportField::Kind;

constexpr int kRowsShown = 5;  // of a list of columns

QLabel* sentence(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  return label;
}

// Several columns are joined by |; a comma does, too.
QStringList listOf(const std::string& value) {
  const QString text = QString::fromStdString(value);
  QStringList items = text.split(text.contains('|') ? '|' : ',', Qt::SkipEmptyParts);
  for (QString& item : items) item = item.trimmed();
  return items;
}

}  // namespace

ImportFieldEditor::ImportFieldEditor(const ImportField& field, QWidget* parent)
    : QWidget(parent),
      field_(field),
      caption_(new QLabel(this)),
      help_(sentence(this)),
      problemLabel_(sentence(this)) {
  setObjectName(QString::fromStdString(field.name));
  setTextRole(help_, TextRole::Small);
  problemLabel_->setObjectName("problem");
  problemLabel_->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  makeEditor(row);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid / 2);
  layout->addWidget(caption_);
  layout->addLayout(row);
  layout->addWidget(problemLabel_);
  layout->addWidget(help_);
  caption_->setVisible(!check_);
  caption_->setBuddy(editor());
  update(field, field.value);
}

void ImportFieldEditor::makeEditor(QHBoxLayout* row) {
  switch (field_.kind) {
    case Kind::Switch:
      check_ = new QCheckBox(this);
      row->addWidget(check_);
      connect(check_, &QCheckBox::toggled, this, [this](bool on) { take(on ? "yes" : "no"); });
      break;
    case Kind::Column:
    case Kind::Choice:
      combo_ = new QComboBox(this);
      combo_->setMinimumWidth(24 * kGrid);
      combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
      guardAgainstWheel(combo_);
      row->addWidget(combo_);
      connect(combo_, &QComboBox::activated, this,
              [this] { take(combo_->currentData().toString().toStdString()); });
      break;
    case Kind::Columns:
      columns_ = new QListWidget(this);
      columns_->setMaximumWidth(44 * kGrid);
      row->addWidget(columns_, 1);
      connect(columns_, &QListWidget::itemChanged, this, [this] {
        QStringList chosen;
        for (int i = 0; i < columns_->count(); ++i)
          if (columns_->item(i)->checkState() == Qt::Checked)
            chosen << columns_->item(i)->data(Qt::UserRole).toString();
        take(chosen.join('|').toStdString());
      });
      break;
    case Kind::File:
    case Kind::Folder:
    case Kind::Text:
      line_ = new QLineEdit(this);
      line_->setMinimumWidth(20 * kGrid);
      row->addWidget(line_, 1);
      connect(line_, &QLineEdit::textEdited, this,
              [this](const QString& text) { take(text.toStdString()); });
      if (field_.kind != Kind::Text) {
        auto* browseButton = new QPushButton(tr("Browse…"), this);
        browseButton->setAutoDefault(false);
        row->addWidget(browseButton);
        connect(browseButton, &QPushButton::clicked, this, &ImportFieldEditor::browse);
      }
      break;
  }
  if (!line_) row->addStretch();
}

QWidget* ImportFieldEditor::editor() const {
  if (check_) return check_;
  if (combo_) return combo_;
  if (columns_) return columns_;
  return line_;
}

void ImportFieldEditor::update(const ImportField& field, const std::string& value) {
  const bool isSame =
      field.choices == field_.choices && value == value_ && !caption_->text().isEmpty();
  field_ = field;
  value_ = value;
  const QString label = ImportText::label(field_);
  //: The caption of a field that may stay empty.
  const bool canBeEmpty = !field_.isRequired && (line_ || field_.kind == Kind::Column);
  caption_->setText(canBeEmpty ? tr("%1 (optional)").arg(label) : label);
  if (check_) check_->setText(label);
  help_->setText(ImportText::help(field_));
  help_->setVisible(!help_->text().isEmpty());
  editor()->setAccessibleName(label);
  editor()->setWhatsThis(help_->text());
  if (isSame) return;
  if (check_) {
    const QSignalBlocker block(check_);
    check_->setChecked(value == "yes");
  }
  if (combo_) fillCombo();
  if (columns_) fillList();
  // Never under the hands of someone who is typing.
  if (line_ && line_->text().toStdString() != value) line_->setText(QString::fromStdString(value));
}

void ImportFieldEditor::fillCombo() {
  const QSignalBlocker block(combo_);
  combo_->clear();
  const bool isColumn = field_.kind == Kind::Column;
  const auto& choices = field_.choices;
  if (isColumn && (!field_.isRequired || value_.empty()) &&
      std::find(choices.begin(), choices.end(), "") == choices.end())
    combo_->addItem(field_.isRequired ? tr("Choose a column") : tr("(none)"), QString());
  for (const std::string& choice : choices) {
    const QString id = QString::fromStdString(choice);
    combo_->addItem(isColumn && !choice.empty() ? id : ImportText::choice(field_, choice), id);
  }
  const QString value = QString::fromStdString(value_);
  if (combo_->findData(value) < 0) combo_->addItem(value, value);  // said to be wrong beside it
  combo_->setCurrentIndex(combo_->findData(value));
}

void ImportFieldEditor::fillList() {
  const QSignalBlocker block(columns_);
  columns_->clear();
  const QStringList chosen = listOf(value_);
  for (const std::string& choice : field_.choices) {
    const QString column = QString::fromStdString(choice);
    QString entry;  // "column", or "name=column"
    for (const QString& one : chosen)
      if (one == column || one.endsWith('=' + column)) entry = one;
    auto* item = new QListWidgetItem(entry.isEmpty() || entry == column
                                         ? column
                                         : tr("%1 (as %2)").arg(column, entry.section('=', 0, 0)),
                                     columns_);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(Qt::UserRole, entry.isEmpty() ? column : entry);
    item->setCheckState(entry.isEmpty() ? Qt::Unchecked : Qt::Checked);
  }
  const int rows = std::clamp(columns_->count(), 1, kRowsShown);
  columns_->setFixedHeight(rows * std::max(columns_->sizeHintForRow(0), 3 * kGrid) + kGrid / 2);
}

void ImportFieldEditor::take(const std::string& value) {
  value_ = value;
  Q_EMIT edited(field_.name, value);
}

void ImportFieldEditor::setProblem(const QString& problem) {
  problem_ = problem;
  problemLabel_->setText(problem);
  problemLabel_->setVisible(!problem.isEmpty());
  setTextColor(problemLabel_, themeColors().failure);
  if (line_) {
    line_->setProperty(kInvalid, !problem.isEmpty());
    line_->update();
  }
  editor()->setAccessibleDescription(problem.isEmpty() ? help_->text()
                                                       : problem + ' ' + help_->text());
}

void ImportFieldEditor::browse() {
  auto* dialog = new QFileDialog(window(), ImportText::label(field_), line_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(field_.kind == Kind::Folder ? QFileDialog::Directory
                                                  : QFileDialog::ExistingFile);
  if (field_.kind == Kind::Folder) dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
    line_->setText(chosen);
    take(chosen.toStdString());
  });
  dialog->open();
}

}  // namespace mrm
