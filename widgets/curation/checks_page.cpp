#include "widgets/curation/checks_page.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <map>
#include <utility>

#include "widgets/common/format.h"
#include "widgets/common/hairline.h"
#include "widgets/curation/pair_view.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kMostShown = 1000;  // of a kind
constexpr int kProblemRole = Qt::UserRole;

bool isOfImages(CatalogProblem::Kind kind) {
  return kind == CatalogProblem::Kind::SameImageAcrossSplits ||
         kind == CatalogProblem::Kind::DuplicateImage ||
         kind == CatalogProblem::Kind::LooksInverted;
}

}  // namespace

ChecksPage::ChecksPage(CatalogSession& session, RadiographCache& images, QWidget* parent)
    : QWidget(parent),
      session_(session),
      summary_(new QLabel(this)),
      text_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      again_(new QPushButton(this)),
      read_(new QPushButton(this)),
      show_(new QPushButton(this)),
      problems_(new QTreeWidget(this)),
      pair_(new PairView(session, images, this)) {
  summary_->setWordWrap(true);
  text_->setWordWrap(true);
  QFont strong = text_->font();
  strong.setWeight(QFont::DemiBold);
  text_->setFont(strong);
  progress_->setTextVisible(false);
  again_->setIcon(themedIcon("refresh"));
  read_->setIcon(themedIcon("image"));
  problems_->setHeaderHidden(true);
  problems_->setFrameShape(QFrame::NoFrame);
  problems_->setUniformRowHeights(true);
  problems_->setTextElideMode(Qt::ElideRight);
  problems_->setIndentation(2 * kGrid);
  problems_->setTabKeyNavigation(false);

  auto* left = new QWidget(this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, kGrid, 0, 0);
  column->setSpacing(kGrid);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
  top->addWidget(summary_);
  top->addWidget(progress_);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(again_);
  buttons->addWidget(read_);
  buttons->addStretch();
  top->addLayout(buttons);
  column->addLayout(top);
  column->addWidget(new Hairline);
  column->addWidget(problems_, 1);
  left->setAutoFillBackground(true);
  left->setBackgroundRole(QPalette::Base);
  auto* right = new QWidget(this);
  auto* rightColumn = new QVBoxLayout(right);
  rightColumn->setContentsMargins(0, 0, 0, 0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 0);
  head->addWidget(text_, 1);
  head->addWidget(show_, 0, Qt::AlignTop);
  rightColumn->addLayout(head);
  rightColumn->addWidget(pair_, 1000);
  rightColumn->addStretch(1);
  auto* both = new QSplitter(this);
  both->addWidget(left);
  both->addWidget(right);
  both->setStretchFactor(0, 0);
  both->setStretchFactor(1, 1);
  both->setSizes({44 * kGrid, 100 * kGrid});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(both);

  connect(again_, &QPushButton::clicked, this, &ChecksPage::check);
  connect(read_, &QPushButton::clicked, this, [this] {
    if (session_.isReadingImages())
      session_.stopReadingImages();
    else
      session_.readImages();
    updateState();
  });
  connect(show_, &QPushButton::clicked, this, [this] {
    if (const CatalogProblem* problem = current()) Q_EMIT recordsRequested(*problem);
  });
  connect(problems_, &QTreeWidget::currentItemChanged, this, &ChecksPage::showCurrent);
  connect(pair_, &PairView::excludeRequested, this, [this](const std::vector<RecordId>& records) {
    const CatalogProblem* problem = current();
    const bool isInverted = problem && problem->kind == CatalogProblem::Kind::LooksInverted;
    session_.editRecords({CatalogEdit::Kind::Exclude, isInverted ? "inverted" : "duplicate", {}},
                         records);
    settleCurrent();
  });
  connect(&session, &CatalogSession::imagesProgress, this, [this](const Progress& now) {
    activity_ =
        now.total > 0
            ? tr("Reading images: %1 of %2").arg(Format::count(now.done), Format::count(now.total))
            : tr("Reading images…");
    progress_->setRange(0, static_cast<int>(now.total));
    progress_->setValue(static_cast<int>(now.done));
    updateState();
  });
  connect(&session, &CatalogSession::imagesRead, this, [this] {
    activity_.clear();
    if (isVisible()) check();
    updateState();
  });
  connect(&session, &CatalogSession::opened, this, [this] {
    found_.reset();
    checkedRevision_ = -1;
    fill();
    if (isVisible()) check();
  });
  connect(&session, &CatalogSession::contentChanged, this, &ChecksPage::updateState);
  retranslate();
}

bool ChecksPage::isChecking() const {
  return session_.service().isUnderWay(CatalogService::Topic::Checks);
}

void ChecksPage::check() {
  if (!session_.isOpen()) return;
  struct Answer {
    std::shared_ptr<const CatalogCheck> found;
    std::int64_t revision;
  };
  session_.service().ask(
      CatalogService::Topic::Checks, 0,
      [](Catalog& catalog, const std::stop_token& stop) {
        const std::int64_t revision = catalog.revision();
        return Answer{std::make_shared<const CatalogCheck>(checkCatalog(catalog, 4, {}, stop)),
                      revision};
      },
      [this](const Answer& answer) {
        found_ = answer.found;
        checkedRevision_ = answer.revision;
        fill();
        QTimer::singleShot(0, this, &ChecksPage::updateState);
      });
  updateState();
}

void ChecksPage::fill() {
  problems_->clear();
  if (found_) {
    std::map<CatalogProblem::Kind, QTreeWidgetItem*> groups;
    std::map<CatalogProblem::Kind, int> counts;
    for (const CatalogProblem& problem : found_->problems) ++counts[problem.kind];
    for (std::size_t i = 0; i < found_->problems.size(); ++i) {
      const CatalogProblem& problem = found_->problems[i];
      QTreeWidgetItem*& group = groups[problem.kind];
      if (!group) {
        group = new QTreeWidgetItem(problems_,
                                    {CatalogText::problemKind(problem.kind, counts[problem.kind])});
        group->setIcon(
            0, themedIcon(problem.blocksTraining ? "error" : "warning",
                          problem.blocksTraining ? IconTone::Failure : IconTone::Attention));
        group->setExpanded(counts[problem.kind] <= 50);
        group->setToolTip(0, problem.blocksTraining ? tr("Training does not start before this is "
                                                         "resolved.")
                                                    : tr("Worth a look."));
        group->setData(0, Qt::AccessibleDescriptionRole, group->toolTip(0));
      }
      if (group->childCount() == kMostShown) continue;
      auto* item = new QTreeWidgetItem(group, {fromUtf8(problem.text)});
      item->setData(0, kProblemRole, static_cast<qulonglong>(i));
      item->setToolTip(0, fromUtf8(problem.text));
    }
    if (QTreeWidgetItem* first = problems_->topLevelItem(0))
      problems_->setCurrentItem(first->childCount() > 0 ? first->child(0) : first);
  }
  showCurrent();
  updateState();
}

const CatalogProblem* ChecksPage::current() const {
  const QTreeWidgetItem* item = problems_->currentItem();
  if (!found_ || !item || !item->data(0, kProblemRole).isValid()) return nullptr;
  return &found_->problems[item->data(0, kProblemRole).toULongLong()];
}

void ChecksPage::showCurrent() {
  const CatalogProblem* problem = current();
  text_->setText(problem ? fromUtf8(problem->text)
                 : problems_->topLevelItemCount() > 0
                     ? tr("Choose a problem at the left to see its records.")
                     : QString());
  show_->setVisible(problem && (problem->kind == CatalogProblem::Kind::PatientInTwoSplits ||
                                problem->kind == CatalogProblem::Kind::NoSplit));
  const bool hasImages =
      problem && !problem->records.empty() &&
      (isOfImages(problem->kind) || problem->kind == CatalogProblem::Kind::PatientInTwoSplits);
  pair_->setVisible(hasImages);
  pair_->setRecords(hasImages ? problem->records : std::vector<RecordId>(),
                    problem && problem->kind == CatalogProblem::Kind::LooksInverted);
}

// A decision was made: it is told, and the next one comes.
void ChecksPage::settleCurrent() {
  QTreeWidgetItem* item = problems_->currentItem();
  if (!item) return;
  item->setIcon(0, themedIcon("check", IconTone::Success));
  item->setForeground(0, themeColors().secondaryText);
  if (QTreeWidgetItem* next = problems_->itemBelow(item); next && next->parent())
    problems_->setCurrentItem(next);
  else
    showCurrent();
}

void ChecksPage::updateState() {
  const bool isReading = session_.isReadingImages() && !activity_.isEmpty();
  progress_->setVisible(isReading || isChecking());
  if (!isReading) progress_->setRange(0, 0);
  again_->setEnabled(!isChecking() && session_.isOpen());
  read_->setText(isReading ? tr("Stop reading") : tr("Read the images"));
  read_->setVisible(isReading || (found_ && found_->hashed < found_->of));
  QStringList lines;
  if (isReading) {
    lines << activity_;
  } else if (isChecking()) {
    lines << tr("Checking…");
  } else if (found_) {
    lines << (found_->problems.empty()   ? tr("Nothing was found.")
              : found_->blocksTraining() ? tr("Some of this blocks training until it is resolved.")
                                         : tr("Nothing of this blocks training."));
    if (found_->hashed < found_->of)
      lines << tr("Only %1 of %2 images could be compared: the others have not been read yet.")
                   .arg(Format::count(found_->hashed), Format::count(found_->of));
    if (checkedRevision_ < session_.revision())
      lines << tr("The records were changed since: check again.");
  }
  summary_->setText(lines.join('\n'));
}

void ChecksPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!found_ && !isChecking())
    check();
  else
    updateState();
}

void ChecksPage::retranslate() {
  again_->setText(tr("Check again"));
  show_->setText(tr("Show these records"));
  problems_->setAccessibleName(tr("Problems"));
  read_->setToolTip(
      tr("Decodes every image once: its size, whether it is there twice, and whether it looks "
         "inverted are known then. Goes on in the background."));
  fill();
}

void ChecksPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace mrm
