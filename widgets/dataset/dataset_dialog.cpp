#include "widgets/dataset/dataset_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

#include "widgets/common/hairline.h"
#include "widgets/dataset/images_page.h"
#include "widgets/dataset/labels_page.h"
#include "widgets/dataset/reports_page.h"
#include "widgets/dataset/splits_page.h"
#include "widgets/dataset/vocabulary_page.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kPageKey[] = "dataset/page";

}  // namespace

DataSetDialog::DataSetDialog(const DataSet& dataSet, QWidget* parent)
    : QDialog(parent),
      images_(new ImagesPage(dataSet, this)),
      reports_(new ReportsPage(dataSet, this)),
      vocabulary_(new VocabularyPage(dataSet, this)),
      labels_(new LabelsPage(dataSet, this)),
      splits_(new SplitsPage(dataSet, this)),
      list_(new QListWidget(this)),
      stack_(new QStackedWidget(this)),
      question_(new QLabel(this)) {
  setObjectName("dataSetDialog");
  setWindowTitle(tr("Prepare the data set"));
  setTextRole(question_, TextRole::Heading);
  list_->setObjectName("dataSetPages");
  list_->setAccessibleName(tr("Pages"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFixedWidth(19 * kGrid);
  list_->setSpacing(2);
  list_->viewport()->setAutoFillBackground(false);
  for (DataSetPage* page :
       {static_cast<DataSetPage*>(images_), static_cast<DataSetPage*>(reports_),
        static_cast<DataSetPage*>(vocabulary_), static_cast<DataSetPage*>(labels_),
        static_cast<DataSetPage*>(splits_)}) {
    pages_.push_back(page);
    isStale_.push_back(true);
    stack_->addWidget(page);
    auto* item = new QListWidgetItem(page->title(), list_);
    item->setSizeHint(QSize(0, 4 * kGrid));
    connect(page, &DataSetPage::projectChanged, this, &DataSetDialog::projectChanged);
    connect(page, &DataSetPage::catalogChanged, this, [this, page] {
      for (std::size_t i = 0; i < pages_.size(); ++i)
        isStale_[i] = isStale_[i] || pages_[i] != page;
      Q_EMIT catalogChanged();
    });
  }
  auto* close = new QPushButton(tr("Close"), this);
  close->setAutoDefault(false);
  auto* side = new QVBoxLayout;
  side->setContentsMargins(kGrid, 2 * kGrid, kGrid, kGrid);
  side->addWidget(list_);
  auto* content = new QVBoxLayout;
  content->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 2 * kGrid);
  content->setSpacing(2 * kGrid);
  content->addWidget(question_);
  content->addWidget(stack_, 1);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addLayout(side);
  middle->addWidget(new Hairline(Qt::Vertical));
  middle->addLayout(content, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(2 * kGrid, 3 * kGrid / 2, 2 * kGrid, 3 * kGrid / 2);
  buttons->addStretch();
  buttons->addWidget(close);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(middle, 1);
  layout->addWidget(new Hairline);
  layout->addLayout(buttons);
  resize(150 * kGrid, 84 * kGrid);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  connect(images_, &ImagesPage::readRequested, this, &DataSetDialog::readRequested);
  connect(splits_, &SplitsPage::checksRequested, this, [this] {
    Q_EMIT checksRequested();
    accept();
  });
  connect(list_, &QListWidget::currentRowChanged, this, &DataSetDialog::enterPage);
  list_->setCurrentRow(
      std::clamp(QSettings().value(kPageKey).toInt(), 0, static_cast<int>(pages_.size()) - 1));
}

void DataSetDialog::showPage(Page page) {
  list_->setCurrentRow(page);
}

void DataSetDialog::enterPage(int index) {
  if (index < 0) return;
  const auto place = static_cast<std::size_t>(index);
  QSettings().setValue(kPageKey, index);
  stack_->setCurrentIndex(index);
  question_->setText(pages_[place]->question());
  if (!isStale_[place]) return;
  isStale_[place] = false;
  pages_[place]->enter();
}

bool DataSetDialog::isSettled() const {
  return pages_[static_cast<std::size_t>(stack_->currentIndex())]->isSettled();
}

}  // namespace mrm
