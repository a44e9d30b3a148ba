#include "widgets/curation/data_stage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

#include "widgets/common/background.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/common/notice.h"
#include "widgets/common/stage_header.h"
#include "widgets/curation/image_cache.h"
#include "widgets/curation/record_table_model.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/workspace.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {

DataStage::DataStage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new RecordTableModel(this)),
      filter_(new RecordFilter(this)),
      images_(new ImageCache(this)),
      header_(new StageHeader(this)),
      search_(new QLineEdit(this)),
      show_(new QComboBox(this)),
      table_(new QTableView(this)),
      image_(new ImagePane(this)),
      summary_(new QLabel(this)),
      patient_(new QLabel(this)),
      report_(new QPlainTextEdit(this)),
      problem_(new Notice(this)),
      empty_(new EmptyState("data", this)) {
  filter_->setSourceModel(model_);
  search_->setClearButtonEnabled(true);
  search_->addAction(themedIcon("search", IconTone::Secondary), QLineEdit::LeadingPosition);
  search_->setMinimumWidth(30 * kGrid);
  header_->addTool(show_);
  header_->addTool(search_);

  table_->setModel(filter_);
  table_->setSortingEnabled(true);
  table_->sortByColumn(RecordTableModel::NumberColumn, Qt::AscendingOrder);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  table_->setTabKeyNavigation(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(30);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setColumnWidth(RecordTableModel::NumberColumn, 11 * kGrid);
  table_->setColumnWidth(RecordTableModel::PatientColumn, 11 * kGrid);
  table_->setColumnWidth(RecordTableModel::ImageColumn, 20 * kGrid);

  setTextRole(summary_, TextRole::Secondary);
  summary_->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
  summary_->setObjectName("recordSummary");
  auto* left = new QWidget(this);
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(0, 0, 0, 0);
  leftColumn->setSpacing(0);
  leftColumn->addWidget(table_, 1);
  leftColumn->addWidget(new Hairline);
  leftColumn->addWidget(summary_);

  QFont strong = patient_->font();
  strong.setWeight(QFont::DemiBold);
  patient_->setFont(strong);
  patient_->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 0);
  patient_->setTextFormat(Qt::PlainText);
  report_->setReadOnly(true);
  report_->setFrameShape(QFrame::NoFrame);
  report_->document()->setDocumentMargin(2 * kGrid);
  report_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* below = new QWidget(this);
  auto* belowColumn = new QVBoxLayout(below);
  belowColumn->setContentsMargins(0, 0, 0, 0);
  belowColumn->setSpacing(0);
  belowColumn->addWidget(patient_);
  belowColumn->addWidget(report_, 1);
  below->setAutoFillBackground(true);
  below->setBackgroundRole(QPalette::Base);
  image_->setMinimumSize(25 * kGrid, 20 * kGrid);
  auto* right = new QSplitter(Qt::Vertical, this);
  right->addWidget(image_);
  right->addWidget(below);
  right->setStretchFactor(0, 3);
  right->setStretchFactor(1, 1);
  right->setChildrenCollapsible(false);
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(left);
  both->addWidget(right);
  both->setStretchFactor(0, 1);
  both->setStretchFactor(1, 1);
  both->setChildrenCollapsible(false);
  both->setSizes({600, 600});

  auto* content = new QWidget(this);
  stack_ = new QStackedLayout(content);
  stack_->addWidget(empty_);
  stack_->addWidget(both);
  auto* problemPage = new QWidget(this);
  auto* problemColumn = new QVBoxLayout(problemPage);
  problemColumn->addWidget(problem_);
  problemColumn->addStretch();
  stack_->addWidget(problemPage);
  layOutStage(this, header_, content);

  filterSoon_.setSingleShot(true);
  filterSoon_.setInterval(150);
  connect(search_, &QLineEdit::textChanged, &filterSoon_, qOverload<>(&QTimer::start));
  connect(&filterSoon_, &QTimer::timeout, this, [this] {
    filter_->setText(search_->text());
    updateSummary();
  });
  connect(show_, &QComboBox::activated, this, [this](int index) {
    filter_->setShow(static_cast<RecordFilter::Show>(index));
    updateSummary();
  });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &DataStage::showCurrent);
  connect(image_, &ImagePane::nextRequested, this, [this] { move(1); });
  connect(image_, &ImagePane::previousRequested, this, [this] { move(-1); });
  connect(images_, &ImageCache::loaded, this,
          [this](const QString& file, const std::shared_ptr<const GrayImage>& image) {
            if (file == wantedImage_) image_->setImage(image);
          });
  connect(images_, &ImageCache::failed, this, [this](const QString& file, const ErrorText& error) {
    if (file != wantedImage_) return;
    image_->clear();
    image_->setPlaceholder(error.what + '\n' + error.advice);
  });
  connect(&workspace, &Workspace::projectChanged, this, &DataStage::read);
  retranslate();
  read();
}

int DataStage::setAsideCount() const {
  return model_->rejectedCount();
}

void DataStage::read() {
  ++generation_;
  images_->clear();
  model_->setTable({});
  search_->clear();
  retranslate();
  const auto& project = workspace_.project();
  stack_->setCurrentIndex(0);
  isReading_ = false;
  if (!project) return;
  isReading_ = true;
  empty_->setTexts(tr("Reading the records…"), {});
  runInBackground(
      this, [project = *project] { return readRecords(project.records, project.columns); },
      [this, generation = generation_](RecordTable table) {
        if (generation != generation_) return;
        isReading_ = false;
        model_->setTable(std::move(table));
        retranslate();
        if (model_->rowCount() > 0) {
          stack_->setCurrentIndex(1);
          table_->selectRow(0);
        }
        updateSummary();
        Q_EMIT recordsChanged();
      },
      [this, generation = generation_](const ErrorText& error) {
        if (generation != generation_) return;
        isReading_ = false;
        problem_->showError(error);
        stack_->setCurrentIndex(2);
      });
}

void DataStage::showCurrent() {
  const int row = filter_->mapToSource(table_->currentIndex()).row();
  const Record* record = model_->record(row);
  const RejectedRecord* rejected = model_->rejected(row);
  if (!record) {
    wantedImage_.clear();
    image_->clear();
    image_->setPlaceholder(rejected ? tr("This record was set aside.") : QString());
    image_->setCaption({});
    patient_->setText(rejected ? tr("Record %1").arg(Format::count(rejected->number)) : QString());
    report_->setPlainText(rejected ? QString::fromStdString(rejected->reason) : QString());
    return;
  }
  patient_->setText(
      tr("Record %1, patient %2")
          .arg(Format::count(record->number), QString::fromStdString(record->patient)));
  report_->setPlainText(QString::fromStdString(record->report));
  image_->setCaption(QString::fromStdString(record->image.filename().string()));
  std::vector<std::filesystem::path> ahead;
  for (const int step : {1, -1}) {
    const QModelIndex next = filter_->index(table_->currentIndex().row() + step, 0);
    if (const Record* other = model_->record(filter_->mapToSource(next).row()))
      ahead.push_back(other->image);
  }
  wantedImage_ = QString::fromStdString(record->image.string());
  if (const auto image = images_->get(record->image, ahead)) {
    image_->setImage(image);
  } else {
    image_->clear();  // never one record's image under another's name
    image_->setPlaceholder(tr("Reading the image…"));
  }
}

void DataStage::move(int rows) {
  const int row = table_->currentIndex().row() + rows;
  if (row >= 0 && row < filter_->rowCount()) table_->selectRow(row);
}

void DataStage::updateSummary() {
  const int shown = filter_->rowCount();
  QStringList parts{tr("%n record(s)", nullptr, model_->recordCount())};
  if (model_->rejectedCount() > 0) parts << tr("%n set aside", nullptr, model_->rejectedCount());
  if (shown != model_->rowCount()) parts << tr("%n shown", nullptr, shown);
  summary_->setText(parts.join(QStringLiteral("  ·  ")));
}

void DataStage::retranslate() {
  const auto& project = workspace_.project();
  header_->setTitle(tr("Data"));
  header_->setSubtitle(project ? QString::fromStdString(project->name) : QString());
  header_->setSynthetic(project && project->synthetic);
  search_->setPlaceholderText(tr("Search patients, images, reports"));
  search_->setAccessibleName(tr("Search records"));
  const int chosen = std::max(show_->currentIndex(), 0);
  show_->clear();
  show_->addItems({tr("All records"), tr("Usable"), tr("Set aside")});
  show_->setCurrentIndex(chosen);
  show_->setAccessibleName(tr("Which records are shown"));
  table_->setAccessibleName(tr("Records"));
  report_->setAccessibleName(tr("Report"));
  if (project)
    empty_->setTexts(tr("No records"),
                     tr("The project's table has no rows. Add records to it and open the project "
                        "again."));
  else
    empty_->setTexts(tr("No project is open"), tr("Open or create a project to see its records."));
  updateSummary();
}

void DataStage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    if (table_->currentIndex().isValid()) showCurrent();
  }
}

}  // namespace mrm
