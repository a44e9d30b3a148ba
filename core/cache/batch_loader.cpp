#include "core/cache/batch_loader.h"

#include <algorithm>

#include "core/base/error.h"

namespace mrm {

RecordBatch::RecordBatch(std::int64_t n, const DrawOptions& o) : count(n), options(o) {
  const auto size = static_cast<std::size_t>(n);
  pixels.resize(size * static_cast<std::size_t>(o.imageSize * o.imageSize));
  maskNoise.resize(size * static_cast<std::size_t>(o.patches));
  ids.resize(size * static_cast<std::size_t>(o.reportLength));
  labels.resize(ids.size());
  attention.resize(ids.size());
  masked.resize(ids.size());
}

SampleRow RecordBatch::row(std::size_t index) {
  const auto part = [index, this](auto& values) {
    const std::size_t length = values.size() / static_cast<std::size_t>(count);
    return std::span(values).subspan(index * length, length);
  };
  return {part(pixels), part(maskNoise), part(ids), part(labels), part(attention), part(masked)};
}

void RecordBatch::keepFirst(std::size_t kept) {
  const auto cut = [kept, this](auto& values) {
    values.resize(values.size() / static_cast<std::size_t>(count) * kept);
  };
  cut(pixels);
  cut(maskNoise);
  cut(ids);
  cut(labels);
  cut(attention);
  cut(masked);
  count = static_cast<std::int64_t>(kept);
}

BatchLoader::BatchLoader(SampleSource& source, Plan plan, std::int64_t start, int threads,
                         int ahead, Rejected rejected)
    : source_(source),
      plan_(std::move(plan)),
      rejected_(std::move(rejected)),
      first_(start),
      planned_(start),
      ahead_(static_cast<std::size_t>(std::max(1, ahead))),
      bad_(source.size()) {
  for (int i = 0; i < std::max(1, threads); ++i) threads_.emplace_back([this] { work(); });
}

BatchLoader::~BatchLoader() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::shared_ptr<RecordBatch> BatchLoader::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] {
    return failure_ || (!slots_.empty() && slots_.front().ready &&
                        slots_.front().done == slots_.front().batch->samples.size());
  });
  if (failure_) std::rethrow_exception(failure_);
  auto batch = slots_.front().batch;
  slots_.pop_front();
  ++first_;
  lock.unlock();
  changed_.notify_all();
  return batch;
}

void BatchLoader::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_ && !failure_) {
    const auto open = std::find_if(slots_.begin(), slots_.end(), [](const Slot& slot) {
      return slot.ready && slot.taken < slot.batch->samples.size();
    });
    if (open != slots_.end()) {
      const std::size_t index = open->taken++;
      const std::shared_ptr<RecordBatch> batch = open->batch;
      lock.unlock();
      std::exception_ptr failure;
      try {
        fillSample(*batch, index);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (failure) failure_ = failure;
      for (Slot& slot : slots_)  // the deque may have moved meanwhile
        if (slot.batch == batch) ++slot.done;
      changed_.notify_all();
    } else if (slots_.size() < ahead_) {
      const std::int64_t number = planned_++;
      slots_.emplace_back();
      lock.unlock();
      std::shared_ptr<RecordBatch> batch;
      std::exception_ptr failure;
      try {
        std::vector<SampleId> samples = plan_(number);
        batch = std::make_shared<RecordBatch>(static_cast<std::int64_t>(samples.size()),
                                              source_.options());
        batch->samples = std::move(samples);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (failure) {
        failure_ = failure;
      } else {
        Slot& slot = slots_[static_cast<std::size_t>(number - first_)];
        slot.batch = std::move(batch);
        slot.ready = true;
      }
      changed_.notify_all();
    } else {
      changed_.wait(lock);
    }
  }
}

void BatchLoader::fillSample(RecordBatch& batch, std::size_t index) {
  SampleId id = batch.samples[index];
  for (std::size_t tries = 0; tries < source_.size(); ++tries) {
    bool knownBad;
    {
      const std::lock_guard lock(mutex_);
      knownBad = bad_[id.record];
    }
    if (!knownBad) {
      try {
        source_.fill(id, batch.row(index));
        batch.samples[index] = id;
        return;
      } catch (const Error& error) {
        const std::lock_guard lock(mutex_);
        if (!bad_[id.record] && rejected_) rejected_(source_.record(id.record), error.what());
        bad_[id.record] = true;
      }
    }
    id.record = (id.record + 1) % source_.size();
  }
  throw Error("none of the images can be read", "data.records",
              "Check that the image files are where the table says and can be opened.");
}

}  // namespace mrm
