#include "widgets/models/catalog_service.h"

#include <QCoreApplication>
#include <QPointer>
#include <chrono>
#include <mutex>

#include "widgets/models/catalog_lane.h"

namespace mrm {
namespace {

// The topic of open() and close(): in order with edits, which are made whole before.
constexpr int kOpening = static_cast<int>(CatalogService::Topic::Edit);

bool isReplaced(int topic) {
  return topic != static_cast<int>(CatalogService::Topic::Edit) &&
         topic != static_cast<int>(CatalogService::Topic::Rows);
}

}  // namespace

CatalogService::CatalogService(QObject* parent)
    : QObject(parent),
      quick_(std::make_unique<CatalogLane>()),
      slow_(std::make_unique<CatalogLane>()),
      long_(std::make_unique<CatalogLane>()) {}

CatalogService::~CatalogService() = default;

CatalogLane& CatalogService::laneOf(int topic) const {
  if (topic < static_cast<int>(Topic::Charts)) return *quick_;
  return topic < static_cast<int>(Topic::Images) ? *slow_ : *long_;
}

void CatalogService::open(std::function<Catalog()> opener) {
  close();
  const Request request{kOpening, 0, ++last_};
  waiting_.insert(request.number, request);
  quick_->add(kOpening, request.number,
              [this, request, opener = std::move(opener)](std::optional<Catalog>& catalog,
                                                          const std::stop_token&) {
                std::function<void()> answer;
                try {
                  catalog.reset();
                  catalog.emplace(opener());
                  answer = [this, file = catalog->file()] {
                    isOpen_ = true;
                    for (CatalogLane* lane : {slow_.get(), long_.get()})
                      lane->add(kOpening, 0,
                                [file](std::optional<Catalog>& own, const std::stop_token&) {
                                  try {
                                    own.emplace(file);
                                  } catch (const std::exception&) {
                                    // The first request that finds none says so.
                                  }
                                });
                    Q_EMIT opened();
                  };
                } catch (const std::exception& error) {
                  answer = [this, text = ErrorText::of(error)] { Q_EMIT openFailed(text); };
                }
                send(request, std::move(answer));
              });
}

void CatalogService::close() {
  for (CatalogLane* lane : {quick_.get(), slow_.get(), long_.get()}) {
    lane->clear();
    lane->add(kOpening, 0,
              [](std::optional<Catalog>& catalog, const std::stop_token&) { catalog.reset(); });
  }
  waiting_.clear();
  latest_.clear();
  isOpen_ = false;
}

bool CatalogService::isIdle() const {
  for (const Request& request : waiting_)
    if (request.topic != static_cast<int>(Topic::Images)) return false;
  return true;
}

bool CatalogService::isUnderWay(Topic topic) const {
  for (const Request& request : waiting_)
    if (request.topic == static_cast<int>(topic)) return true;
  return false;
}

void CatalogService::cancel(Topic topic, int key) {
  const int index = static_cast<int>(topic);
  const quint64 number = latest_.take({index, key});
  if (number && laneOf(index).cancel(number)) settle({index, key, number});
}

void CatalogService::stop(Topic topic, int key) {
  const int index = static_cast<int>(topic);
  const quint64 number = latest_.value({index, key});
  if (number && laneOf(index).cancel(number)) {
    latest_.remove({index, key});
    settle({index, key, number});
  }
}

ProgressSink CatalogService::progressTo(QObject* context,
                                        std::function<void(const Progress&)> show) {
  struct Clock {
    std::mutex mutex;
    std::chrono::steady_clock::time_point next;
  };
  return [guard = QPointer<QObject>(context), show = std::move(show),
          clock = std::make_shared<Clock>()](const Progress& progress) {
    {
      const std::lock_guard lock(clock->mutex);
      const auto now = std::chrono::steady_clock::now();
      if (now < clock->next && progress.done != progress.total) return;
      clock->next = now + std::chrono::milliseconds(150);
    }
    QMetaObject::invokeMethod(
        qApp,
        [guard, show, progress] {
          if (guard) show(progress);
        },
        Qt::QueuedConnection);
  };
}

void CatalogService::post(Topic topic, int key, Task task, Failure onFailure) {
  if (!isOpen_) return;
  if (isReplaced(static_cast<int>(topic))) cancel(topic, key);
  const Request request{static_cast<int>(topic), key, ++last_};
  if (isReplaced(request.topic)) latest_.insert({request.topic, key}, request.number);
  waiting_.insert(request.number, request);
  laneOf(request.topic)
      .add(request.topic, request.number,
           [this, request, task = std::move(task), onFailure = std::move(onFailure)](
               std::optional<Catalog>& catalog, const std::stop_token& stop) {
             std::function<void()> answer;
             try {
               if (!catalog) throw Error("the catalogue cannot be read", {}, "open it again");
               answer = task(*catalog, stop);
             } catch (const Stopped&) {
             } catch (const std::exception& error) {
               answer = [this, onFailure, text = ErrorText::of(error)] {
                 if (onFailure)
                   onFailure(text);
                 else
                   Q_EMIT failed(text);
               };
             }
             send(request, std::move(answer));
           });
}

void CatalogService::send(const Request& request, std::function<void()> answer) {
  QMetaObject::invokeMethod(
      this, [this, request, answer = std::move(answer)] { deliver(request, answer); },
      Qt::QueuedConnection);
}

void CatalogService::deliver(const Request& request, const std::function<void()>& answer) {
  if (!waiting_.contains(request.number)) return;  // of a catalogue that was closed meanwhile
  const bool isWanted =
      !isReplaced(request.topic) || latest_.value({request.topic, request.key}) == request.number;
  const QPointer<CatalogService> guard(this);
  if (isWanted && answer) answer();
  if (guard) settle(request);
}

void CatalogService::settle(const Request& request) {
  if (waiting_.remove(request.number) && isIdle()) Q_EMIT idle();
}

}  // namespace mrm
