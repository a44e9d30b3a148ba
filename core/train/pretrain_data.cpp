#include "core/train/pretrain_data.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/csv.h"
#include "core/dicom/radiograph.h"
#include "core/text/vocabulary_trainer.h"

namespace mrm {
namespace {

constexpr std::size_t kTokenizerLimit = 64 << 20;
constexpr std::size_t kDisplayLimit = 64 << 10;

void removeUnreadable(RecordTable& table, std::stop_token stop) {
  std::vector<Record> good;
  for (Record& record : table.records) {
    if (stop.stop_requested()) throw Stopped();
    try {
      readRadiographSize(record.image);
      good.push_back(std::move(record));
    } catch (const Error& error) {
      table.rejected.push_back({record.number, error.problem()});
    }
  }
  table.records = std::move(good);
}

void listRejected(const RunPaths& run, const std::vector<RejectedRecord>& rejected) {
  std::string csv = "record,reason\n";
  for (const RejectedRecord& record : rejected)
    csv += std::to_string(record.number) + "," + csvField(record.reason) + "\n";
  writeFileAtomically(run.root / "rejected.csv", csv);
}

// The run's own copy decides once it is there: a resumed run must read its reports as it did
// before.
Tokenizer prepareTokenizer(const RunPaths& run, const PretrainOptions& options,
                           const std::vector<Record>& training,
                           const std::function<void(const std::string&)>& say,
                           std::stop_token stop) {
  if (!std::filesystem::exists(run.tokenizer())) {
    if (options.data.tokenizer.empty()) {
      say("Making the vocabulary from " + std::to_string(training.size()) + " reports");
      std::vector<std::string> reports;
      for (const Record& record : training) reports.push_back(record.report);
      VocabularyOptions vocabulary;
      vocabulary.size = options.data.vocabularySize;
      writeFileAtomically(run.tokenizer(), trainVocabulary(reports, vocabulary, {}, stop));
    } else {
      const std::string json = readFile(options.data.tokenizer, kTokenizerLimit);
      Tokenizer::fromJson(json, options.data.tokenizer.string());  // refuses before it is kept
      writeFileAtomically(run.tokenizer(), json);
    }
  }
  return Tokenizer::fromFile(run.tokenizer());
}

// Likewise: a resumed run must see its images as it did before.
DisplayPolicy keepDisplay(const RunPaths& run, const std::string& ofCatalogue) {
  if (!std::filesystem::exists(run.display()))
    writeFileAtomically(run.display(), displayPolicyJson(displayPolicyFromJson(ofCatalogue)));
  return displayPolicyFromJson(readFile(run.display(), kDisplayLimit));
}

DrawOptions drawOptionsOf(const PretrainOptions& options) {
  DrawOptions sample;
  const std::int64_t grid = options.model.imageSize / options.model.patchSize;
  sample.imageSize = 2 * options.model.imageSize;
  sample.patches = grid * grid;
  sample.reportLength = options.model.reportLength;
  sample.reportRatio = options.masking.reportRatio;
  sample.minimumScale = options.recipe.minimumScale;
  sample.maximumScale = options.recipe.maximumScale;
  sample.flip = options.recipe.flip;
  sample.seed = static_cast<std::uint64_t>(options.recipe.seed);
  return sample;
}

// What is learnt from and what is held back.
struct DataSet {
  std::filesystem::path path;
  std::vector<Record> records;
  std::vector<RejectedRecord> rejected;
  PatientSplit split;
  DisplayPolicy display;
  std::string sha256;
};

using Say = std::function<void(const std::string&)>;

DataSet readTable(const PretrainOptions& options, const Say& say, std::stop_token stop) {
  if (options.data.records.empty())
    throw Error("no records are given", "data.records",
                "Name the table of your records, for example --records records.csv, or a "
                "catalogue with --catalog.");
  say("Reading the records");
  RecordTable table = readRecords(
      options.data.records,
      {options.data.imageColumn, options.data.reportColumn, options.data.patientColumn});
  removeUnreadable(table, stop);
  DataSet set;
  set.path = options.data.records;
  set.records = std::move(table.records);
  set.rejected = std::move(table.rejected);
  set.split = splitByPatient(set.records, options.data.validationShare,
                             static_cast<std::uint64_t>(options.recipe.seed));
  set.sha256 = sha256OfFile(set.path);
  return set;
}

DataSet readCatalogue(const RunPaths& run, const PretrainOptions& options, const Say& say,
                      std::stop_token stop) {
  if (!options.data.records.empty())
    throw Error("a table and a catalogue are given", "data.catalog",
                "Leave one of --records and --catalog away.");
  DataSet set;
  set.path = catalogFileOf(options.data.catalog);
  const Catalog catalog(set.path);
  say("Checking the splits");
  requireSoundSplits(catalog, {}, stop);
  say("Reading the records");
  CatalogRecords read = readCatalogRecords(catalog, stop);
  set.display = keepDisplay(run, read.displayPolicy);
  removeUnreadable(read.table, stop);
  set.records = std::move(read.table.records);
  set.rejected = std::move(read.table.rejected);
  std::vector<std::string> notes;
  set.split = sidesOf(set.records, read.splits, options.data.validationShare,
                      static_cast<std::uint64_t>(options.recipe.seed), notes);
  for (const std::string& note : notes) say(note);
  set.sha256 = contentHash(set.records, set.split, displayPolicyJson(set.display));
  return set;
}

}  // namespace

PretrainData preparePretrainData(const RunPaths& run, const PretrainOptions& options,
                                 const std::function<void(const std::string&)>& say,
                                 std::stop_token stop) {
  DataSet set = options.data.catalog.empty() ? readTable(options, say, stop)
                                             : readCatalogue(run, options, say, stop);
  listRejected(run, set.rejected);
  const PatientSplit& split = set.split;
  if (split.training.empty())
    throw Error("no usable record is left to train on (" + std::to_string(set.rejected.size()) +
                    " were rejected)",
                set.path.string(), "The reasons are listed in rejected.csv in the run folder.");
  std::vector<Record> training, validation;
  for (const std::size_t i : split.training) training.push_back(std::move(set.records[i]));
  for (const std::size_t i : split.validation) validation.push_back(std::move(set.records[i]));
  say(std::to_string(training.size()) + " records to train on, " +
      std::to_string(validation.size()) + " held back, " + std::to_string(set.rejected.size()) +
      " rejected");

  const Tokenizer tokenizer = prepareTokenizer(run, options, training, say, stop);
  PretrainData data;
  data.vocabularySize = tokenizer.vocabularySize();
  data.rejected = std::move(set.rejected);
  data.dataSet = set.path;
  data.dataSetSha256 = set.sha256;
  DrawOptions sample = drawOptionsOf(options);
  sample.display = set.display;
  data.training = std::make_unique<SampleSource>(std::move(training), tokenizer, sample);
  data.validation = std::make_unique<SampleSource>(std::move(validation), tokenizer, sample);
  return data;
}

}  // namespace mrm
