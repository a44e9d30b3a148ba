// Threads that make batches ahead of the training.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/cache/sample_source.h"

namespace mrm {

// N samples side by side; see SampleRow for the parts.
struct RecordBatch {
  RecordBatch(std::int64_t count, const DrawOptions& options);
  SampleRow row(std::size_t index);
  void keepFirst(std::size_t samples);  // the others are dropped

  std::int64_t count;
  DrawOptions options;
  std::vector<SampleId> samples;
  std::vector<std::uint8_t> pixels;                  // [N, imageSize, imageSize]
  std::vector<float> maskNoise;                      // [N, patches]
  std::vector<std::int64_t> ids, labels, attention;  // [N, reportLength]
  std::vector<std::uint8_t> masked;                  // [N, reportLength]
};

// Makes batches start, start + 1, … of a plan, in order, some ahead of their use. A record whose
// image cannot be decoded is replaced by the next one that can be, and reported once: training goes
// on, and goes on the same way each time.
class BatchLoader {
 public:
  // The samples of batch i; called from loader threads.
  using Plan = std::function<std::vector<SampleId>(std::int64_t batch)>;
  using Rejected = std::function<void(const Record& record, const std::string& reason)>;

  BatchLoader(SampleSource& source, Plan plan, std::int64_t start, int threads, int ahead,
              Rejected rejected = {});
  ~BatchLoader();
  BatchLoader(const BatchLoader&) = delete;
  BatchLoader& operator=(const BatchLoader&) = delete;

  // Waits for the next batch. Throws Error when no record at all can be decoded.
  std::shared_ptr<RecordBatch> next();

 private:
  struct Slot {
    std::shared_ptr<RecordBatch> batch;
    std::size_t taken = 0, done = 0;
    bool ready = false;  // the plan was asked and the memory is there
  };

  void work();
  void fillSample(RecordBatch& batch, std::size_t index);

  SampleSource& source_;
  Plan plan_;
  Rejected rejected_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;  // the first belongs to batch `first_`
  std::int64_t first_ = 0, planned_ = 0;
  std::size_t ahead_;
  bool stopping_ = false;
  std::exception_ptr failure_;
  std::vector<bool> bad_;
  std::vector<std::thread> threads_;
};

}  // namespace mrm
