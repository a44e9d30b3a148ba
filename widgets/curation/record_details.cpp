#include "widgets/curation/record_details.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <fstream>
#include <string_view>

#include "widgets/common/background.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/format.h"
#include "widgets/common/notice.h"
#include "widgets/curation/key_value_list.h"
#include "widgets/curation/report_view.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kSplitterKey[] = "curation/details";
constexpr int kMostTags = 4000;  // shown
constexpr int kAhead = 2;        // neighbours whose images are read ahead

// By the first bytes: JPEG, PNG, TIFF.
bool isPictureFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  char head[4] = {};
  in.read(head, sizeof head);
  const std::string_view bytes(head, sizeof head);
  using namespace std::string_view_literals;
  return bytes.starts_with("\xff\xd8"sv) || bytes == "\x89PNG"sv || bytes == "II*\0"sv ||
         bytes == "MM\0*"sv;
}

}  // namespace

struct RecordDetails::Answer {
  std::optional<CatalogRecord> record;
  std::filesystem::path image;
  std::vector<MaskSource> masks;
  QString source;
};

void RecordDetails::reload() {
  wanted_ = 0;
  shown_.reset();
  showCurrent();
}

RecordDetails::RecordDetails(CatalogSession& session, RadiographCache& images, QWidget* parent)
    : QWidget(parent),
      session_(session),
      images_(images),
      image_(new ImagePane(this)),
      title_(new ElidedLabel(this)),
      readout_(new ElidedLabel(this)),
      state_(new Notice(this)),
      splitter_(new QSplitter(Qt::Vertical, this)),
      tabs_(new QTabWidget(this)),
      report_(new ReportView(this)),
      labels_(new KeyValueList(this)),
      facts_(new KeyValueList(this)),
      tags_(new KeyValueList(this)),
      tagFilter_(new QLineEdit(this)),
      tagPage_(new QWidget(this)) {
  image_->setMinimumSize(25 * kGrid, 20 * kGrid);
  image_->setReadoutVisible(false);  // told below, with the values as they are stored
  readout_->setFont(fontOf(TextRole::Small));
  readout_->setContentsMargins(3 * kGrid / 2, 2, 3 * kGrid / 2, 2);
  readout_->setAutoFillBackground(true);
  updateColors();
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  title_->setContentsMargins(3 * kGrid / 2, kGrid / 2, 3 * kGrid / 2, kGrid / 2);
  state_->hide();

  tagFilter_->setClearButtonEnabled(true);
  auto* tagColumn = new QVBoxLayout(tagPage_);
  tagColumn->setContentsMargins(0, kGrid / 2, 0, 0);
  tagColumn->setSpacing(kGrid / 2);
  auto* tagRow = new QHBoxLayout;
  tagRow->setContentsMargins(kGrid, 0, kGrid, 0);
  tagRow->addWidget(tagFilter_);
  tagColumn->addLayout(tagRow);
  tagColumn->addWidget(tags_, 1);

  tabs_->setDocumentMode(true);
  tabs_->setElideMode(Qt::ElideRight);
  tabs_->addTab(report_, QString());
  tabs_->addTab(labels_, QString());
  tabs_->addTab(facts_, QString());
  tabs_->addTab(tagPage_, QString());

  auto* above = new QWidget(this);
  auto* aboveColumn = new QVBoxLayout(above);
  aboveColumn->setContentsMargins(0, 0, 0, 0);
  aboveColumn->setSpacing(0);
  aboveColumn->addWidget(image_, 1);
  aboveColumn->addWidget(readout_);
  auto* below = new QWidget(this);
  auto* belowColumn = new QVBoxLayout(below);
  belowColumn->setContentsMargins(0, 0, 0, 0);
  belowColumn->setSpacing(0);
  belowColumn->addWidget(title_);
  auto* noticeRow = new QHBoxLayout;
  noticeRow->setContentsMargins(kGrid, 0, kGrid, kGrid / 2);
  noticeRow->addWidget(state_);
  belowColumn->addLayout(noticeRow);
  belowColumn->addWidget(tabs_, 1);
  below->setAutoFillBackground(true);
  below->setBackgroundRole(QPalette::Base);
  splitter_->addWidget(above);
  splitter_->addWidget(below);
  splitter_->setStretchFactor(0, 3);
  splitter_->setStretchFactor(1, 2);
  splitter_->setChildrenCollapsible(false);
  splitter_->setSizes({400, 240});
  if (const QByteArray saved = QSettings().value(kSplitterKey).toByteArray(); !saved.isEmpty())
    splitter_->restoreState(saved);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter_);

  connect(tabs_, &QTabWidget::currentChanged, this, &RecordDetails::fillTags);
  connect(tagFilter_, &QLineEdit::textChanged, tags_, &KeyValueList::setFilter);
  connect(&session.selection(), &QItemSelectionModel::currentRowChanged, this,
          &RecordDetails::showCurrent);
  connect(&session, &CatalogSession::found, this, &RecordDetails::showCurrent);
  connect(&session, &CatalogSession::contentChanged, this, [this] {
    wanted_ = 0;  // the same record may say something else now
    showCurrent();
  });
  connect(&session, &CatalogSession::queryChanged, this,
          [this] { report_->setTerms(searchTerms(fromUtf8(session_.query().text))); });
  connect(&images, &RadiographCache::loaded, this,
          [this](const ImageKey& key, const RadiographCache::Image& image) {
            if (record_ && key == key_ && !shown_) showImage(image);
          });
  connect(&images, &RadiographCache::failed, this,
          [this](const ImageKey& key, const ErrorText& error) {
            if (!record_ || key != key_ || shown_) return;
            isWaiting_ = false;
            image_->clear();
            image_->setPlaceholder(error.what + '\n' + error.advice);
            Q_EMIT imageChanged();
          });
  connect(image_, &ImagePane::cursorMoved, this,
          [this](const PixelReadout& at) { showReadout(at.x, at.y, at.shown, at.inside); });
  retranslate();
  clear();
}

void RecordDetails::saveLayout() const {
  QSettings().setValue(kSplitterKey, splitter_->saveState());
}

QString RecordDetails::title() const {
  if (!record_) return {};
  QStringList parts{tr("Record %1").arg(Format::count(record_->id))};
  if (!record_->patient.empty()) parts << tr("patient %1").arg(fromUtf8(record_->patient));
  if (!record_->view.empty()) parts << fromUtf8(record_->view);
  if (!record_->sex.empty()) parts << fromUtf8(record_->sex);
  if (record_->age)
    parts << tr("%1 years").arg(QLocale().toString(*record_->age, 'f', *record_->age < 1 ? 1 : 0));
  return parts.join(QStringLiteral(", "));
}

void RecordDetails::clear() {
  wanted_ = 0;
  isWaiting_ = false;
  record_.reset();
  shown_.reset();
  key_ = {};
  masks_.clear();
  ++maskGeneration_;
  image_->clear();
  image_->setCaption({});
  image_->setPlaceholder({});
  title_->setFullText({});
  readout_->setFullText({});
  state_->hide();
  report_->setReport({});
  labels_->clear();
  facts_->clear();
  tagRows_.clear();
  tags_->clear();
  tabs_->setTabVisible(tabs_->indexOf(tagPage_), false);
  Q_EMIT imageChanged();
  Q_EMIT maskChanged();
}

void RecordDetails::showCurrent() {
  const RecordId id = session_.current();
  if (id == 0) {
    if (wanted_ != 0 || record_) clear();
    return;
  }
  if (id == wanted_) return;
  wanted_ = id;
  isWaiting_ = true;
  session_.service().ask(
      CatalogService::Topic::Record, 0,
      [id](Catalog& catalog) {
        Answer answer;
        answer.record = catalog.record(id);
        if (!answer.record) return answer;
        if (!answer.record->image.empty()) answer.image = catalog.imagePath(*answer.record);
        for (const Mask& mask : answer.record->masks)
          answer.masks.push_back(
              {mask.file.empty() ? std::filesystem::path() : catalog.maskPath(*answer.record, mask),
               mask.runLengths});
        for (const CatalogSource& source : catalog.sources())
          if (source.id == answer.record->source) answer.source = fromUtf8(source.name);
        return answer;
      },
      [this, id](const Answer& answer) {
        if (id == wanted_) take(answer);
      });
}

void RecordDetails::take(const Answer& answer) {
  if (!answer.record) return clear();
  const bool isSameImage = record_ && record_->id == answer.record->id && shown_ &&
                           key_ == ImageKey{answer.image, answer.record->frame};
  record_ = answer.record;
  source_ = answer.source;
  masks_ = answer.masks;
  title_->setFullText(title());
  if (record_->status == RecordStatus::Usable) {
    state_->hide();
  } else {
    const bool isWaiting = record_->status == RecordStatus::Quarantined;
    const QString status = CatalogText::status(record_->status);
    state_->showMessage(isWaiting ? NoticeTone::Attention : NoticeTone::Info,
                        record_->reason.empty()
                            ? status
                            : status + QStringLiteral(": ") + fromUtf8(record_->reason));
    state_->show();
  }
  report_->setReport(record_->report ? record_->report->text : std::string());
  report_->setPlaceholderText(tr("This record has no report."));
  fillLabels();
  if (!isSameImage) {
    shown_.reset();
    key_ = {answer.image, record_->frame};
    readTags();
    image_->setCaption(fromUtf8(record_->image.filename().string()));
    readout_->setFullText({});
    if (answer.image.empty()) {
      isWaiting_ = false;
      image_->clear();
      image_->setPlaceholder(tr("This record names no image."));
      Q_EMIT imageChanged();
    } else {
      std::vector<ImageKey> ahead;
      const int row = session_.selection().currentIndex().row();
      for (const int step : {1, -1, kAhead})
        if (session_.table().idAt(row + step) && session_.table().hasRow(row + step))
          if (const RecordRow* next = session_.table().rowAt(row + step); !next->image.empty())
            ahead.push_back({next->image, next->frame});
      if (const auto image = images_.get(key_, ahead)) {
        showImage(image);
      } else {
        image_->clear();  // never one record's image under another's name
        image_->setPlaceholder(tr("Reading the image…"));
        Q_EMIT imageChanged();
      }
    }
  } else {
    isWaiting_ = false;
    showMask();
  }
  fillFacts();
  Q_EMIT maskChanged();
}

void RecordDetails::showImage(const RadiographCache::Image& image) {
  isWaiting_ = false;
  shown_ = image;
  setOverlay({});
  image_->setImage(image->image, image->spacingX, image->spacingY);
  fillFacts();
  showMask();
  Q_EMIT imageChanged();
}

void RecordDetails::setMaskShown(bool shown) {
  isMaskShown_ = shown;
  showMask();
}

void RecordDetails::showMask() {
  const int generation = ++maskGeneration_;
  if (!isMaskShown_ || masks_.empty() || !shown_) {
    setOverlay({});
    return;
  }
  runInBackground(
      this,
      [masks = masks_, width = shown_->image->width, height = shown_->image->height,
       color = QColor(230, 159, 0)] { return maskOverlay(masks, width, height, color); },
      [this, generation](const QImage& overlay) {
        if (generation == maskGeneration_) setOverlay(overlay);
      },
      [this, generation](const ErrorText& error) {
        if (generation != maskGeneration_) return;
        setOverlay({});
        state_->showMessage(NoticeTone::Attention, error.what, error.advice);
        state_->show();
      });
}

void RecordDetails::setOverlay(const QImage& overlay) {
  overlay_ = overlay;
  image_->setOverlay(overlay);
  Q_EMIT overlayChanged(overlay);
}

void RecordDetails::showReadout(int x, int y, int displayed, bool inside) {
  if (!inside || !shown_) return readout_->setFullText({});
  QStringList parts{tr("x %1, y %2").arg(x).arg(y)};
  if (const auto stored = shown_->storedAt(x, y))
    parts << tr("stored %1").arg(QLocale().toString(*stored));
  parts << tr("shown %1").arg(displayed);
  readout_->setFullText(parts.join(QStringLiteral("   ")));
}

void RecordDetails::fillLabels() {
  labels_->clear();
  std::vector<std::string> tasks;
  for (const Label& label : record_->labels)
    if (std::find(tasks.begin(), tasks.end(), label.task) == tasks.end())
      tasks.push_back(label.task);
  for (const std::string& task : tasks) {
    QTreeWidgetItem* group = labels_->addGroup(fromUtf8(task));
    for (const Label& label : record_->labels) {
      if (label.task != task) continue;
      QTreeWidgetItem* row =
          labels_->addRow(group, fromUtf8(label.name), CatalogText::label(label.value));
      row->setForeground(0, themeColors().text);
      if (label.value == LabelValue::Positive) {
        QFont strong = labels_->font();
        strong.setWeight(QFont::DemiBold);
        row->setFont(1, strong);
      } else if (label.value != LabelValue::Negative) {
        row->setForeground(1, themeColors().secondaryText);
      }
    }
  }
  //: Tab of a record; %1 is the number of labels.
  tabs_->setTabText(
      1, record_->labels.empty()
             ? tr("Labels")
             : tr("Labels (%1)").arg(Format::count(static_cast<qint64>(record_->labels.size()))));
}

void RecordDetails::fillFacts() {
  facts_->clear();
  if (!record_) return;
  const auto add = [this](const QString& name, const QString& value) {
    if (!value.isEmpty()) facts_->addRow(nullptr, name, value);
  };
  add(tr("Source"), source_);
  add(tr("Origin"), fromUtf8(record_->provenance));
  add(tr("Image"), fromUtf8(key_.file.string()));
  if (record_->frame > 0) add(tr("Frame"), Format::count(record_->frame + 1));
  const std::int64_t width = shown_ ? shown_->image->width : record_->width;
  const std::int64_t height = shown_ ? shown_->image->height : record_->height;
  if (width > 0) add(tr("Size"), tr("%1 × %2 pixels").arg(width).arg(height));
  if (record_->spacing.row > 0)
    add(tr("Pixel spacing"),
        tr("%1 × %2 mm")
            .arg(Format::number(record_->spacing.row), Format::number(record_->spacing.column)));
  add(tr("Display"), shown_ && !shown_->audit.isEmpty() ? shown_->audit : fromUtf8(record_->audit));
  if (shown_)
    for (const QString& notice : shown_->notices) add(tr("Notice"), notice);
  if (record_->looksInverted.value_or(false))
    add(tr("Polarity"), tr("Looks inverted against its neighbours"));
  add(tr("Patient"), fromUtf8(record_->patient));
  add(tr("Study"), fromUtf8(record_->study));
  add(tr("Series"), fromUtf8(record_->series));
  add(tr("Instance"), fromUtf8(record_->instance));
  add(tr("Date"), fromUtf8(record_->date));
  add(tr("View", "projection: PA, AP, lateral"), fromUtf8(record_->view));
  add(tr("Modality"), fromUtf8(record_->modality));
  add(tr("Sex"), fromUtf8(record_->sex));
  if (record_->age) add(tr("Age"), Format::number(*record_->age));
  add(tr("Split"), CatalogText::split(record_->split));
  add(tr("Status"), CatalogText::status(record_->status));
  add(tr("Reason"), fromUtf8(record_->reason));
  QStringList tags;
  for (const std::string& tag : record_->tags) tags << fromUtf8(tag);
  add(tr("Tags"), tags.join(QStringLiteral(", ")));
  for (const Mask& mask : record_->masks) {
    QStringList parts{mask.name.empty() ? tr("without a name") : fromUtf8(mask.name)};
    if (mask.file.empty() && mask.runLengths.empty()) parts << tr("empty");
    if (!mask.author.empty()) parts << fromUtf8(mask.author);
    add(tr("Mask"), parts.join(QStringLiteral(", ")));
  }
}

void RecordDetails::readTags() {
  tagRows_.clear();
  tags_->clear();
  tabs_->setTabVisible(tabs_->indexOf(tagPage_), false);
  if (key_.file.empty()) return;
  runInBackground(
      this,
      [file = key_.file] {
        return isPictureFile(file) ? std::vector<dicom::TagRow>()
                                   : dicom::tagList(dicom::DicomFile::open(file));
      },
      [this, key = key_](std::vector<dicom::TagRow> rows) {
        if (key != key_) return;
        tagRows_ = std::move(rows);
        tabs_->setTabVisible(tabs_->indexOf(tagPage_), !tagRows_.empty());
        fillTags();
      },
      // The image's place says already that the file cannot be read.
      [](const ErrorText&) {});
}

void RecordDetails::fillTags() {
  if (tabs_->currentWidget() != tagPage_ || tagRows_.empty() || tags_->topLevelItemCount() > 0)
    return;
  tags_->setUpdatesEnabled(false);
  for (const dicom::TagRow& row : tagRows_) {
    if (tags_->topLevelItemCount() == kMostTags) break;
    const QString indent(2 * row.level, ' ');
    const std::string& name = row.name.empty() ? row.keyword : row.name;
    QTreeWidgetItem* item =
        tags_->addRow(nullptr, indent + (name.empty() ? fromUtf8(row.number()) : fromUtf8(name)),
                      fromUtf8(row.value));
    item->setToolTip(
        0, fromUtf8(row.number()) + ' ' + fromUtf8(row.vr) + '\n' + fromUtf8(row.keyword));
    item->setData(0, KeyValueList::kSearchRole,
                  fromUtf8(row.number()) + ' ' + fromUtf8(row.keyword));
  }
  tags_->setFilter(tagFilter_->text());
  tags_->setUpdatesEnabled(true);
}

void RecordDetails::retranslate() {
  tabs_->setTabText(0, tr("Report"));
  tabs_->setTabText(1, tr("Labels"));
  tabs_->setTabText(2, tr("Record"));
  tabs_->setTabText(3, tr("DICOM"));
  tabs_->setAccessibleName(tr("About the record"));
  report_->setAccessibleName(tr("Report"));
  labels_->setAccessibleName(tr("Labels"));
  facts_->setAccessibleName(tr("About the record"));
  tags_->setAccessibleName(tr("DICOM attributes"));
  tagFilter_->setPlaceholderText(tr("Find an attribute"));
  tagFilter_->setAccessibleName(tr("Find an attribute"));
  if (record_) {
    title_->setFullText(title());
    fillLabels();
    fillFacts();
  }
}

// A part of the dark room around the image.
void RecordDetails::updateColors() {
  QPalette palette = readout_->palette();
  palette.setColor(QPalette::Window, themeColors().image);
  palette.setColor(QPalette::WindowText, themeColors().onImage);
  readout_->setPalette(palette);
}

void RecordDetails::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateColors();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace mrm
