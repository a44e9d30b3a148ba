#include "widgets/forms/option_form.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/common/disclosure.h"
#include "widgets/common/hairline.h"
#include "widgets/forms/option_field.h"
#include "widgets/forms/option_text.h"
#include "widgets/theme/theme.h"

namespace mrm {

OptionForm::OptionForm(OptionSet& options, const QStringList& hidden, QWidget* parent)
    : QScrollArea(parent) {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 3 * kGrid);
  layout->setSpacing(2 * kGrid);
  for (const OptionSet::Section& section : options.sections()) {
    std::vector<OptionField*> plain, advanced;
    for (Option& option : options.options()) {
      if (option.section() != section.name ||
          hidden.contains(QString::fromStdString(option.name())))
        continue;
      auto* field = new OptionField(option, page);
      (option.isAdvanced() ? advanced : plain).push_back(field);
      fields_.push_back(field);
      connect(field, &OptionField::changed, this, &OptionForm::changed);
    }
    if (plain.empty() && advanced.empty()) continue;
    if (!headings_.empty()) layout->addWidget(new Hairline);
    Heading heading{&section, new QLabel(page), new QLabel(page), nullptr};
    setTextRole(heading.title, TextRole::Heading);
    setTextRole(heading.help, TextRole::Secondary);
    heading.help->setWordWrap(true);
    auto* head = new QVBoxLayout;
    head->setSpacing(kGrid / 4);
    head->addWidget(heading.title);
    head->addWidget(heading.help);
    layout->addLayout(head);
    for (OptionField* field : plain) layout->addWidget(field);
    if (!advanced.empty()) {
      auto* folded = new QWidget(page);
      auto* inner = new QVBoxLayout(folded);
      inner->setContentsMargins(2 * kGrid, kGrid, 0, 0);
      inner->setSpacing(2 * kGrid);
      for (OptionField* field : advanced) inner->addWidget(field);
      heading.advanced = new Disclosure(QString(), folded, page);
      layout->addWidget(heading.advanced);
    }
    headings_.push_back(heading);
  }
  layout->addStretch();
  setWidget(page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  page->setBackgroundRole(QPalette::Base);
  page->setAutoFillBackground(true);
  retranslate();
}

const OptionField* OptionForm::firstProblem() const {
  for (const OptionField* field : fields_)
    if (!field->isValid()) return field;
  return nullptr;
}

int OptionForm::problemCount() const {
  int count = 0;
  for (const OptionField* field : fields_) count += field->isValid() ? 0 : 1;
  return count;
}

void OptionForm::reload() {
  for (OptionField* field : fields_) field->reload();
  Q_EMIT changed();
}

OptionField* OptionForm::field(const QString& name) const {
  for (OptionField* field : fields_)
    if (field->objectName() == name) return field;
  return nullptr;
}

void OptionForm::scrollTo(const OptionField* field) {
  for (const Heading& heading : headings_)
    if (heading.advanced && heading.advanced->isAncestorOf(field)) heading.advanced->setOpen(true);
  widget()->layout()->activate();
  ensureWidgetVisible(const_cast<OptionField*>(field));
  field->editor()->setFocus();
}

void OptionForm::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void OptionForm::retranslate() {
  for (const Heading& heading : headings_) {
    heading.title->setText(OptionText::of(heading.section->title));
    heading.help->setText(OptionText::of(heading.section->help));
    if (heading.advanced) heading.advanced->setTitle(tr("Advanced settings"));
  }
}

}  // namespace mrm
