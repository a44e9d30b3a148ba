#include "widgets/importing/findings_view.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/base/files.h"
#include "widgets/common/background.h"
#include "widgets/common/format.h"
#include "widgets/importing/import_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

QIcon iconOf(ImportFinding::Severity severity) {
  switch (severity) {
    case ImportFinding::Severity::Good:
      return themedIcon("check", IconTone::Success);
    case ImportFinding::Severity::Note:
      return themedIcon("info", IconTone::Secondary);
    case ImportFinding::Severity::Problem:
      break;
  }
  return themedIcon("warning", IconTone::Attention);
}

}  // namespace

FindingsView::FindingsView(QWidget* parent)
    : QWidget(parent),
      tree_(new QTreeWidget(this)),
      copy_(new QPushButton(tr("Copy"), this)),
      save_(new QPushButton(tr("Save list…"), this)) {
  tree_->setObjectName("findings");
  tree_->setAccessibleName(tr("What was found"));
  tree_->setColumnCount(2);
  tree_->setHeaderLabels({tr("Number"), tr("What was found")});
  tree_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  tree_->header()->setStretchLastSection(true);
  tree_->setFrameShape(QFrame::NoFrame);
  tree_->setWordWrap(true);
  tree_->setSelectionMode(QAbstractItemView::SingleSelection);
  tree_->setTreePosition(1);
  tree_->setIndentation(3 * kGrid);
  for (QPushButton* button : {copy_, save_}) {
    button->setAutoDefault(false);
    button->setEnabled(false);
  }
  save_->setToolTip(
      tr("A table of all findings, and of every record that is quarantined with its "
         "reason."));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  buttons->addWidget(copy_);
  buttons->addWidget(save_);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(tree_, 1);
  layout->addLayout(buttons);
  connect(copy_, &QPushButton::clicked, this, [this] {
    if (plan_) QApplication::clipboard()->setText(ImportText::findings(plan_->findings));
  });
  connect(save_, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(window(), tr("Save the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix("csv");
    dialog->selectFile("findings.csv");
    connect(dialog, &QFileDialog::fileSelected, this, &FindingsView::saveTo);
    dialog->open();
  });
}

void FindingsView::setPlan(std::shared_ptr<const ImportPlan> plan) {
  plan_ = std::move(plan);
  copy_->setEnabled(plan_ != nullptr);
  save_->setEnabled(plan_ != nullptr);
  fill();
}

void FindingsView::fill() {
  tree_->clear();
  if (!plan_) return;
  for (const ImportFinding& found : plan_->findings) {
    auto* item = new QTreeWidgetItem(tree_);
    const QString count = found.count > 0 ? Format::count(found.count) : QString();
    item->setText(0, count);
    item->setTextAlignment(0, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setText(1, ImportText::text(found));
    item->setIcon(1, iconOf(found.severity));
    item->setData(1, Qt::AccessibleTextRole,
                  ImportText::severity(found.severity) + ": " + ImportText::finding(found));
    for (const std::string& example : found.examples) {
      auto* child = new QTreeWidgetItem(item);
      child->setText(1, QString::fromStdString(example));
      child->setFont(1, fontOf(TextRole::Mono));
      child->setForeground(1, themeColors().secondaryText);
    }
    const auto shown = static_cast<std::int64_t>(found.examples.size());
    if (shown > 0 && shown < found.count) {
      auto* more = new QTreeWidgetItem(item);
      more->setText(1, tr("… and %n more", nullptr, static_cast<int>(found.count - shown)));
      more->setForeground(1, themeColors().secondaryText);
    }
  }
  if (tree_->topLevelItemCount() > 0) tree_->setCurrentItem(tree_->topLevelItem(0));
}

void FindingsView::saveTo(const QString& file) {
  if (!plan_) return;
  runInBackground(
      this,
      [plan = plan_, file] {
        writeFileAtomically(file.toStdString(), ImportText::findingsCsv(*plan));
      },
      [this, file] { Q_EMIT saved(file); },
      [this](const ErrorText& error) { Q_EMIT saveFailed(error); });
}

void FindingsView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) fill();
}

}  // namespace mrm
