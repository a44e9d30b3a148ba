#include "widgets/image/image_link.h"

#include <algorithm>

#include "widgets/image/image_pane.h"

namespace mrm {

ImageLink::~ImageLink() {
  while (!panes_.empty()) panes_.back()->setLink(nullptr);
}

void ImageLink::join(ImagePane* pane) {
  for (const ImagePane* other : panes_)
    if (other->hasImage()) {
      pane->takeView(*other);
      break;
    }
  panes_.push_back(pane);
}

void ImageLink::leave(ImagePane* pane) {
  std::erase(panes_, pane);
}

void ImageLink::publish(const ImagePane* from) {
  const std::vector<ImagePane*> others = panes_;
  for (ImagePane* pane : others)
    if (pane != from) pane->takeView(*from);
}

}  // namespace mrm
