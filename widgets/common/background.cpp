#include "widgets/common/background.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <atomic>

namespace mrm {
namespace {

std::atomic<int> workCount = 0;

QThreadPool& pool() {
  // Not the global pool: a slow network folder must not hold up Qt's own work. More threads than
  // most machines have idle cores, since this work waits for disks.
  static QThreadPool* const threads = [] {
    auto* made = new QThreadPool(qApp);
    made->setMaxThreadCount(4);
    return made;
  }();
  return *threads;
}

}  // namespace

void runOnPool(std::function<std::function<void()>()> work) {
  ++workCount;
  pool().start([work = std::move(work)] {
    std::function<void()> deliver = work();
    QMetaObject::invokeMethod(
        qApp,
        [deliver = std::move(deliver)] {
          if (deliver) deliver();
          --workCount;
        },
        Qt::QueuedConnection);
  });
}

int backgroundWorkCount() {
  return workCount;
}

void finishBackgroundWork() {
  pool().waitForDone();
}

}  // namespace mrm
