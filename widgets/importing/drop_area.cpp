#include "widgets/importing/drop_area.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

#include "widgets/common/elided_label.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

QStringList localPaths(const QMimeData* data) {
  QStringList paths;
  for (const QUrl& url : data->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  return paths;
}

}  // namespace

DropArea::DropArea(QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel(this)),
      text_(new QLabel(this)),
      name_(new ElidedLabel(this, Qt::ElideMiddle)),
      file_(new QPushButton(tr("Choose a &file…"), this)),
      folder_(new QPushButton(tr("Choose a f&older…"), this)) {
  setAcceptDrops(true);
  setAccessibleName(tr("What is imported"));
  text_->setWordWrap(true);
  setTextRole(text_, TextRole::Secondary);
  QFont strong = name_->font();
  strong.setWeight(QFont::DemiBold);
  name_->setFont(strong);
  name_->setObjectName("chosenPath");
  for (QPushButton* button : {file_, folder_}) button->setAutoDefault(false);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(kGrid / 2);
  texts->addStretch();
  texts->addWidget(name_);
  texts->addWidget(text_);
  texts->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
  row->setSpacing(2 * kGrid);
  row->addWidget(icon_);
  row->addLayout(texts, 1);
  row->addWidget(file_);
  row->addWidget(folder_);
  setMinimumHeight(10 * kGrid);
  setPath({});
  updateIcon();
}

void DropArea::setPath(const QString& path) {
  path_ = path;
  const QFileInfo info(path);
  name_->setFullText(path.isEmpty() ? tr("Drop a file or folder here")
                                    : QDir::toNativeSeparators(path));
  text_->setText(path.isEmpty()
                     ? tr("A table, a folder of images or DICOM files, or the folder of a public "
                          "data set. Nothing is copied or changed.")
                     : tr("Drop something else here to take that instead."));
  updateIcon();
}

void DropArea::dragEnterEvent(QDragEnterEvent* event) {
  if (localPaths(event->mimeData()).isEmpty()) return;
  event->acceptProposedAction();
  isOver_ = true;
  update();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent*) {
  isOver_ = false;
  update();
}

void DropArea::dropEvent(QDropEvent* event) {
  isOver_ = false;
  update();
  const QStringList paths = localPaths(event->mimeData());
  if (paths.isEmpty()) return;
  event->acceptProposedAction();
  Q_EMIT dropped(paths);
}

void DropArea::paintEvent(QPaintEvent*) {
  const Colors& c = themeColors();
  QPainter painter(this);
  fillRound(painter, rect(), isOver_ ? c.selection : c.base);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(isOver_ ? c.accent : c.controlBorder, 1.2, Qt::DashLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), kRadius, kRadius);
}

void DropArea::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateIcon();
}

void DropArea::updateIcon() {
  const char* name = path_.isEmpty() ? "plus" : QFileInfo(path_).isDir() ? "folder" : "report";
  icon_->setPixmap(themedPixmap(name, 4 * kGrid, devicePixelRatioF(),
                                path_.isEmpty() ? IconTone::Secondary : IconTone::Accent));
}

}  // namespace mrm
