// Reads the pixels of a data set's images in the background, after an import and at the next start
// where it was left: a line with its progress, then a quiet summary.
#pragma once

#include <QWidget>
#include <functional>

#include "core/catalog/catalog.h"
#include "core/importers/index_images.h"

class QLabel;
class QToolButton;

namespace mrm {

class ElidedLabel;
class Job;
class JobBar;

class ImageReader : public QWidget {
  Q_OBJECT
 public:
  explicit ImageReader(QWidget* parent = nullptr);

  // Reads what was not read yet; everything when another way to show images was chosen since.
  // Sources whose images cannot be reached (a disk that is not there)
  // are left alone, and named.
  void read(std::function<Catalog()> open);
  void stop();
  bool isBusy() const;
  Job& job() { return *job_; }
  QString message() const;

 Q_SIGNALS:
  void finished(const mrm::IndexResult& result);

 private:
  struct Outcome {
    IndexResult result;
    std::vector<std::string> unreachable;  // sources
  };
  static Outcome readAll(Catalog& catalog, const ProgressSink& progress,
                         const std::stop_token& stop);
  void showMessage(const QString& text, bool wantsAttention);

  Job* job_;
  JobBar* bar_;
  QWidget* newsBox_;
  QLabel* newsIcon_;
  ElidedLabel* news_;
  QToolButton* close_;
};

}  // namespace mrm
