// Reads reconstruction previews and their images off the GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <memory>

#include "core/image/gray_image.h"
#include "core/run/preview.h"
#include "widgets/common/error_text.h"

namespace mrm {

// One record of a preview with its images decoded.
struct LoadedPreview {
  std::int64_t step = 0;
  std::vector<std::int64_t> records;  // the numbers of all records of this preview
  PreviewRecord record;
  std::shared_ptr<const GrayImage> masked, restored, original;
};

class PreviewLoader : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  void setRun(const QString& folder);
  // The record with this number, or the first when there is none such. What was asked for before
  // and has not come is forgotten. One is read at a time: dragging a slider does not queue up.
  void load(std::int64_t step, std::int64_t record);

 Q_SIGNALS:
  void loaded(const std::shared_ptr<const mrm::LoadedPreview>& preview);
  void failed(const mrm::ErrorText& error);

 private:
  struct Request {
    std::int64_t step = -1, record = -1;
    bool operator==(const Request&) const = default;
  };
  void startNext();

  QString folder_;
  int generation_ = 0;
  bool isBusy_ = false;
  Request next_;
};

}  // namespace mrm
