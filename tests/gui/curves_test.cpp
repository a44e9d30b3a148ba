// The curves show what is in metrics.jsonl: every value, exactly, as the file grows, however long
// it is.
#include <gtest/gtest.h>

#include <QSlider>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/gui/window_fixture.h"
#include "widgets/curves/curve_panel.h"
#include "widgets/curves/curves_table.h"
#include "widgets/curves/curves_view.h"
#include "widgets/curves/qcp.h"

namespace mrm {
namespace {

using testing::passTime;
using testing::waitFor;

// The names in the file of the five panels, and of their values on held-back records.
constexpr std::array kTraining{"image_loss", "report_loss", "loss", "learning_rate",
                               "images_per_second"};
constexpr std::array kValidation{"validation_image_loss", "validation_report_loss",
                                 "validation_loss", "", ""};

class Curves : public testing::WindowFixture {
 protected:
  static std::string line(int step) {
    const double x = step;
    nlohmann::ordered_json row{{"step", step},
                               {"epoch", x / 7},
                               {"time", 1.7e9 + x},
                               {"image_loss", 1 / x + 1e-17},
                               {"report_loss", 7.4 * std::exp(-x / 300) + std::sin(x) / 10},
                               {"loss", 1 / x + 7.4 * std::exp(-x / 300)},
                               {"learning_rate", 1.2e-3 * x / 1e6},
                               {"images_per_second", 84.123456789012345 + std::cos(x)}};
    if (step % 7 == 0)
      for (const char* name :
           {"validation_image_loss", "validation_report_loss", "validation_loss"})
        row[name] = std::sqrt(x) / 3;
    return row.dump() + "\n";
  }
  void append(const std::string& bytes) const {
    std::ofstream(run_.metrics(), std::ios::app | std::ios::binary) << bytes;
  }
  CurvesView* curves() { return window_.pretrainStage()->runView()->curves(); }
  std::size_t shownCount() { return curves()->panel(0)->training().size(); }

  // Reads the file anew and compares each point with what the panels hold.
  void expectAllOfTheFile() {
    std::array<std::vector<QPointF>, 5> training, validation;
    std::ifstream file(run_.metrics());
    for (std::string text; std::getline(file, text);) {
      const auto row = nlohmann::json::parse(text, nullptr, false);
      if (!row.is_object()) continue;
      for (std::size_t i = 0; i < 5; ++i) {
        const double step = row["step"].get<double>();
        if (row.contains(kTraining[i]))
          training[i].emplace_back(step, row[kTraining[i]].get<double>());
        if (row.contains(kValidation[i]))
          validation[i].emplace_back(step, row[kValidation[i]].get<double>());
      }
    }
    for (int i = 0; i < 5; ++i) {
      expectSame(curves()->panel(i)->training().points(), training[static_cast<std::size_t>(i)]);
      expectSame(curves()->panel(i)->validation().points(),
                 validation[static_cast<std::size_t>(i)]);
    }
  }
  template <class Points>
  static void expectSame(const Points& shown, const std::vector<QPointF>& expected) {
    ASSERT_EQ(shown.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      // Not QPointF's own comparison, which takes near values for equal.
      ASSERT_EQ(shown[i].x(), expected[i].x());
      ASSERT_EQ(shown[i].y(), expected[i].y()) << "at step " << expected[i].x();
    }
  }

  RunPaths run_ = makeRun("run", RunState::Finished, 0);
  MainWindow window_;
};

TEST_F(Curves, HoldEveryValueOfTheFileExactly) {
  std::string text;
  for (int step = 1; step <= 500; ++step) text += line(step);
  append(text);
  ASSERT_TRUE(shows(window_, run_));
  EXPECT_EQ(shownCount(), 500u);
  expectAllOfTheFile();
}

TEST_F(Curves, DrawEachOfFewPointsAndNoOther) {
  for (int step = 1; step <= 60; ++step) append(line(step));
  ASSERT_TRUE(shows(window_, run_));
  curves()->findChild<QSlider*>()->setValue(0);  // no smoothing: one line, of the values themselves
  curves()->refreshNow();
  for (int i = 0; i < 5; ++i) {
    std::vector<QPointF> drawn;
    const QCustomPlot* plot = curves()->panel(i)->plot();
    for (const QCPGraphData& point : *plot->graph(1)->data())
      drawn.emplace_back(point.key, point.value);
    expectSame(drawn, {curves()->panel(i)->training().points().begin(),
                       curves()->panel(i)->training().points().end()});
    EXPECT_EQ(plot->xAxis->range().lower, 1);
    EXPECT_EQ(plot->xAxis->range().upper, 60);
  }
}

TEST_F(Curves, LeaveOutATornLastLineUntilItIsWhole) {
  append(line(1) + line(2));
  const std::string third = line(3);
  append(third.substr(0, third.size() / 2));
  ASSERT_TRUE(shows(window_, run_));
  EXPECT_EQ(shownCount(), 2u);
  passTime(600);
  EXPECT_EQ(shownCount(), 2u);
  append(third.substr(third.size() / 2));
  EXPECT_TRUE(waitFor([&] { return shownCount() == 3; }));
  expectAllOfTheFile();
}

TEST_F(Curves, GrowWithTheFile) {
  append(line(1));
  ASSERT_TRUE(shows(window_, run_));
  for (int step = 2; step <= 400; ++step) {
    append(line(step));
    if (step % 20 == 0) passTime(20);
    EXPECT_LE(shownCount(), static_cast<std::size_t>(step));
  }
  ASSERT_TRUE(waitFor([&] { return shownCount() == 400; }));
  expectAllOfTheFile();
  ASSERT_TRUE(waitFor([&] { return curves()->panel(0)->plot()->xAxis->range().upper == 400; }));
}

TEST_F(Curves, BeginAnewWhenAResumedRunCutTheFile) {
  for (int step = 1; step <= 100; ++step) append(line(step));
  ASSERT_TRUE(shows(window_, run_));
  EXPECT_EQ(shownCount(), 100u);
  { const MetricsWriter resumed(run_.metrics(), 60); }
  append(line(61));
  ASSERT_TRUE(waitFor([&] { return shownCount() == 61; }));
  expectAllOfTheFile();
}

TEST_F(Curves, LeaveOutLinesThatAreNoRows) {
  append(line(1) + "{\"step\": 2, \"loss\": \"high\"}\nnonsense\n{\"loss\": 3}\n[1,2]\n" + line(3));
  ASSERT_TRUE(shows(window_, run_));
  EXPECT_EQ(shownCount(), 2u);
}

// s = b s + (1 - b) y, shown as s / (1 - b^n).
TEST_F(Curves, SmoothByTheWeightOfTheSlider) {
  for (int step = 1; step <= 300; ++step) append(line(step));
  ASSERT_TRUE(shows(window_, run_));
  auto* slider = curves()->findChild<QSlider*>();
  for (const int hundredths : {0, 30, 95}) {
    slider->setValue(hundredths);
    const double weight = 1 - std::pow(10.0, -3 * hundredths / 100.0);
    for (int i = 0; i < 3; ++i) {
      const auto& values = curves()->panel(i)->training().points();
      const auto& smoothed = curves()->panel(i)->smoothed().points();
      ASSERT_EQ(smoothed.size(), values.size());
      double sum = 0;
      for (std::size_t n = 0; n < values.size(); ++n) {
        sum = weight * sum + (1 - weight) * values[n].y();
        const double expected = sum / (1 - std::pow(weight, static_cast<double>(n + 1)));
        ASSERT_NEAR(smoothed[n].y(), expected, 1e-9 * std::abs(expected)) << n;
      }
    }
  }
  slider->setValue(95);
  append(line(301));  // what comes later is smoothed on from there
  ASSERT_TRUE(waitFor([&] { return curves()->panel(0)->smoothed().size() == 301; }));
}

TEST_F(Curves, TheTableGivesLastSmoothedAndBest) {
  append(
      "{\"step\":1,\"image_loss\":3}\n{\"step\":2,\"image_loss\":1}\n{\"step\":3,\"image_loss\":2}"
      "\n");
  ASSERT_TRUE(shows(window_, run_));
  curves()->findChild<QSlider*>()->setValue(0);
  curves()->refreshNow();
  const QStringList cells = curves()->table()->asText().split('\n').value(1).split('\t');
  EXPECT_EQ(cells.join('|').toStdString(), "Image loss|2.000|2.000|1.000");
}

double megabytesUsed() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmRSS:") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes / 1024;
    }
  return 0;
}

// 200,000 lines, or a million with MRM_LARGE=1.
TEST_F(Curves, OpenAVeryLongRunWithoutHoldingUpTheWindow) {
  const int steps = qEnvironmentVariableIntValue("MRM_LARGE") > 0 ? 1'000'000 : 200'000;
  {
    std::ofstream file(run_.metrics(), std::ios::binary);
    std::array<char, 400> text{};
    for (int step = 1; step <= steps; ++step) {
      const double noise = std::sin(step * 12.9898) * 0.1, fall = std::exp(-4.0 * step / steps);
      const int length = std::snprintf(
          text.data(), text.size(),
          "{\"step\":%d,\"epoch\":%.17g,\"time\":%.17g,\"data_wait\":%.17g,\"gradient_norm\":%.17g,"
          "\"image_loss\":%.17g,\"images_per_second\":%.17g,\"learning_rate\":%.17g,\"loss\":%.17g,"
          "\"report_loss\":%.17g}\n",
          step, step / 50.0, 1.76e9 + step * 0.38, 1e-3 + noise * noise, 1 + noise,
          0.5 + 0.6 * fall + noise, 84 + noise, 1.2e-3 * fall, 2 + 6 * fall + 2 * noise,
          1.5 + 5.4 * fall + noise);
      file.write(text.data(), length);
    }
  }
  window_.resize(1366, 768);
  window_.show();
  passTime(500);
  const double before = megabytesUsed();
  double most = before;
  QElapsedTimer clock;
  clock.start();
  testing::EventLoopGap gap;
  window_.openRun(testing::text(run_.root));
  ASSERT_TRUE(waitFor(
      [&] {
        most = std::max(most, megabytesUsed());
        return shownCount() == static_cast<std::size_t>(steps);
      },
      60000));
  const double seconds = static_cast<double>(clock.elapsed()) / 1000;
  passTime(500);
  const double opening = gap.longest();
  testing::EventLoopGap afterwards;
  for (const double factor : {2.0, 2.0, 1000.0}) {
    curves()->zoom(factor);
    passTime(50);
  }
  curves()->showAll();
  passTime(50);
  auto* slider = curves()->findChild<QSlider*>();
  for (const int hundredths : {60, 90, 20}) {
    slider->setValue(hundredths);
    passTime(50);
  }
  std::printf(
      "%d lines: %.1f s, %.0f MB more, %.0f MB more at most; longest gap %.0f ms opening "
      "(%.0f on the clock), %.0f ms zooming and smoothing\n",
      steps, seconds, megabytesUsed() - before, most - before, opening, gap.longestOnTheClock(),
      afterwards.longest());
  EXPECT_LT(opening, 50);
  EXPECT_LT(afterwards.longest(), 50);
  for (int i = 0; i < 5; ++i) {
    const auto& points = curves()->panel(i)->training();
    ASSERT_EQ(points.size(), static_cast<std::size_t>(steps));
    EXPECT_EQ(points.first(), 1);
    EXPECT_EQ(points.last(), steps);
  }
  EXPECT_LT(most - before, 400 + steps * 0.2e-3);  // MB
}

}  // namespace
}  // namespace mrm
