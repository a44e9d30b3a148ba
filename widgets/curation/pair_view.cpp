#include "widgets/curation/pair_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "widgets/common/elided_label.h"
#include "widgets/common/format.h"
#include "widgets/image/image_link.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {

PairView::PairView(CatalogSession& session, RadiographCache& images, QWidget* parent)
    : QWidget(parent),
      session_(session),
      images_(images),
      link_(new ImageLink(this)),
      count_(new QLabel(this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      keepFirst_(new QPushButton(this)) {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(2);
  grid->setVerticalSpacing(kGrid / 2);
  for (int i = 0; i < 2; ++i) {
    Side& side = sides_.at(static_cast<std::size_t>(i));
    side.image = new ImagePane(this);
    side.image->setLink(link_);
    side.image->setMinimumSize(24 * kGrid, 24 * kGrid);
    side.title = new ElidedLabel(this);
    QFont strong = side.title->font();
    strong.setWeight(QFont::DemiBold);
    side.title->setFont(strong);
    side.about = new ElidedLabel(this);
    setTextRole(side.about, TextRole::Secondary);
    side.exclude = new QPushButton(this);
    side.exclude->setIcon(themedIcon("exclude"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kGrid, 0, kGrid, kGrid);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(side.title);
    texts->addWidget(side.about);
    foot->addLayout(texts, 1);
    foot->addWidget(side.exclude);
    grid->addWidget(side.image, 0, i);
    grid->addLayout(foot, 1, i);
    grid->setColumnStretch(i, 1);
    connect(side.exclude, &QPushButton::clicked, this, [this, i] {
      Q_EMIT excludeRequested({sides_.at(static_cast<std::size_t>(i)).row.id});
    });
  }
  grid->setRowStretch(0, 1);
  previous_->setIcon(themedIcon("chevron-left"));
  next_->setIcon(themedIcon("chevron-right"));
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(kGrid, 0, kGrid, kGrid);
  bar->addWidget(keepFirst_);
  bar->addStretch();
  for (QToolButton* button : {previous_, next_}) button->setAutoRaise(true);
  bar->addWidget(previous_);
  bar->addWidget(count_);
  bar->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(grid, 1);
  column->addLayout(bar);

  connect(previous_, &QToolButton::clicked, this, [this] { step(-1); });
  connect(next_, &QToolButton::clicked, this, [this] { step(1); });
  connect(keepFirst_, &QPushButton::clicked, this, [this] {
    Q_EMIT excludeRequested(std::vector<RecordId>(records_.begin() + 1, records_.end()));
  });
  connect(&images, &RadiographCache::loaded, this,
          [this](const ImageKey& key, const RadiographCache::Image& image) {
            for (std::size_t i = 0; i < sides_.size(); ++i)
              if (isVisible() && sides_[i].row.id && !sides_[i].image->hasImage() &&
                  key == ImageKey{sides_[i].row.image, sides_[i].row.frame})
                showImage(i, image);
          });
  connect(&images, &RadiographCache::failed, this,
          [this](const ImageKey& key, const ErrorText& error) {
            for (const Side& side : sides_)
              if (side.row.id && key == ImageKey{side.row.image, side.row.frame})
                side.image->setPlaceholder(error.what);
          });
  retranslate();
  setRecords({}, false);
}

void PairView::setRecords(std::vector<RecordId> records, bool besideInverse) {
  records_ = std::move(records);
  besideInverse_ = besideInverse && records_.size() == 1;
  at_ = 1;
  ask();
}

void PairView::step(int by) {
  const auto to = static_cast<std::int64_t>(at_) + by;
  if (to < 1 || to >= static_cast<std::int64_t>(records_.size())) return;
  at_ = static_cast<std::size_t>(to);
  ask();
}

void PairView::ask() {
  const bool isMany = records_.size() > 2;
  for (QWidget* widget : {static_cast<QWidget*>(previous_), static_cast<QWidget*>(next_),
                          static_cast<QWidget*>(count_)})
    widget->setVisible(isMany);
  keepFirst_->setVisible(records_.size() > 1);
  previous_->setEnabled(at_ > 1);
  next_->setEnabled(at_ + 1 < records_.size());
  count_->setText(tr("%1 of %2")
                      .arg(Format::count(static_cast<qint64>(at_)),
                           Format::count(static_cast<qint64>(records_.size()) - 1)));
  std::vector<RecordId> ids;
  if (!records_.empty()) ids.push_back(records_.front());
  if (at_ < records_.size()) ids.push_back(records_[at_]);
  if (besideInverse_) ids.push_back(records_.front());
  if (ids.empty()) {
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      sides_[i].row = {};
      show(i);
    }
    return;
  }
  session_.service().ask(
      CatalogService::Topic::Record, 2, [ids](Catalog& catalog) { return catalog.rows(ids); },
      [this](const std::vector<RecordRow>& rows) {
        for (std::size_t i = 0; i < sides_.size(); ++i) {
          sides_[i].row = i < rows.size() ? rows[i] : RecordRow{};
          show(i);
        }
      });
}

void PairView::show(std::size_t index) {
  Side& side = sides_[index];
  const RecordRow& row = side.row;
  side.image->clear();
  side.exclude->setVisible(row.id != 0 && !(besideInverse_ && index == 1));
  side.exclude->setEnabled(row.status == RecordStatus::Usable);
  if (row.id == 0) {
    side.title->setFullText({});
    side.about->setFullText({});
    side.image->setPlaceholder({});
    return;
  }
  const bool isInverse = besideInverse_ && index == 1;
  side.title->setFullText(isInverse ? tr("The same, inverted") : CatalogTableModel::describe(row));
  QStringList about{fromUtf8(row.source), fromUtf8(row.image.filename().string()),
                    fromUtf8(row.date)};
  about.removeAll(QString());
  side.about->setFullText(isInverse ? QString() : about.join(QStringLiteral(" · ")));
  side.image->setPlaceholder(tr("Reading the image…"));
  // Asked for together, since what was wanted before and has not begun is given up.
  if (index + 1 < sides_.size() && sides_[index + 1].row.id) return;
  std::vector<ImageKey> keys;
  for (const Side& each : sides_)
    if (each.row.id) keys.push_back({each.row.image, each.row.frame});
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (const auto image = images_.get(keys[i], keys)) showImage(i, image);
}

void PairView::showImage(std::size_t index, const RadiographCache::Image& image) {
  Side& side = sides_[index];
  GrayImage inverse;
  if (besideInverse_ && index == 1) {
    inverse = *image->image;
    for (std::uint8_t& value : inverse.pixels) value = static_cast<std::uint8_t>(255 - value);
    side.image->setImage(std::make_shared<const GrayImage>(std::move(inverse)), image->spacingX,
                         image->spacingY);
    return;
  }
  side.image->setImage(image->image, image->spacingX, image->spacingY);
}

void PairView::retranslate() {
  for (const Side& side : sides_) side.exclude->setText(tr("Exclude this one"));
  keepFirst_->setText(tr("Keep the left one only"));
  keepFirst_->setToolTip(tr("Excludes all others of this group."));
  previous_->setAccessibleName(tr("The one before at the right"));
  next_->setAccessibleName(tr("The next one at the right"));
  previous_->setToolTip(previous_->accessibleName());
  next_->setToolTip(next_->accessibleName());
}

void PairView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    ask();
  }
}

}  // namespace mrm
