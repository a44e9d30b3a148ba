// Work off the GUI thread whose result comes back to it.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <type_traits>

#include "widgets/common/error_text.h"

namespace mrm {

// For runInBackground(): runs `work` on a pool thread, then what it returns on the GUI thread.
void runOnPool(std::function<std::function<void()>()> work);

// How many pieces of work are under way; zero when every result was delivered.
int backgroundWorkCount();
// Waits for the work that is under way; its results are dropped. At the end of main().
void finishBackgroundWork();

// Runs `work()` on a pool thread. On the GUI thread then either `done(result)` or, for an
// exception, `failed(ErrorText)`; neither when `context` is gone meanwhile or the work threw
// Stopped.
template <class Work, class Done, class Failed>
void runInBackground(QObject* context, Work work, Done done, Failed failed) {
  using Result = std::invoke_result_t<Work>;
  runOnPool([guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done),
             failed = std::move(failed)]() mutable -> std::function<void()> {
    try {
      if constexpr (std::is_void_v<Result>) {
        work();
        return [guard, done] {
          if (guard) done();
        };
      } else {
        // Shared, since a std::function is copyable and results need not be.
        auto result = std::make_shared<Result>(work());
        return [guard, done, result]() mutable {
          if (guard) done(std::move(*result));
        };
      }
    } catch (const Stopped&) {
      return {};
    } catch (const std::exception& error) {
      return [guard, failed, text = ErrorText::of(error)] {
        if (guard) failed(text);
      };
    }
  });
}

}  // namespace mrm
