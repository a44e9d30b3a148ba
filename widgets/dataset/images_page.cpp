#include "widgets/dataset/images_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <algorithm>

#include "core/base/error.h"
#include "core/dicom/radiograph.h"
#include "core/importers/index_images.h"
#include "widgets/common/background.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/common/notice.h"
#include "widgets/common/small_label.h"
#include "widgets/dataset/display_choice.h"
#include "widgets/image/image_link.h"
#include "widgets/image/image_pane.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kChoicesWidth = 34 * kGrid;
constexpr int kKeptKilobytes = 256 << 10;
constexpr int kAtOnce = 2;
constexpr int kPictureSide = 9 * kGrid;
constexpr std::size_t kMostPictures = 100;

bool isSame(const DisplayPolicy& a, const DisplayPolicy& b) {
  return displayPolicyJson(a) == displayPolicyJson(b);
}

struct Drawn {
  DisplayImage before, after;
};

QImage pictureOf(const DataSet& data, RecordId id, int side) {
  const Catalog catalog = data.open();
  const auto record = catalog.record(id);
  if (!record) return {};
  const GrayImage image =
      loadRadiograph(catalog.imagePath(*record), record->frame, displayPolicyOf(catalog)).image;
  return QImage(image.pixels.data(), static_cast<int>(image.width), static_cast<int>(image.height),
                static_cast<qsizetype>(image.width), QImage::Format_Grayscale8)
      .scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

// A record's image before it is displayed, or why there is none.
struct ImagesPage::Loaded {
  RecordId id = 0;
  QString name;
  std::shared_ptr<const StoredImage> stored;
  ErrorText problem;
  int kilobytes() const {
    return stored ? static_cast<int>(std::min<std::size_t>(
                        stored->values.size() * sizeof(std::int32_t) >> 10, kKeptKilobytes)) +
                        1
                  : 1;
  }
};

struct ImagesPage::Facts {
  DisplayPolicy policy;
  std::vector<RecordId> usable, inverted;
  std::int64_t unread = 0;
};

ImagesPage::ImagesPage(const DataSet& dataSet, QWidget* parent)
    : DataSetPage(parent),
      data_(dataSet),
      open_(new Job(this)),
      save_(new Job(this)),
      kept_(kKeptKilobytes),
      choice_(new DisplayChoice),
      link_(new ImageLink(this)),
      before_(new ImagePane),
      after_(new ImagePane),
      beforeAudit_(new ElidedLabel(this)),
      afterAudit_(new ElidedLabel(this)),
      name_(new ElidedLabel(this, Qt::ElideMiddle)),
      previous_(new QPushButton(tr("&Previous"), this)),
      next_(new QPushButton(tr("&Next"), this)),
      apply_(new QPushButton(tr("&Apply"), this)),
      reset_(new QPushButton(tr("Ta&ke back"), this)),
      state_(smallLabel({}, this)),
      invertedTitle_(smallLabel({}, this)),
      inverted_(new QListWidget),
      notice_(new Notice(this)),
      content_(new QWidget(this)),
      empty_(new EmptyState("data", this)) {
  notice_->hide();
  empty_->setTexts(tr("No images"), tr("No record of this data set can be used."));
  empty_->hide();
  auto* both = new QHBoxLayout(content_);
  both->setContentsMargins(0, 0, 0, 0);
  both->setSpacing(2 * kGrid);
  both->addWidget(makeChoices());
  both->addWidget(makePreview(), 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(notice_);
  layout->addWidget(content_, 1);
  layout->addWidget(empty_, 1);

  connect(choice_, &DisplayChoice::changed, this, &ImagesPage::choose);
  connect(apply_, &QPushButton::clicked, this, &ImagesPage::apply);
  connect(reset_, &QPushButton::clicked, this, [this] {
    choice_->setPolicy(inForce_);
    choose();
  });
  connect(previous_, &QPushButton::clicked, this, [this] { move(-1); });
  connect(next_, &QPushButton::clicked, this, [this] { move(1); });
  for (ImagePane* pane : {before_, after_}) {
    connect(pane, &ImagePane::nextRequested, this, [this] { move(1); });
    connect(pane, &ImagePane::previousRequested, this, [this] { move(-1); });
  }
  connect(inverted_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
    if (item) showRecord(item->data(Qt::UserRole).toLongLong());
  });
  connect(inverted_, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
    showRecord(item->data(Qt::UserRole).toLongLong());
  });
  showFailures({open_, save_}, notice_);
  for (Job* job : {open_, save_}) connect(job, &Job::failed, this, &ImagesPage::updateState);
  updateState();
}

QWidget* ImagesPage::makeChoices() {
  auto* scroll = new QScrollArea;
  scroll->setWidget(choice_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  for (QPushButton* button : {apply_, reset_}) button->setAutoDefault(false);
  apply_->setToolTip(tr("Shows all images that way, and trains on them so."));
  reset_->setToolTip(tr("Back to what is in force."));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(apply_);
  buttons->addWidget(reset_);
  buttons->addStretch();
  auto* choices = new QWidget;
  auto* column = new QVBoxLayout(choices);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(scroll, 1);
  column->addWidget(state_);
  column->addLayout(buttons);
  choices->setFixedWidth(kChoicesWidth);
  return choices;
}

QWidget* ImagesPage::makePreview() {
  for (QPushButton* button : {previous_, next_}) button->setAutoDefault(false);
  setTextRole(name_, TextRole::Secondary);
  auto* navigation = new QHBoxLayout;
  navigation->addWidget(previous_);
  navigation->addWidget(next_);
  navigation->addSpacing(kGrid);
  navigation->addWidget(name_, 1);
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->setChildrenCollapsible(false);
  const auto add = [&](ImagePane* pane, ElidedLabel* audit, const QString& caption) {
    pane->setCaption(caption);
    pane->setLink(link_);
    audit->setTextFormat(Qt::PlainText);
    audit->setAccessibleName(tr("%1: how the values became gray levels").arg(caption));
    setTextRole(audit, TextRole::Small);
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(pane, 1);
    column->addWidget(audit);
    panes->addWidget(box);
  };
  add(before_, beforeAudit_, tr("As it is now"));
  add(after_, afterAudit_, tr("As chosen"));
  panes->setSizes({500, 500});

  inverted_->setObjectName("invertedImages");
  inverted_->setAccessibleName(tr("Images that look inverted"));
  inverted_->setViewMode(QListView::IconMode);
  inverted_->setFlow(QListView::LeftToRight);
  inverted_->setWrapping(false);
  inverted_->setMovement(QListView::Static);
  inverted_->setIconSize(QSize(kPictureSide, kPictureSide));
  inverted_->setSpacing(kGrid / 2);
  inverted_->setFrameShape(QFrame::NoFrame);
  // As behind every image, in light and dark.
  QPalette palette = inverted_->palette();
  palette.setColor(QPalette::Base, themeColors().image);
  palette.setColor(QPalette::Text, themeColors().onImage);
  inverted_->setPalette(palette);
  inverted_->setUniformItemSizes(true);
  inverted_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  inverted_->setFixedHeight(kPictureSide + 6 * kGrid);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(navigation);
  column->addWidget(panes, 1);
  column->addWidget(invertedTitle_);
  column->addWidget(inverted_);
  auto* preview = new QWidget;
  preview->setLayout(column);
  return preview;
}

QString ImagesPage::title() const {
  return tr("Images");
}

QString ImagesPage::question() const {
  return tr("How do stored values become gray levels?");
}

bool ImagesPage::isSettled() const {
  return !open_->isBusy() && !save_->isBusy() && underWay_.isEmpty() && !isDrawing_ &&
         !isPicturing_;
}

void ImagesPage::enter() {
  refresh();
}

void ImagesPage::followReading(Job& job) {
  auto* bar = new JobBar(job, this);
  bar->setActivity(tr("Reading images"));
  bar->setOneLine(true);
  layout()->addWidget(bar);
  connect(&job, &Job::ended, this, &ImagesPage::imagesRead);
}

void ImagesPage::imagesRead() {
  isReading_ = false;
  if (hasEntered_) refresh();
}

void ImagesPage::refresh() {
  open_->start(
      [open = data_.open](const ProgressSink&, const std::stop_token& stop) {
        const Catalog catalog = open();
        Facts facts;
        facts.policy = displayPolicyOf(catalog);
        RecordQuery query;
        query.facets[Facet::Status] = {"usable"};
        facts.usable = catalog.find(query);
        if (stop.stop_requested()) throw Stopped();
        facts.unread = static_cast<std::int64_t>(facts.usable.size());
        for (const Catalog::ImageHash& image : catalog.imageHashes()) {
          if (!std::binary_search(facts.usable.begin(), facts.usable.end(), image.id)) continue;
          if (image.hash) --facts.unread;
          if (image.looksInverted) facts.inverted.push_back(image.id);
        }
        return facts;
      },
      [this](Facts facts) { take(std::move(facts)); });
}

void ImagesPage::take(Facts facts) {
  const bool isChosen = hasEntered_ && !isSame(choice_->policy(), inForce_);
  hasEntered_ = true;
  inForce_ = facts.policy;
  if (!isChosen) choice_->setPolicy(inForce_);
  ids_ = std::move(facts.usable);
  content_->setVisible(!ids_.empty());
  empty_->setVisible(ids_.empty());
  const int count = static_cast<int>(facts.inverted.size());
  QStringList parts{count == 0 ? tr("No image looks inverted against its neighbours.")
                               : tr("%Ln image(s) look inverted against their neighbours; a click "
                                    "shows them.",
                                    nullptr, count)};
  if (facts.inverted.size() > kMostPictures)
    parts << tr("The first %Ln are here; the checks list all of them.", nullptr,
                static_cast<int>(kMostPictures));
  if (facts.unread > 0)
    parts << tr("%Ln image(s) were not read yet.", nullptr, static_cast<int>(facts.unread));
  invertedTitle_->setText(parts.join(' '));
  fillInverted(facts.inverted);
  updateState();
  if (ids_.empty()) return;
  RecordId wanted = shown_ != 0 ? shown_ : data_.current;
  if (!std::binary_search(ids_.begin(), ids_.end(), wanted)) wanted = ids_.front();
  if (current_ && current_->id == wanted)
    draw();
  else
    showRecord(wanted);
}

void ImagesPage::fillInverted(const std::vector<RecordId>& ids) {
  const QSignalBlocker blocker(inverted_);
  ++pictureGeneration_;
  inverted_->clear();
  pictures_.clear();
  inverted_->setVisible(!ids.empty());
  for (const RecordId id : ids) {
    if (pictures_.size() >= kMostPictures) break;
    auto* item = new QListWidgetItem(QString::number(id), inverted_);
    item->setData(Qt::UserRole, static_cast<qlonglong>(id));
    item->setData(Qt::AccessibleTextRole, tr("Record %1 looks inverted").arg(id));
    item->setSizeHint(QSize(kPictureSide + kGrid, kPictureSide + 3 * kGrid));
    item->setTextAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    pictures_.push_back(id);
  }
  loadPicture();
}

void ImagesPage::loadPicture() {
  const std::size_t missing = pictures_.size();
  isPicturing_ = missing > 0;
  if (!isPicturing_) return;
  const int row = inverted_->count() - static_cast<int>(missing);
  const RecordId id = inverted_->item(row)->data(Qt::UserRole).toLongLong();
  const double scale = devicePixelRatioF();
  const auto then = [this, row, scale, generation = pictureGeneration_](const QImage& image) {
    if (generation != pictureGeneration_) return;
    if (!image.isNull()) {
      QPixmap picture = QPixmap::fromImage(image);
      picture.setDevicePixelRatio(scale);
      inverted_->item(row)->setIcon(QIcon(picture));
    }
    pictures_.pop_back();
    loadPicture();
  };
  runInBackground(
      this,
      [data = data_, id, side = static_cast<int>(kPictureSide * scale)] {
        return pictureOf(data, id, side);
      },
      then, [then](const ErrorText&) { then({}); });
}

void ImagesPage::choose() {
  notice_->hide();
  updateState();
  draw();
}

void ImagesPage::updateState() {
  const bool isOther = !isSame(choice_->policy(), inForce_);
  const bool isBusy = save_->isBusy();
  apply_->setEnabled(isOther && choice_->isValid() && !isBusy && !ids_.empty());
  reset_->setEnabled(isOther && !isBusy);
  state_->setText(isOther ? tr("Not in force yet. Applied, all images are read again in the "
                               "background. Runs that have begun keep the images they began with.")
                  : isReading_
                      ? tr("In force. The images are read again now.")
                      : tr("In force: so the images are shown, and so they are trained on."));
  const auto place = std::lower_bound(ids_.begin(), ids_.end(), shown_);
  previous_->setEnabled(place != ids_.begin());
  next_->setEnabled(place != ids_.end() && place + 1 != ids_.end());
}

void ImagesPage::apply() {
  if (!apply_->isEnabled()) return;
  save_->start(
      [set = data_, policy = choice_->policy()](const ProgressSink&, const std::stop_token& stop) {
        saveSetting(set, kDisplayPolicySetting, displayPolicyJson(policy), stop);
        return policy;
      },
      [this](const DisplayPolicy& policy) {
        inForce_ = policy;
        isReading_ = true;
        updateState();
        draw();
        Q_EMIT catalogChanged();
        Q_EMIT readRequested();
      });
  updateState();
}

void ImagesPage::move(int by) {
  const auto place = std::lower_bound(ids_.begin(), ids_.end(), shown_);
  const auto target = (place - ids_.begin()) + by;
  if (target < 0 || target >= static_cast<std::ptrdiff_t>(ids_.size())) return;
  lastStep_ = by;
  showRecord(ids_[static_cast<std::size_t>(target)]);
}

void ImagesPage::showRecord(RecordId id) {
  if (id == shown_ && current_) return;
  shown_ = id;
  current_.reset();
  updateState();
  if (const Image* image = kept_.object(id))
    present(*image);
  else
    load(id);
}

void ImagesPage::load(RecordId id) {
  if (underWay_.size() >= kAtOnce || underWay_.contains(id)) return;
  underWay_.insert(id);
  runInBackground(
      this,
      [open = data_.open, id]() -> Image {
        auto loaded = std::make_shared<Loaded>();
        loaded->id = id;
        try {
          const Catalog catalog = open();
          const auto record = catalog.record(id);
          if (!record) throw Error("the record is not there any more", "record");
          const auto file = catalog.imagePath(*record);
          loaded->name = QString::fromStdString(file.string());
          loaded->stored =
              std::make_shared<const StoredImage>(loadStoredImage(file, record->frame));
        } catch (const std::exception& error) {
          loaded->problem = ErrorText::of(error);
        }
        return loaded;
      },
      [this](const Image& image) {
        underWay_.remove(image->id);
        if (image->stored) kept_.insert(image->id, new Image(image), image->kilobytes());
        if (current_) return;
        if (image->id == shown_)
          present(image);
        else
          load(shown_);  // what was asked for when there was no room
      },
      [this, id](const ErrorText&) { underWay_.remove(id); });
}

void ImagesPage::present(const Image& image) {
  current_ = image;
  const auto place = std::lower_bound(ids_.begin(), ids_.end(), image->id) - ids_.begin();
  name_->setFullText(tr("Record %1, %2 of %3: %4")
                         .arg(image->id)
                         .arg(Format::count(place + 1),
                              Format::count(static_cast<qint64>(ids_.size())), image->name));
  choice_->setImage(image->stored.get());
  draw();
  // The one that is likely looked at next.
  const auto next = place + (lastStep_ < 0 ? -1 : 1);
  if (next >= 0 && next < static_cast<std::ptrdiff_t>(ids_.size()) &&
      !kept_.contains(ids_[static_cast<std::size_t>(next)]))
    load(ids_[static_cast<std::size_t>(next)]);
}

void ImagesPage::draw() {
  if (!current_) return;
  if (!current_->stored) {
    for (ImagePane* pane : {before_, after_}) {
      pane->clear();
      pane->setPlaceholder(current_->problem.what);
    }
    beforeAudit_->setFullText({});
    afterAudit_->setFullText({});
    return;
  }
  isStale_ = isDrawing_;  // the latest choice is drawn after what is under way
  if (isDrawing_) return;
  isDrawing_ = true;
  runInBackground(
      this,
      [image = current_, now = inForce_, chosen = choice_->policy()] {
        Drawn drawn;
        drawn.before = toDisplay(*image->stored, now);
        drawn.after = isSame(now, chosen) ? drawn.before : toDisplay(*image->stored, chosen);
        return drawn;
      },
      [this, image = current_, isValid = choice_->isValid()](Drawn drawn) {
        isDrawing_ = false;
        if (image == current_) {
          const StoredImage& stored = *image->stored;
          const bool isSpaced = stored.rowSpacing > 0 && stored.columnSpacing > 0;
          const auto show = [&](ImagePane* pane, ElidedLabel* audit, DisplayImage& display) {
            audit->setFullText(QString::fromStdString(display.audit));
            pane->setImage(std::make_shared<const GrayImage>(std::move(display.image)),
                           isSpaced ? stored.columnSpacing : 1, isSpaced ? stored.rowSpacing : 1);
          };
          show(before_, beforeAudit_, drawn.before);
          show(after_, afterAudit_, drawn.after);
          if (!isValid) {  // the choice says why
            after_->clear();
            after_->setPlaceholder({});
            afterAudit_->setFullText({});
          }
        }
        if (std::exchange(isStale_, false)) draw();
      },
      [this](const ErrorText& error) {
        isDrawing_ = false;
        notice_->showError(error);
        notice_->show();
        if (std::exchange(isStale_, false)) draw();
      });
}

}  // namespace mrm
