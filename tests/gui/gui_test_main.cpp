// main() of the GUI test programs: one QApplication, and no logged warning passes.
#include <gmock/gmock.h>

#include <QApplication>

#include "tests/gui/fatal_warnings.h"

int main(int argc, char** argv) {
  ::testing::InitGoogleMock(&argc, argv);
  if (GTEST_FLAG_GET(list_tests)) return RUN_ALL_TESTS();  // at build time, with no platform set
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  mrm::testing::makeWarningsFatal();
  QApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
