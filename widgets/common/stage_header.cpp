#include "widgets/common/stage_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/common/elided_label.h"
#include "widgets/common/hairline.h"
#include "widgets/common/synthetic_mark.h"
#include "widgets/theme/theme.h"

namespace mrm {

StageHeader::StageHeader(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(this)),
      mark_(new SyntheticMark(this)),
      subtitle_(new ElidedLabel(this, Qt::ElideMiddle)),
      tools_(new QHBoxLayout) {
  setTextRole(title_, TextRole::Heading);
  setTextRole(subtitle_, TextRole::Secondary);
  mark_->hide();
  tools_->setSpacing(kGrid);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
  layout->setSpacing(3 * kGrid / 2);
  layout->addWidget(title_);
  layout->addWidget(subtitle_);
  layout->addWidget(mark_);
  layout->addStretch(1);
  layout->addLayout(tools_);
  setMinimumHeight(6 * kGrid);
}

void StageHeader::setTitle(const QString& title) {
  title_->setText(title);
}
void StageHeader::setSubtitle(const QString& subtitle) {
  subtitle_->setFullText(subtitle);
}
void StageHeader::setSynthetic(bool synthetic) {
  mark_->setVisible(synthetic);
}
void StageHeader::addTool(QWidget* widget) {
  tools_->addWidget(widget);
}

void layOutStage(QWidget* stage, StageHeader* header, QWidget* content) {
  auto* layout = new QVBoxLayout(stage);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(header);
  layout->addWidget(new Hairline);
  layout->addWidget(content, 1);
}

}  // namespace mrm
