#include "widgets/importing/image_reader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <thread>
#include <unordered_set>

#include "core/base/error.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/format.h"
#include "widgets/common/job.h"
#include "widgets/common/job_bar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr std::size_t kLookedFor = 25;  // images of a source, to see whether it can be reached

bool isReachable(const Catalog& catalog, const std::vector<RecordId>& ids,
                 const std::stop_token& stop) {
  const std::size_t count = std::min(ids.size(), kLookedFor);
  for (std::size_t i = 0; i < count; ++i) {
    if (stop.stop_requested()) throw Stopped();
    const auto record = catalog.record(ids[i * ids.size() / count]);
    if (!record) continue;
    const std::filesystem::path image = catalog.imagePath(*record);
    std::error_code code;
    if (!image.empty() && std::filesystem::exists(image, code)) return true;
  }
  return false;
}

}  // namespace

ImageReader::ImageReader(QWidget* parent)
    : QWidget(parent),
      job_(new Job(this)),
      bar_(new JobBar(*job_, this)),
      newsBox_(new QWidget(this)),
      newsIcon_(new QLabel(newsBox_)),
      news_(new ElidedLabel(newsBox_)),
      close_(new QToolButton(newsBox_)) {
  bar_->setOneLine(true);
  bar_->setActivity(tr("Reading images"));
  close_->setAutoRaise(true);
  close_->setIcon(themedIcon("close"));
  close_->setToolTip(tr("Close"));
  close_->setAccessibleName(tr("Close this message"));
  auto* row = new QHBoxLayout(newsBox_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(newsIcon_);
  row->addWidget(news_, 1);
  row->addWidget(close_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
  layout->setSpacing(0);
  layout->addWidget(bar_);
  layout->addWidget(newsBox_);
  newsBox_->hide();
  hide();
  connect(close_, &QToolButton::clicked, this, &QWidget::hide);
  // Shown once there is something to see: mostly everything is known already.
  connect(job_, &Job::progressed, this, [this](const JobProgress& now) {
    if (now.progress.total > 0 && job_->isBusy()) show();
  });
  connect(job_, &Job::cancelled, this, [this] {
    showMessage(tr("Reading images was stopped. It goes on when the project is opened again."),
                false);
  });
  connect(job_, &Job::failed, this,
          [this](const ErrorText& error) { showMessage(error.what + ' ' + error.advice, true); });
}

bool ImageReader::isBusy() const {
  return job_->isBusy();
}

QString ImageReader::message() const {
  return newsBox_->isHidden() ? QString() : news_->fullText();
}

void ImageReader::stop() {
  if (job_->isBusy()) job_->cancel();
  hide();
}

void ImageReader::showMessage(const QString& text, bool wantsAttention) {
  newsIcon_->setPixmap(themedPixmap(wantsAttention ? "warning" : "check", 18, devicePixelRatioF(),
                                    wantsAttention ? IconTone::Attention : IconTone::Success));
  news_->setFullText(text);
  newsBox_->show();
  show();
}

ImageReader::Outcome ImageReader::readAll(Catalog& catalog, const ProgressSink& progress,
                                          const std::stop_token& stop) {
  Outcome outcome;
  // A name may stand for several sources: each is looked at by itself.
  std::unordered_set<std::int64_t> reachable;
  std::vector<RecordId> wanted;
  for (const CatalogSource& source : catalog.sources()) {
    RecordQuery query;
    query.facets[Facet::Source] = {source.name};
    query.facets[Facet::Status] = {"usable", "quarantined"};
    const std::vector<RecordId> ids = catalog.find(query);
    if (ids.empty()) continue;
    if (isReachable(catalog, ids, stop))
      wanted.insert(wanted.end(), ids.begin(), ids.end());
    else
      outcome.unreachable.push_back(source.name);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  // Half of the processors: someone is working at the screen.
  const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / 2);
  const DisplayPolicy policy = displayPolicyOf(catalog);
  const bool again = wantsReadingAgain(catalog);
  outcome.result = indexImages(catalog, wanted, policy, threads, progress, stop, again);
  if (again && outcome.unreachable.empty()) setReadAs(catalog, policy);
  return outcome;
}

void ImageReader::read(std::function<Catalog()> open) {
  hide();
  newsBox_->hide();
  job_->start(
      [open = std::move(open)](const ProgressSink& progress, const std::stop_token& stop) {
        Catalog catalog = open();
        return readAll(catalog, progress, stop);
      },
      [this](const Outcome& outcome) {
        const auto n = [](std::int64_t count) { return static_cast<int>(count); };
        const IndexResult& result = outcome.result;
        hide();
        if (!outcome.unreachable.empty()) {
          showMessage(tr("The images of %1 cannot be reached. If they have moved, say so under "
                         "Records, Sources.")
                          .arg(QString::fromStdString(outcome.unreachable.front())),
                      true);
        } else if (result.read > 0) {
          QStringList parts{tr("%n image(s) read", nullptr, n(result.read))};
          if (result.quarantined > 0)
            parts << tr("%n quarantined: the records say why", nullptr, n(result.quarantined));
          if (result.inverted > 0) parts << tr("%n look inverted", nullptr, n(result.inverted));
          showMessage(parts.join(QStringLiteral("  ·  ")), result.quarantined > 0);
        }
        Q_EMIT finished(result);
      });
}

}  // namespace mrm
