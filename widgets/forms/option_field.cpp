#include "widgets/forms/option_field.h"
#include "widgets/common/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/forms/option_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

QLabel* sentence(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  return label;
}

// "0.00015" and "1.5e-04" are one value.
bool sameValue(const Option& option, const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (!isNumber(option)) return false;
  bool okA = false, okB = false;
  const double x = QString::fromStdString(a).toDouble(&okA);
  const double y = QString::fromStdString(b).toDouble(&okB);
  return okA && okB && x == y;
}

}  // namespace

OptionField::OptionField(Option& option, QWidget* parent)
    : QWidget(parent),
      option_(option),
      caption_(new QLabel(this)),
      unit_(new QLabel(this)),
      help_(sentence(this)),
      problemLabel_(sentence(this)),
      published_(new QToolButton(this)) {
  setObjectName(QString::fromStdString(option.name()));
  setTextRole(unit_, TextRole::Secondary);
  setTextRole(help_, TextRole::Small);
  published_->setAutoRaise(true);
  published_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  published_->setIconSize(QSize(14, 14));
  published_->setVisible(!option.published().empty());
  problemLabel_->hide();

  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  makeEditor(row);
  row->addWidget(unit_);
  row->addStretch();
  row->addWidget(published_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid / 2);
  layout->addWidget(caption_);
  layout->addLayout(row);
  layout->addWidget(problemLabel_);
  layout->addWidget(help_);
  caption_->setVisible(!check_);
  connect(published_, &QToolButton::clicked, this, [this] {
    take(option_.published());
    reload();
  });
  retranslate();
  reload();
}

void OptionField::makeEditor(QHBoxLayout* row) {
  if (std::holds_alternative<bool*>(option_.target())) {
    check_ = new QCheckBox(this);
    row->addWidget(check_);
    connect(check_, &QCheckBox::toggled, this, [this](bool on) { take(on ? "true" : "false"); });
  } else if (!option_.choices().empty()) {
    combo_ = new QComboBox(this);
    combo_->setMinimumWidth(20 * kGrid);
    guardAgainstWheel(combo_);
    row->addWidget(combo_);
    connect(combo_, &QComboBox::activated, this,
            [this] { take(combo_->currentData().toString().toStdString()); });
  } else {
    line_ = new QLineEdit(this);
    const bool isPath = std::holds_alternative<std::filesystem::path*>(option_.target());
    const bool wide = isPath || !isNumber(option_);
    line_->setMinimumWidth(wide ? 20 * kGrid : 16 * kGrid);
    if (!wide) line_->setMaximumWidth(20 * kGrid);
    row->addWidget(line_, wide ? 1 : 0);
    connect(line_, &QLineEdit::textEdited, this,
            [this](const QString& text) { take(OptionText::typed(option_, text)); });
    if (isPath) {
      browse_ = new QPushButton(this);
      browse_->setAutoDefault(false);
      row->addWidget(browse_);
      connect(browse_, &QPushButton::clicked, this, &OptionField::browse);
    }
  }
  caption_->setBuddy(editor());
}

QWidget* OptionField::editor() const {
  if (check_) return check_;
  if (combo_) return combo_;
  return line_;
}

void OptionField::take(const std::string& value) {
  problem_ = OptionText::problem(option_, OptionText::shown(option_, value));
  if (problem_.isEmpty()) {
    try {
      option_.set(value);
    } catch (const std::exception& error) {
      problem_ = QString::fromUtf8(error.what());
    }
  }
  updateProblem();
  updatePublished();
  Q_EMIT changed();
}

void OptionField::reload() {
  const std::string value = option_.text();
  problem_.clear();
  if (check_) {
    const QSignalBlocker block(check_);
    check_->setChecked(value == "true");
  }
  if (combo_) combo_->setCurrentIndex(combo_->findData(QString::fromStdString(value)));
  if (line_) line_->setText(OptionText::shown(option_, value));
  updateProblem();
  updatePublished();
}

void OptionField::updateProblem() {
  problemLabel_->setText(problem_);
  problemLabel_->setVisible(!problem_.isEmpty());
  setTextColor(problemLabel_, themeColors().failure);
  if (line_) {
    line_->setProperty(kInvalid, !problem_.isEmpty());
    line_->update();
  }
  editor()->setAccessibleDescription(problem_.isEmpty() ? help_->text()
                                                        : problem_ + ' ' + help_->text());
}

void OptionField::updatePublished() {
  if (option_.published().empty()) return;
  const bool same = problem_.isEmpty() && sameValue(option_, option_.text(), option_.published());
  published_->setEnabled(!same);
  published_->setIcon(same ? themedIcon("check", IconTone::Secondary) : QIcon());
  const QString value = std::holds_alternative<bool*>(option_.target())
                            ? (option_.published() == "true" ? tr("on") : tr("off"))
                            : OptionText::shown(option_, option_.published());
  QPalette palette = published_->palette();
  palette.setColor(QPalette::ButtonText, themeColors().accentText);
  published_->setPalette(palette);
  published_->setText(same ? tr("as published") : tr("published: %1").arg(value));
  published_->setToolTip(same ? tr("This is the value of the paper.")
                              : tr("Take the value of the paper."));
}

void OptionField::fillChoices() {
  const QVariant current = combo_->currentData();
  combo_->clear();
  for (const std::string& choice : option_.choices())
    combo_->addItem(OptionText::of(choice), QString::fromStdString(choice));
  combo_->setCurrentIndex(combo_->findData(current));
}

void OptionField::retranslate() {
  const QString label = OptionText::label(option_);
  caption_->setText(label);
  if (check_) check_->setText(label);
  editor()->setAccessibleName(label);
  unit_->setText(OptionText::of(option_.unit()));
  unit_->setVisible(!unit_->text().isEmpty());
  help_->setText(OptionText::of(option_.help()));
  if (combo_) fillChoices();
  if (browse_) browse_->setText(tr("Browse…"));
  editor()->setWhatsThis(help_->text());
}

void OptionField::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    reload();
  }
  if (event->type() == QEvent::PaletteChange) {
    updateProblem();
    updatePublished();
  }
}

void OptionField::browse() {
  auto* dialog = new QFileDialog(window(), OptionText::label(option_), line_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    take(file.toStdString());
    reload();
  });
  dialog->open();
}

}  // namespace mrm
