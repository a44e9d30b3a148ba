#include "app/workbench/screenshot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScreen>
#include <QTimer>
#include <cstdio>
#include <memory>

#include "widgets/shell/main_window.h"

namespace {

constexpr int kCalm =
    700;  // ms for which the window must have been settled: curves are drawn with delay
constexpr int kPatience = 60'000;  // ms

}  // namespace

void takeScreenshot(mrm::MainWindow& window, const QString& file) {
  struct Clocks {
    QElapsedTimer all, settled;
  };
  auto clocks = std::make_shared<Clocks>();
  clocks->all.start();
  auto* timer = new QTimer(&window);
  QObject::connect(timer, &QTimer::timeout, &window, [&window, file, clocks, timer] {
    if (!window.isSettled())
      clocks->settled.invalidate();
    else if (!clocks->settled.isValid())
      clocks->settled.start();
    const bool isReady = clocks->settled.isValid() && clocks->settled.elapsed() > kCalm;
    if (!isReady && clocks->all.elapsed() < kPatience) return;
    timer->stop();
    // The screen where there is one: it shows what OpenGL drew and what is in front.
    QPixmap picture;
    if (QGuiApplication::platformName() == "xcb")
      picture = window.screen()->grabWindow(window.winId());
    if (picture.isNull()) picture = window.grab();
    const bool isWritten = picture.save(file);
    if (!isWritten) std::fprintf(stderr, "%s: cannot be written\n", qUtf8Printable(file));
    QApplication::exit(isWritten ? 0 : 1);
  });
  timer->start(50);
}
