// Writes a run folder as a worker does, without training: for tests of the window and for looking
// at it.
//   simulate_run --run DIR [--records CSV --image-column C --report-column C] [--steps N] [--rows
//   N]
//                [--row-delay MS] [--end finished|failed|killed|running] [--preview-every N]
// Obeys the commands in the folder's control file. "killed" ends without a word, as a killed worker
// does.
#include <signal.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <thread>

#include "core/base/files.h"
#include "core/catalog/records.h"
#include "core/image/decode.h"
#include "core/image/transforms.h"
#include "core/options/yaml.h"
#include "core/run/control.h"
#include "core/run/host.h"
#include "core/run/log.h"
#include "core/run/metrics_log.h"
#include "core/run/pretrain_options.h"
#include "core/run/preview.h"
#include "core/run/run_lock.h"

namespace {

using namespace mrm;

struct Settings {
  std::string run, records, imageColumn = "image", reportColumn = "report",
                            patientColumn = "patient_id", end = "finished";
  std::int64_t steps = 2000, rows = 0, rowDelay = 0, previewEvery = 200, stepsPerEpoch = 50;
};

Settings parse(int argc, char** argv) {
  Settings s;
  std::map<std::string, std::string> given;
  for (int i = 1; i + 1 < argc; i += 2) given[argv[i]] = argv[i + 1];
  const auto text = [&](const char* name, std::string& field) {
    if (given.count(name)) field = given[name];
  };
  const auto number = [&](const char* name, std::int64_t& field) {
    if (given.count(name)) field = std::atoll(given[name].c_str());
  };
  text("--run", s.run);
  text("--records", s.records);
  text("--image-column", s.imageColumn);
  text("--report-column", s.reportColumn);
  text("--patient-column", s.patientColumn);
  text("--end", s.end);
  number("--steps", s.steps);
  number("--rows", s.rows);
  number("--row-delay", s.rowDelay);
  number("--preview-every", s.previewEvery);
  number("--steps-per-epoch", s.stepsPerEpoch);
  if (s.rows <= 0 || s.rows > s.steps) s.rows = s.steps;
  return s;
}

struct Sample {
  std::int64_t number;
  GrayImage image;
  std::vector<std::string> words;
};

// Something like a chest where no table is given.
Sample drawnSample(int index) {
  Sample sample{index + 1, {224, 224, std::vector<std::uint8_t>(224 * 224)}, {}};
  for (int y = 0; y < 224; ++y)
    for (int x = 0; x < 224; ++x) {
      const double left = std::hypot((x - 72) / 38.0, (y - 115) / 75.0);
      const double right = std::hypot((x - 152) / 38.0, (y - 115) / 75.0);
      const double heart = std::hypot((x - 122) / 34.0, (y - 150) / 36.0);
      double value = 165 + 18 * std::sin(y / 9.0);
      if (std::min(left, right) < 1) value = 55 + 22 * std::sin(y / 9.0 + index);
      if (heart < 1) value = 190;
      sample.image.pixels[static_cast<std::size_t>(y * 224 + x)] = static_cast<std::uint8_t>(value);
    }
  std::istringstream report(
      "The heart is enlarged . There is a small effusion on the left side . The lungs are clear "
      "on the right . No pneumothorax is seen .");
  for (std::string word; report >> word;) sample.words.push_back(word);
  return sample;
}

std::vector<Sample> samplesOf(const Settings& s) {
  std::vector<Sample> samples;
  if (!s.records.empty()) {
    const RecordTable table =
        readRecords(s.records, {s.imageColumn, s.reportColumn, s.patientColumn});
    for (std::size_t i = 0; i < table.records.size() && samples.size() < 4;
         i += std::max<std::size_t>(1, table.records.size() / 4)) {
      const Record& record = table.records[i];
      Sample sample{record.number, evaluationView(decodeGray(record.image), 448), {}};
      std::istringstream report(record.report);
      for (std::string word; report >> word && sample.words.size() < 70;)
        sample.words.push_back(word);
      samples.push_back(std::move(sample));
    }
  }
  for (int i = 0; samples.empty() || (s.records.empty() && i < 3); ++i)
    samples.push_back(drawnSample(i));
  return samples;
}

void writePreview(const RunPaths& run, std::int64_t step, double learned,
                  const std::vector<Sample>& samples) {
  const std::filesystem::path folder = beginPreview(run, step);
  Preview preview;
  preview.step = step;
  std::mt19937 random(7);
  for (const Sample& sample : samples) {
    PreviewRecord record;
    record.record = sample.number;
    const std::int64_t side = sample.image.width / 14;
    record.patchPixels = side;
    record.patches = 196;
    GrayImage masked = sample.image, restored = sample.image;
    std::mt19937 mask(static_cast<unsigned>(sample.number));
    for (std::int64_t patch = 0; patch < 196; ++patch) {
      if (mask() % 4 == 0) {
        ++record.visiblePatches;
        continue;
      }
      const std::int64_t left = patch % 14 * side, top = patch / 14 * side;
      double mean = 0;
      for (std::int64_t y = top; y < top + side; ++y)
        for (std::int64_t x = left; x < left + side; ++x) mean += sample.image.at(x, y);
      mean /= static_cast<double>(side * side);
      for (std::int64_t y = top; y < top + side; ++y)
        for (std::int64_t x = left; x < left + side; ++x) {
          const auto at = static_cast<std::size_t>(y * masked.width + x);
          const double noise = static_cast<double>(random() % 60) - 30;
          const double value =
              mean + learned * (sample.image.at(x, y) - mean) + (1 - learned) * noise;
          masked.pixels[at] = 96;
          restored.pixels[at] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
        }
    }
    const std::string name = std::to_string(sample.number);
    const std::map<std::string, const GrayImage*> files{{name + "-masked.png", &masked},
                                                        {name + "-restored.png", &restored},
                                                        {name + "-original.png", &sample.image}};
    for (const auto& [file, image] : files) writeFileAtomically(folder / file, encodePng(*image));
    record.masked = name + "-masked.png";
    record.restored = name + "-restored.png";
    record.original = name + "-original.png";
    record.imageLoss = 1.05 - 0.5 * learned;
    record.reportLoss = 6 - 4.5 * learned;
    for (const std::string& text : sample.words) {
      PreviewWord word;
      word.text = text;
      word.masked = mask() % 2 == 0;
      if (word.masked) {
        const double luck = static_cast<double>(mask() % 1000) / 1000;
        const bool right = luck < learned;
        word.restored = right ? text : sample.words[mask() % sample.words.size()];
        word.probability = right ? 0.3 + 0.7 * luck : 0.3 * luck;
      }
      record.words.push_back(word);
    }
    preview.records.push_back(record);
  }
  commitPreview(run, preview);
}

void writeCheckpoint(const RunPaths& run, std::int64_t step) {
  const std::filesystem::path folder = checkpointFolder(run, step);
  std::filesystem::create_directories(folder);
  writeFileAtomically(folder / "state.json", "{}\n");
}

}  // namespace

int main(int argc, char** argv) {
  const Settings s = parse(argc, argv);
  if (s.run.empty()) {
    std::fprintf(stderr, "usage: simulate_run --run DIR …\n");
    return 2;
  }
  const RunPaths run(s.run);
  std::filesystem::create_directories(run.root);
  const RunLock lock(run);
  PretrainOptions options;
  OptionSet set;
  options.declare(set);
  writeFileAtomically(run.config(), writeYaml(set));
  const std::vector<Sample> samples = samplesOf(s);
  RunLog log(run.log());
  MetricsWriter metrics(run.metrics(), -1);
  writeBaselines(run, {1.0, 5.1});

  RunStatus status;
  status.state = RunState::Running;
  status.activity = "Training";
  status.totalSteps = s.steps;
  status.totalEpochs = static_cast<double>(s.steps) / static_cast<double>(s.stepsPerEpoch);
  status.device = "CPU, 2 threads, fp32";
  status.pid = ::getpid();
  status.host = hostName();
  status.started = Clock::now();
  const auto put = [&] {
    status.heartbeat = Clock::now();
    writeStatus(run, status);
  };
  put();
  log.info("Records: " + std::to_string(samples.size()) + ", patients held back by seed 1");
  log.info("Baselines: image 1.0000, report 5.1000");

  std::mt19937 random(3);
  std::normal_distribution<double> noise;
  auto lastStatus = Clock::now();
  bool paused = false;
  for (std::int64_t step = 1; step <= s.rows; ++step) {
    const double t = static_cast<double>(step) / static_cast<double>(s.steps);
    const double learned = 1 - std::exp(-4 * t);
    const double image = 1.15 - 0.62 * learned + 0.02 * noise(random);
    const double report = 7.4 - 5.4 * learned + 0.22 * noise(random);
    const double warm = std::min(1.0, t / 0.1);
    MetricRow row;
    row.step = step;
    row.epoch = static_cast<double>(step) / static_cast<double>(s.stepsPerEpoch);
    row.time = std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
    row.values = {{"image_loss", image},
                  {"report_loss", report},
                  {"loss", image + report},
                  {"learning_rate", 1.2e-3 * warm * 0.5 * (1 + std::cos(3.14159 * t))},
                  {"gradient_norm", 1 + 0.3 * std::abs(noise(random))},
                  {"images_per_second", 84 + 5 * noise(random)},
                  {"data_wait", 0.001}};
    if (step % s.stepsPerEpoch == 0) {
      row.values["validation_image_loss"] = 1.15 - 0.56 * learned + 0.005 * noise(random);
      row.values["validation_report_loss"] = 7.4 - 5.0 * learned + 0.05 * noise(random);
      row.values["validation_loss"] =
          row.values["validation_image_loss"] + row.values["validation_report_loss"];
    }
    metrics.write(row);
    status.step = step;
    status.epoch = row.epoch;
    status.loss = image + report;
    status.imagesPerSecond = 84;
    status.secondsLeft = static_cast<double>(s.steps - step) * 0.38;
    if (s.previewEvery > 0 && (step == 1 || step % s.previewEvery == 0)) {
      writePreview(run, step, learned, samples);
      writeCheckpoint(run, step);
      status.checkpointStep = step;
      log.info("Checkpoint and preview of step " + std::to_string(step));
      if (step == s.previewEvery * 2) log.warning("The loader waited 0.4 s for the disk");
    }
    if (Clock::now() - lastStatus > std::chrono::milliseconds(200)) {
      lastStatus = Clock::now();
      put();
    }
    if (s.rowDelay > 0) std::this_thread::sleep_for(std::chrono::milliseconds(s.rowDelay));
    do {
      if (const auto command = takeCommand(run)) {
        paused = *command == RunCommand::Pause || (paused && *command != RunCommand::Resume);
        if (*command == RunCommand::Stop) {
          writeCheckpoint(run, step);
          status.checkpointStep = step;
          status.state = RunState::Stopped;
          put();
          log.info("Stopped by command after step " + std::to_string(step));
          return 0;
        }
        status.state = paused ? RunState::Paused : RunState::Running;
        log.info(paused ? "Paused" : "Going on");
        put();
      }
      if (paused) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    } while (paused);
  }
  put();
  if (s.end == "killed") ::kill(::getpid(), SIGKILL);
  while (s.end == "running") {  // alive until it is told to stop or killed
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    put();
    if (const auto command = takeCommand(run)) {
      if (*command == RunCommand::Stop) break;
      status.state = *command == RunCommand::Pause ? RunState::Paused : RunState::Running;
    }
  }
  status.state = s.end == "failed"    ? RunState::Failed
                 : s.end == "running" ? RunState::Stopped
                                      : RunState::Finished;
  if (s.end == "failed") {
    status.error = "The loss is not finite at step " + std::to_string(status.step) +
                   ". Lower the learning rate and resume: the checkpoint of step " +
                   std::to_string(status.checkpointStep) + " is kept.";
    log.error(status.error);
  }
  put();
  return 0;
}
