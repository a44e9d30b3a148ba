// main() of the GUI test programs: one QApplication, and no logged warning passes.
#include <gmock/gmock.h>

#include <QApplication>

#include "tests/gui/fatal_warnings.h"

int main(int argc, char** argv) {
  ::testing::InitGoogleMock(&argc, argv);
  if (GTEST_FLAG_GET(list_tests)) return RUN_ALL_TESTS();  // at build time, with no platform set
  // Tests that need a real screen ask for xcb, look at QGuiApplication::platformName() and skip.
  const bool noScreen =
      qgetenv("QT_QPA_PLATFORM") == "xcb" && qEnvironmentVariableIsEmpty("DISPLAY");
  if (noScreen || qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  mrm::testing::makeWarningsFatal();
  QApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
