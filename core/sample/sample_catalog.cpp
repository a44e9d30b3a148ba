#include "core/sample/sample_catalog.h"

#include <array>

#include "core/base/error.h"
#include "core/sample/sample_study.h"

namespace mrm {
namespace {

using phantom::SampleStudy;

constexpr std::array kClasses = {"No Finding",       "Enlarged Cardiomediastinum",
                                 "Cardiomegaly",     "Lung Opacity",
                                 "Lung Lesion",      "Edema",
                                 "Consolidation",    "Pneumonia",
                                 "Atelectasis",      "Pneumothorax",
                                 "Pleural Effusion", "Pleural Other",
                                 "Fracture",         "Support Devices"};

std::string padded(std::uint64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.insert(0, text.size() < digits ? digits - text.size() : 0, '0');
}

// What CheXpert's labeller would say: most classes are not spoken of.
std::vector<Label> labelsOf(const phantom::Findings& findings, Random& random) {
  std::vector<Label> labels;
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    const std::string name = kClasses[i];
    const bool isThere = name == "No Finding"         ? findings.none()
                         : name == "Cardiomegaly"     ? findings.cardiomegaly
                         : name == "Lung Lesion"      ? findings.nodule.has_value()
                         : name == "Consolidation"    ? findings.consolidation.has_value()
                         : name == "Pneumothorax"     ? findings.pneumothorax.has_value()
                         : name == "Pleural Effusion" ? findings.hasEffusion()
                                                      : random.chance(0.03);
    const double draw = random.uniform();
    labels.push_back({"chexpert", name,
                      isThere       ? (draw < 0.9 ? LabelValue::Positive : LabelValue::Uncertain)
                      : draw < 0.06 ? LabelValue::Negative
                      : draw < 0.07 ? LabelValue::Uncertain
                                    : LabelValue::Blank});
  }
  return labels;
}

std::string dateOf(Random& random) {
  return std::to_string(2010 + random.below(12)) + "-" + padded(1 + random.below(12), 2) + "-" +
         padded(1 + random.below(28), 2);
}

class BatchMaker {
 public:
  BatchMaker(std::uint64_t seed, std::uint64_t hospital) : seed_(seed), hospital_(hospital) {
    const std::string number = std::to_string(hospital + 1);
    batch_.source.name = "Synthetic hospital " + number;
    batch_.source.importer = "sample";
    batch_.source.root = "/synthetic/hospital-" + number;
    batch_.source.rule = "{}";
    batch_.isWhole = true;
  }

  void addPatient(std::uint64_t patient, std::size_t most) {
    Random random(seed_, {0x43415441, hospital_, patient});
    const std::uint64_t number = hospital_ * 50'000'000 + patient;
    const std::string name = "SYN" + padded(10'000'000 + number, 8);
    const double draw = random.uniform();
    const Split split = hospital_ != 0 ? Split::None
                        : draw < 0.8   ? Split::Training
                        : draw < 0.9   ? Split::Validation
                                       : Split::Test;
    const std::vector<SampleStudy> studies = phantom::drawPatient(seed_, number);
    for (std::size_t s = 0; s < studies.size(); ++s) {
      CatalogRecord record;
      record.patient = name;
      record.study = "s" + std::to_string(50'000'000 + number * 4 + s);
      record.sex = studies[s].anatomy.sex == phantom::Sex::Female ? "F" : "M";
      record.age = studies[s].anatomy.age;
      record.date = dateOf(random);
      record.modality = random.chance(0.7) ? "DX" : "CR";
      record.split = split;
      record.labels = labelsOf(studies[s].findings, random);
      if (random.chance(0.95)) record.report = Report{record.study, studies[s].report};
      const std::size_t images = random.chance(0.4) ? 2 : 1;
      for (std::size_t i = 0; i < images && batch_.records.size() < most; ++i)
        addImage(record, studies[s], i, random);
    }
  }

  ImportBatch& batch() { return batch_; }

 private:
  void addImage(CatalogRecord record, const SampleStudy& study, std::size_t index, Random& random) {
    const std::string uid = "1.2.826.0.1.3680043.10.1." + std::to_string(random.next() >> 1);
    record.key = record.patient + "/" + record.study + "/" + std::to_string(index + 1);
    record.image = "files/" + record.patient.substr(0, 5) + "/" + record.key + ".dcm";
    record.series = uid;
    record.instance = uid + ".1";
    record.view = index == 1                                                ? "LATERAL"
                  : study.projection.view == phantom::View::PosteroAnterior ? "PA"
                                                                            : "AP";
    record.width = 2048 + static_cast<std::int64_t>(random.below(1000));
    record.height = 2048 + static_cast<std::int64_t>(random.below(1000));
    record.spacing = {0.139, 0.139};
    record.audit = "rescale 1 0; window " + std::to_string(2000 + random.below(500)) + " 4096";
    record.imageHash = random.next();
    if (random.chance(0.001) && lastHash_) record.imageHash = *lastHash_ ^ 0x11;
    lastHash_ = record.imageHash;
    record.looksInverted = random.chance(0.002);
    record.provenance = "synthetic.csv:" + std::to_string(batch_.records.size() + 2);
    if (random.chance(0.03))
      record.masks = {{"lungs", "masks/" + record.key + "-lungs.png", {}, "synthetic"}};
    if (random.chance(0.01)) {
      constexpr std::array kReasons = {"the image is missing", "the file ends early",
                                       "it has no patient", "the image is too small"};
      record.status = RecordStatus::Quarantined;
      record.reason = kReasons[random.below(kReasons.size())];
    }
    batch_.records.push_back(std::move(record));
  }

  std::uint64_t seed_, hospital_;
  ImportBatch batch_;
  std::optional<std::uint64_t> lastHash_;
};

}  // namespace

std::vector<ImportBatch> makeSampleBatches(const SampleCatalogOptions& options,
                                           const ProgressSink& progress, std::stop_token stop) {
  if (options.records < 1 || options.records > 10'000'000)
    throw Error("a sample catalogue has 1 to 10,000,000 records, not " +
                std::to_string(options.records));
  std::vector<ImportBatch> batches;
  const auto all = static_cast<std::size_t>(options.records);
  for (std::uint64_t hospital = 0; hospital < 2; ++hospital) {
    BatchMaker maker(options.seed, hospital);
    const std::size_t most = hospital == 0 ? (all * 7 + 9) / 10 : all - (all * 7 + 9) / 10;
    for (std::uint64_t patient = 0; maker.batch().records.size() < most; ++patient) {
      if (stop.stop_requested()) throw Stopped();
      if (progress && patient % 1000 == 0)
        progress(
            {static_cast<std::int64_t>(maker.batch().records.size() + (hospital ? all - most : 0)),
             options.records, "Making records"});
      maker.addPatient(patient, most);
    }
    batches.push_back(std::move(maker.batch()));
  }
  return batches;
}

}  // namespace mrm
