// Runs tests of this program again in a process of their own, at another device pixel ratio: Qt
// reads it once.
#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QGuiApplication>
#include <QProcess>

namespace mrm::testing {

inline void expectTestsPassAtScale(const char* filter, double scale) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(scale));
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--gtest_filter=") + QLatin1String(filter)});
  ASSERT_TRUE(process.waitForFinished(100'000)) << process.errorString().toStdString();
  const std::string output = process.readAll().toStdString();
  EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << output;
  EXPECT_EQ(process.exitCode(), 0) << output;
  EXPECT_EQ(output.find("[==========] Running 0 tests"), std::string::npos) << output;
  if (output.find("[  SKIPPED ]") != std::string::npos) GTEST_SKIP() << output;
}

}  // namespace mrm::testing
