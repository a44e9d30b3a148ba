#include "core/importers/index_images.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "core/base/error.h"
#include "core/dicom/image_probe.h"
#include "core/importers/polarity_groups.h"

namespace mrm {
namespace {

constexpr const char* kReadAsSetting = "images-read-as";
constexpr std::size_t kBatch = 256;                     // facts in one transaction
constexpr auto kLongestWait = std::chrono::seconds(2);  // before what is there is written
constexpr std::size_t kMostNeighbours = 2 * PolarityGroups::kSmall;

struct Job {
  RecordId id = 0;
  std::filesystem::path file;
  std::int64_t frame = 0;
  PolarityGroups::Group group;
};

struct Probed {
  std::size_t job = 0;
  ImageProbe probe;
};

// Threads that probe one image after the other; what they find is fetched from the catalogue's
// thread.
class Probers {
 public:
  Probers(const std::vector<Job>& jobs, const DisplayPolicy& policy, std::size_t threads,
          std::stop_token stop)
      : jobs_(jobs), policy_(policy), stop_(std::move(stop)), running_(threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }
  ~Probers() {
    abandoned_ = true;
    for (std::thread& thread : threads_) thread.join();
  }
  Probers(const Probers&) = delete;
  Probers& operator=(const Probers&) = delete;

  // Waits for a batch, or for what there is after a while. Nothing when all threads have ended.
  std::vector<Probed> next() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kLongestWait, [&] { return done_.size() >= kBatch || running_ == 0; });
    // A lone slow image must not look like the end.
    changed_.wait(lock, [&] { return !done_.empty() || running_ == 0; });
    if (failure_) std::rethrow_exception(failure_);
    return std::exchange(done_, {});
  }

 private:
  void run() {
    try {
      for (std::size_t i = next_++; i < jobs_.size() && !stop_.stop_requested() && !abandoned_;
           i = next_++) {
        ImageProbe probe = probeImage(jobs_[i].file, jobs_[i].frame, policy_);
        const std::lock_guard lock(mutex_);
        done_.push_back({i, std::move(probe)});
        changed_.notify_one();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    --running_;
    changed_.notify_one();
  }

  const std::vector<Job>& jobs_;
  const DisplayPolicy policy_;
  const std::stop_token stop_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> abandoned_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Probed> done_;
  std::exception_ptr failure_;
  std::size_t running_ = 0;
  std::vector<std::thread> threads_;
};

class Indexing {
 public:
  Indexing(Catalog& catalog, const DisplayPolicy& policy, const ProgressSink& progress)
      : catalog_(catalog), policy_(policy), progress_(progress) {}

  IndexResult run(std::span<const RecordId> ids, std::size_t threads, std::stop_token stop,
                  bool again) {
    collect(ids, again, stop);
    Probers probers(jobs_, policy_, std::clamp<std::size_t>(threads, 1, jobs_.size() + 1), stop);
    for (auto done = probers.next(); !done.empty(); done = probers.next()) {
      take(done);
      report();
    }
    write(polarity_.finish(
        [&](const PolarityGroups::Group& group, const std::vector<RecordId>& known) {
          return neighboursOf(group, known, stop);
        }));
    if (stop.stop_requested()) throw Stopped();
    return result_;
  }

 private:
  void collect(std::span<const RecordId> ids, bool again, const std::stop_token& stop) {
    for (const RecordId id : ids) {
      if (stop.stop_requested()) throw Stopped();
      const auto record = catalog_.record(id);
      if (!record) continue;
      // Without a verdict on polarity it was left when the work was cut off, or had no neighbours
      // yet.
      if (record->imageHash && record->looksInverted && !again) {
        ++result_.known;
        continue;
      }
      jobs_.push_back({id,
                       catalog_.imagePath(*record),
                       record->frame,
                       {record->source, record->modality, record->view}});
    }
  }

  void take(std::vector<Probed>& done) {
    std::vector<std::pair<RecordId, Catalog::ImageFacts>> facts;
    std::vector<PolarityGroups::Flag> flags;
    for (Probed& probed : done) {
      const Job& job = jobs_[probed.job];
      ImageProbe& probe = probed.probe;
      ++result_.read;
      if (!probe.problem.empty()) ++result_.quarantined;
      std::string audit = probe.audit;
      for (const std::string& notice : probe.notices) audit += "; " + notice;
      facts.push_back(
          {job.id,
           {probe.width, probe.height, std::move(audit), probe.hash, std::nullopt, probe.problem}});
      if (!probe.problem.empty()) continue;
      const auto judged = polarity_.add(job.group, job.id, probe.thumbnail);
      flags.insert(flags.end(), judged.begin(), judged.end());
    }
    catalog_.setImageFacts(facts);
    write(flags);
  }

  void write(const std::vector<PolarityGroups::Flag>& flags) {
    std::vector<std::pair<RecordId, Catalog::ImageFacts>> facts;
    for (const auto& [id, isInverted] : flags) {
      result_.inverted += isInverted;
      facts.push_back({id, {}});
      facts.back().second.looksInverted = isInverted;
    }
    catalog_.setImageFacts(facts);
  }

  // Of a few new records: what those that were read before look like.
  std::vector<Thumbnail> neighboursOf(const PolarityGroups::Group& group,
                                      const std::vector<RecordId>& known,
                                      const std::stop_token& stop) {
    RecordQuery query;
    query.facets[Facet::View] = {group.view};
    query.facets[Facet::Modality] = {group.modality};
    query.facets[Facet::Status] = {"usable"};
    for (const CatalogSource& source : catalog_.sources())
      if (source.id == group.source) query.facets[Facet::Source] = {source.name};
    std::vector<RecordId> others = catalog_.find(query);
    std::erase_if(others, [&](RecordId id) {
      return std::find(known.begin(), known.end(), id) != known.end();
    });
    const std::size_t count = std::min(others.size(), kMostNeighbours);
    std::vector<Thumbnail> thumbnails;
    for (std::size_t i = 0; i < count && !stop.stop_requested(); ++i) {
      const auto record = catalog_.record(others[i * others.size() / count]);
      if (!record || !record->imageHash) continue;
      const ImageProbe probe = probeImage(catalog_.imagePath(*record), record->frame, policy_);
      if (probe.problem.empty()) thumbnails.push_back(probe.thumbnail);
    }
    return thumbnails;
  }

  void report() const {
    if (progress_)
      progress_({result_.read, static_cast<std::int64_t>(jobs_.size()), "Reading images"});
  }

  Catalog& catalog_;
  const DisplayPolicy& policy_;
  const ProgressSink& progress_;
  std::vector<Job> jobs_;
  PolarityGroups polarity_;
  IndexResult result_;
};

}  // namespace

DisplayPolicy displayPolicyOf(const Catalog& catalog) {
  return displayPolicyFromJson(catalog.setting(kDisplayPolicySetting));
}

bool wantsReadingAgain(const Catalog& catalog) {
  return catalog.setting(kReadAsSetting).empty()
             ? displayPolicyJson(displayPolicyOf(catalog)) != displayPolicyJson({})
             : catalog.setting(kReadAsSetting) != displayPolicyJson(displayPolicyOf(catalog));
}

void setReadAs(Catalog& catalog, const DisplayPolicy& policy) {
  const std::string json = displayPolicyJson(policy);
  if (catalog.setting(kReadAsSetting) != json) catalog.setSetting(kReadAsSetting, json);
}

IndexResult indexImages(Catalog& catalog, std::span<const RecordId> ids,
                        const DisplayPolicy& policy, int threads, const ProgressSink& progress,
                        std::stop_token stop, bool again) {
  const std::size_t count =
      threads > 0 ? static_cast<std::size_t>(threads) : std::thread::hardware_concurrency();
  return Indexing(catalog, policy, progress).run(ids, count, stop, again);
}

}  // namespace mrm
