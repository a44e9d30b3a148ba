// The window's way to a catalogue: requests go to threads that own the connections, answers come
// back to the thread of the window.
#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"
#include "widgets/common/error_text.h"

namespace mrm {

class CatalogLane;

// Three threads with a connection each: the quick one answers what a person waits for, in order of
// urgency; the slow one does what takes seconds, the last one what takes hours. Answers to what is
// no longer asked are dropped.
class CatalogService : public QObject {
  Q_OBJECT
 public:
  // The most urgent first. Requests of Edit and Rows are all answered, in their order; of any other
  // topic (and key) only the latest is: one before it is not begun any more, is asked to stop, and
  // its answer is dropped.
  enum class Topic { Edit, Record, Rows, Find, History, Facets, Charts, Checks, Images };

  explicit CatalogService(QObject* parent = nullptr);
  ~CatalogService() override;

  // Opens a catalogue with `opener`, on the quick thread; then opened() or openFailed(). What was
  // open is closed, and what was asked of it is dropped.
  void open(std::function<Catalog()> opener);
  void close();
  bool isOpen() const { return isOpen_; }
  bool isIdle() const;  // no request is without its answer, but those about Images
  bool isUnderWay(Topic topic) const;
  void cancel(Topic topic, int key = 0);
  // Asks the latest request to end early; its answer is given, if it has one. Taken off when it had
  // not begun.
  void stop(Topic topic, int key = 0);
  // For work under way: calls `show` on this thread, a few times a second, as long as `context`
  // lives.
  static ProgressSink progressTo(QObject* context, std::function<void(const Progress&)> show);

  // Runs `work(catalog)` or `work(catalog, stop)` on the topic's thread, then `done(result)` on
  // this one. An exception other than Stopped ends in `failed`, or in the signal where that is
  // empty. Nothing happens while no catalogue is open.
  template <class Work, class Done>
  void ask(Topic topic, int key, Work work, Done done,
           std::function<void(const ErrorText&)> onFailure = {}) {
    post(
        topic, key,
        [work = std::move(work), done = std::move(done)](
            Catalog& catalog, const std::stop_token& stop) mutable -> std::function<void()> {
          const auto call = [&] {
            if constexpr (std::is_invocable_v<Work&, Catalog&, std::stop_token>)
              return work(catalog, stop);
            else
              return work(catalog);
          };
          if constexpr (std::is_void_v<decltype(call())>) {
            call();
            return [done]() mutable { done(); };
          } else {
            // Shared, since a std::function is copyable and results need not be.
            auto result = std::make_shared<decltype(call())>(call());
            return [done, result]() mutable { done(std::move(*result)); };
          }
        },
        std::move(onFailure));
  }

 Q_SIGNALS:
  void opened();
  void openFailed(const mrm::ErrorText& error);
  void failed(const mrm::ErrorText& error);
  void idle();  // the last answer was given

 private:
  using Task = std::function<std::function<void()>(Catalog&, const std::stop_token&)>;
  using Failure = std::function<void(const ErrorText&)>;
  struct Request {
    int topic = 0, key = 0;
    quint64 number = 0;
  };

  void post(Topic topic, int key, Task task, Failure onFailure);
  void send(const Request& request, std::function<void()> answer);  // on a lane's thread
  void deliver(const Request& request, const std::function<void()>& answer);
  void settle(const Request& request);
  CatalogLane& laneOf(int topic) const;

  std::unique_ptr<CatalogLane> quick_, slow_, long_;
  quint64 last_ = 0;
  QHash<quint64, Request> waiting_;
  QHash<std::pair<int, int>, quint64> latest_;
  bool isOpen_ = false;
};

}  // namespace mrm
