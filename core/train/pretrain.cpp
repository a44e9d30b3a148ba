#include "core/train/pretrain.h"

#include <ATen/ATen.h>

#include <chrono>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/cache/epoch_sampler.h"
#include "core/checkpoint/pytorch_file.h"
#include "core/model/device.h"
#include "core/model/load_weights.h"
#include "core/run/control.h"
#include "core/run/host.h"
#include "core/run/log.h"
#include "core/run/metrics_log.h"
#include "core/run/provenance.h"
#include "core/run/run_lock.h"
#include "core/run/step_plan.h"
#include "core/run/tensorboard.h"
#include "core/train/evaluate.h"
#include "core/train/pretrain_data.h"
#include "core/train/preview_writer.h"
#include "core/train/run_checkpoint.h"
#include "core/train/schedule.h"
#include "core/train/status_board.h"
#include "core/train/training_step.h"
#include "core/train/version.h"

namespace mrm {
namespace {

using SteadyClock = std::chrono::steady_clock;

double secondsSince(SteadyClock::time_point start) {
  return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

double unixTime() {
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

// Everything a run holds while it trains. Members are declared in the order in which they are made.
class PretrainJob {
 public:
  explicit PretrainJob(const PretrainRequest& request)
      : request_(request),
        run_(request.run),
        options_(request.options),
        lock_(run_),
        log_(run_.log()),
        board_(run_, initialStatus()) {}

  PretrainResult carryOut() {
    try {
      prepare();
      if (position_.step < plan_.totalSteps) train();
      return finish();
    } catch (const Stopped&) {  // before the training began: there is nothing to keep
      say("Stopped before the first step");
      board_.update([](RunStatus& status) { status.state = RunState::Stopped; });
      result_.state = RunState::Stopped;
      return result_;
    } catch (const std::exception& error) {
      log_.error(error.what());
      board_.update([&error](RunStatus& status) {
        status.state = RunState::Failed;
        status.error = error.what();
      });
      throw;
    }
  }

 private:
  static RunStatus initialStatus() {
    RunStatus status;
    status.state = RunState::Running;
    status.activity = "Starting";
    status.started = Clock::now();
    return status;
  }

  // For the log and the terminal.
  void tell(const std::string& text) {
    log_.info(text);
    if (request_.say) request_.say(text);
  }
  // Likewise, and what a watcher sees the run at until the next: a few words.
  void say(const std::string& text) {
    tell(text);
    board_.update([&text](RunStatus& status) { status.activity = text; });
  }

  void prepare() {
    removeLeftovers(run_.root);
    options_.resolveModel();
    device_ = chooseDevice(options_.run.device, options_.run.precision,
                           static_cast<int>(options_.run.threads));
    if (!device_.note.empty()) log_.warning(device_.note);
    board_.update([this](RunStatus& status) { status.device = device_.description; });
    tell("Computing on " + device_.description);

    data_ = preparePretrainData(
        run_, options_, [this](const std::string& text) { say(text); }, request_.stop);
    writeProvenanceOnce();
    buildModel();
    position_ = restore();
    makePlan();
    rejected_ = [this](const Record& record, const std::string& reason) {
      log_.warning("Record " + std::to_string(record.number) + " is left out: " + reason);
    };
    measureBaselines();
  }

  void writeProvenanceOnce() {
    const std::string& dataHash = data_.dataSetSha256;
    if (std::filesystem::exists(run_.provenance())) {
      if (readProvenance(run_).dataSetSha256 != dataHash)
        log_.warning(
            "The data set has changed since the run began: from here on it is not the run "
            "that it would have been.");
      return;
    }
    Provenance provenance;
    provenance.programVersion = programVersion();
    provenance.gitCommit = programCommit();
    provenance.libtorchVersion = libtorchVersion();
    provenance.device = device_.description;
    provenance.host = hostName();
    provenance.hostCpu = cpuModel();
    provenance.dataSet = data_.dataSet;
    provenance.dataSetSha256 = dataHash;
    provenance.vocabularySha256 = sha256OfFile(run_.tokenizer());
    provenance.seed = options_.recipe.seed;
    provenance.commandLine = request_.commandLine;
    provenance.started = Clock::now();
    writeProvenance(run_, provenance);
  }

  void buildModel() {
    const auto seed = static_cast<std::uint64_t>(options_.recipe.seed);
    model_ = std::make_unique<MrmModel>(configOf(options_, data_.vocabularySize), seed);
    if (!options_.model.startFrom.empty() && checkpointSteps(run_).empty()) {
      say("Reading the starting weights");
      const WeightReport weights =
          loadWeights(model_->parameters(), readCheckpointFile(options_.model.startFrom),
                      options_.model.startFrom.string());
      log_.info("Starting weights: " + weights.toText());
      if (request_.say) request_.say(weights.toText());
    }
    place_ = device_.cuda ? at::Device(at::kCUDA) : at::Device(at::kCPU);
    model_->parameters().to(*place_);
    AdamWOptions adamw;
    adamw.beta1 = options_.recipe.beta1;
    adamw.beta2 = options_.recipe.beta2;
    adamw.weightDecay = options_.recipe.weightDecay;
    optimizer_ = std::make_unique<AdamW>(model_->parameters(), adamw);

    step_ = stepOptionsOf(options_);
    step_.compute.bf16 = device_.bf16;
    pixels_ = {options_.recipe.pixelMean, options_.recipe.pixelDeviation, options_.model.imageSize,
               options_.recipe.lowResolutionAntialias};
  }

  TrainingPosition restore() {
    std::string passedOver;
    const auto position =
        restoreNewestCheckpoint(run_, model_->parameters(), *optimizer_, &passedOver);
    if (!passedOver.empty()) log_.warning("A damaged checkpoint was passed over: " + passedOver);
    if (!position) return {};
    say("Going on from the checkpoint at step " + std::to_string(position->step));
    board_.update([&](RunStatus& status) { status.checkpointStep = position->step; });
    return *position;
  }

  void makePlan() {
    sampler_ = std::make_unique<EpochSampler>(data_.training->size(), options_.recipe.batch,
                                              static_cast<std::uint64_t>(options_.recipe.seed));
    plan_ = planSteps(options_.recipe, data_.training->size());
    validateEvery_ = plan_.stepsIn(options_.run.validateEvery);
    previewEvery_ = plan_.stepsIn(options_.run.previewEvery);
    board_.update([this](RunStatus& status) {
      status.step = position_.step;
      status.totalSteps = plan_.totalSteps;
      status.totalEpochs = plan_.totalEpochs;
    });
  }

  void measureBaselines() {
    const std::int64_t batch = std::min<std::int64_t>(options_.recipe.batch, 32);
    if (data_.validation->size() > 0) say("Reading the records held back");
    validation_ =
        std::make_unique<Validation>(*data_.validation, batch, pixels_, *place_, rejected_);
    if (validation_->empty()) return;
    const bool all = step_.objective.allReportPositions;
    result_.baselines = validation_->baselines(
        *model_, step_.objective, countPieces(*data_.training, data_.vocabularySize, all));
    writeBaselines(run_, result_.baselines);
    tell("Baselines on the records held back: each patch's mean gives image loss " +
         rounded(result_.baselines.imageLoss) + ", the word pieces' frequencies give report loss " +
         rounded(result_.baselines.reportLoss));
  }

  void train() {
    MetricsWriter metrics(run_.metrics(), position_.step > 0 ? position_.step : -1);
    TensorboardWriter tensorboard(run_.root);
    metrics_ = &metrics;
    tensorboard_ = &tensorboard;
    // Before any training, for comparison; and where a stop broke a measurement off.
    if (position_.step % validateEvery_ == 0 && lastValidatedStep() < position_.step) validate();
    if (position_.step == 0) preview();
    BatchLoader loader(
        *data_.training, [this](std::int64_t batch) { return sampler_->batch(batch); },
        position_.step * options_.recipe.accumulation, loaderThreads(), 3, rejected_);
    say("Training");
    const double secondsBefore = position_.seconds;
    const SteadyClock::time_point start = SteadyClock::now();
    SteadyClock::time_point lastCheckpoint = start;
    double idle = 0;  // paused, validating, writing: not part of the speed

    while (position_.step < plan_.totalSteps) {
      const SteadyClock::time_point outside = SteadyClock::now();
      const bool goOn = obeyCommands();
      if (!goOn) break;
      idle += secondsSince(outside);

      oneStep(loader);

      const SteadyClock::time_point after = SteadyClock::now();
      position_.seconds = secondsBefore + secondsSince(start) - idle;
      const bool last = position_.step == plan_.totalSteps;
      if (last || position_.step % validateEvery_ == 0) validate();
      if (last || position_.step % previewEvery_ == 0) preview();
      if (last || secondsSince(lastCheckpoint) > 60 * options_.run.checkpointEvery ||
          checkpointAsked_) {
        checkpoint();
        lastCheckpoint = SteadyClock::now();
      }
      idle += secondsSince(after);
    }
    metrics_ = nullptr;
    tensorboard_ = nullptr;
  }

  int loaderThreads() const {
    if (options_.run.loaderThreads > 0) return static_cast<int>(options_.run.loaderThreads);
    // On the CPU the loader takes its time from the training itself; one thread keeps ahead of it.
    return device_.cuda ? std::max(1, device_.threads - 1) : 1;
  }

  void oneStep(BatchLoader& loader) {
    const double epoch = static_cast<double>(position_.step) / plan_.stepsPerEpoch;
    const double rate =
        warmupCosine(epoch, std::min(options_.recipe.warmupEpochs, plan_.totalEpochs),
                     plan_.totalEpochs, options_.learningRate(), options_.recipe.minimumRate);
    const bool log =
        (position_.step + 1) % options_.run.logEvery == 0 || position_.step + 1 == plan_.totalSteps;
    double waited = 0;
    const SteadyClock::time_point start = SteadyClock::now();
    const StepResult step = trainStep(*model_, *optimizer_, step_, position_.step, rate, log, [&] {
      const SteadyClock::time_point asked = SteadyClock::now();
      const auto batch = loader.next();
      waited += secondsSince(asked);
      return toTensors(*batch, pixels_, *place_);
    });
    const double seconds = secondsSince(start);
    if (!step.finite) {
      const std::int64_t kept = board_.status().checkpointStep;
      throw Error(
          "the loss became infinite or not a number at step " + std::to_string(position_.step + 1),
          run_.root.string(),
          (kept >= 0 ? "The checkpoint of step " + std::to_string(kept) + " is kept. "
                     : std::string()) +
              "Start a new run with a lower base learning rate or gradient clipping.");
    }
    ++position_.step;
    const auto images = static_cast<double>(options_.recipe.batch * options_.recipe.accumulation);
    speed_ = speed_ == 0 ? images / seconds : 0.9 * speed_ + 0.1 * images / seconds;
    const double loss = step.imageLoss + step.reportLoss;
    board_.update([&](RunStatus& status) {
      status.step = position_.step;
      status.epoch = static_cast<double>(position_.step) / plan_.stepsPerEpoch;
      status.imagesPerSecond = speed_;
      status.secondsLeft = static_cast<double>(plan_.totalSteps - position_.step) * images / speed_;
      status.loss = loss;
    });
    if (request_.say && secondsSince(told_) > 10) {
      told_ = SteadyClock::now();
      request_.say("Step " + std::to_string(position_.step) + " of " +
                   std::to_string(plan_.totalSteps) + ": image loss " + rounded(step.imageLoss) +
                   ", report loss " + rounded(step.reportLoss) + ", " + rounded(speed_) +
                   " images/s");
    }
    if (log)
      record({{"image_loss", step.imageLoss},
              {"report_loss", step.reportLoss},
              {"loss", loss},
              {"learning_rate", rate},
              {"gradient_norm", step.gradientNorm},
              {"images_per_second", images / seconds},
              {"data_wait", waited / seconds}});
  }

  void record(const std::map<std::string, double>& values) {
    MetricRow row;
    row.step = position_.step;
    row.epoch = static_cast<double>(position_.step) / plan_.stepsPerEpoch;
    row.time = unixTime();
    row.values = values;
    metrics_->write(row);
    tensorboard_->write(row.step, row.time, values);
  }

  void validate() {
    if (validation_->empty()) return;
    try {
      const ValidationLosses losses = validation_->losses(*model_, step_.objective, step_.compute,
                                                          [this] { return !mayBreakOff(); });
      record({{"validation_image_loss", losses.image},
              {"validation_report_loss", losses.report},
              {"validation_loss", losses.image + losses.report}});
      log_.info("Step " + std::to_string(position_.step) +
                ": on the records held back, image loss " + rounded(losses.image) +
                ", report loss " + rounded(losses.report));
    } catch (const Stopped&) {
      // The stop is obeyed before the next step; train() measures again when the run goes on from
      // there.
    }
  }

  // The last measurement is always made whole: nothing would make it again.
  bool mayBreakOff() const {
    return request_.stop.stop_requested() && position_.step < plan_.totalSteps;
  }

  std::vector<MetricRow> validations() const {
    std::vector<MetricRow> found;
    MetricsReader reader(run_.metrics());
    for (auto rows = reader.poll(); !rows.empty(); rows = reader.poll())
      for (MetricRow& row : rows)
        if (row.values.contains("validation_image_loss") &&
            row.values.contains("validation_report_loss"))
          found.push_back(std::move(row));
    return found;
  }

  std::int64_t lastValidatedStep() const {
    const std::vector<MetricRow> rows = validations();
    return rows.empty() ? -1 : rows.back().step;
  }

  void preview() {
    if (options_.run.previewRecords == 0) return;
    if (!previewBatch_) previewBatch_ = makePreviewBatch();
    if (!previewBatch_) return;
    SampleSource& source = validation_->empty() ? *data_.training : *data_.validation;
    writePreview(run_, position_.step, *model_, step_.objective, *previewBatch_,
                 options_.run.previewRecords, source, pixels_, *place_);
  }

  // Records held back where there are some, else of the training; none where none of the first can
  // be decoded.
  std::shared_ptr<RecordBatch> makePreviewBatch() {
    if (!validation_->empty()) return validation_->batches().front();
    const auto count =
        std::min(data_.training->size(), static_cast<std::size_t>(options_.run.previewRecords));
    const auto batches = fixedViews(*data_.training, count, options_.run.previewRecords, rejected_);
    return batches.empty() ? nullptr : batches.front();
  }

  void checkpoint() {
    checkpointAsked_ = false;
    writeCheckpoint(run_, position_, model_->parameters(), *optimizer_,
                    options_.run.keepCheckpoints);
    log_.info("Checkpoint written at step " + std::to_string(position_.step));
    board_.update([this](RunStatus& status) { status.checkpointStep = position_.step; });
  }

  // Between two steps: stop and pause. Returns whether to go on; before it says no it has written a
  // checkpoint.
  bool obeyCommands() {
    bool paused = false;
    while (true) {
      const std::optional<RunCommand> command = takeCommand(run_);
      if (command == RunCommand::Stop || request_.stop.stop_requested()) {
        if (board_.status().checkpointStep != position_.step) checkpoint();
        say("Stopped at step " + std::to_string(position_.step));
        board_.update([](RunStatus& status) { status.state = RunState::Stopped; });
        result_.state = RunState::Stopped;
        return false;
      }
      if (command == RunCommand::CheckpointNow) checkpointAsked_ = true;
      if (command == RunCommand::Pause && !paused) {
        paused = true;
        checkpoint();  // a pause may last, and the machine may not
        log_.info("Paused");
        board_.update([](RunStatus& status) {
          status.state = RunState::Paused;
          status.activity = "Paused";
        });
      }
      if (command == RunCommand::Resume && paused) {
        log_.info("Going on");
        board_.update([](RunStatus& status) {
          status.state = RunState::Running;
          status.activity = "Training";
        });
        return true;
      }
      if (!paused) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }

  PretrainResult finish() {
    result_.step = position_.step;
    if (const std::vector<MetricRow> rows = validations(); !rows.empty()) {
      result_.validated = true;
      result_.imageLossAtStart = rows.front().values.at("validation_image_loss");
      result_.reportLossAtStart = rows.front().values.at("validation_report_loss");
      result_.imageLoss = rows.back().values.at("validation_image_loss");
      result_.reportLoss = rows.back().values.at("validation_report_loss");
    }
    if (result_.state == RunState::Finished) {
      say("Finished after " + std::to_string(position_.step) + " steps");
      board_.update([](RunStatus& status) {
        status.state = RunState::Finished;
        status.secondsLeft = 0;
      });
    }
    return result_;
  }

  const PretrainRequest& request_;
  RunPaths run_;
  PretrainOptions options_;
  RunLock lock_;
  RunLog log_;
  StatusBoard board_;
  DeviceChoice device_;
  PretrainData data_;
  std::unique_ptr<MrmModel> model_;
  std::optional<at::Device> place_;
  std::unique_ptr<AdamW> optimizer_;
  StepOptions step_;
  PixelOptions pixels_;
  TrainingPosition position_;
  std::unique_ptr<EpochSampler> sampler_;
  StepPlan plan_;
  std::int64_t validateEvery_ = 1, previewEvery_ = 1;
  double speed_ = 0;  // images/s, smoothed
  BatchLoader::Rejected rejected_;
  std::unique_ptr<Validation> validation_;
  std::shared_ptr<RecordBatch> previewBatch_;
  MetricsWriter* metrics_ = nullptr;
  TensorboardWriter* tensorboard_ = nullptr;
  bool checkpointAsked_ = false;
  SteadyClock::time_point told_{};  // when the terminal last got a line of progress
  PretrainResult result_;
};

}  // namespace

PretrainResult pretrain(const PretrainRequest& request) {
  return PretrainJob(request).carryOut();
}

}  // namespace mrm
