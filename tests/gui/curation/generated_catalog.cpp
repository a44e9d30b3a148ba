#include "tests/gui/curation/generated_catalog.h"

#include <array>
#include <string>

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/image/decode.h"

namespace mrm::testing {
namespace {

constexpr std::array kViews = {"PA", "AP", "LATERAL", "LL", ""};
constexpr std::array kFindings = {"Atelectasis", "Cardiomegaly", "Consolidation", "Edema",
                                  "Effusion",    "Fracture",     "Pneumonia",     "Pneumothorax"};
constexpr std::array kWords = {
    "lungs",  "clear",   "effusion",    "left",        "right",     "small",      "cardiomegaly",
    "no",     "focal",   "opacity",     "stable",      "catheter",  "tip",        "atrium",
    "edema",  "basilar", "atelectasis", "pleural",     "unchanged", "silhouette", "mediastinum",
    "normal", "acute",   "fracture",    "pneumothorax"};

GrayImage picture(Random& random) {
  GrayImage image{64, 80, std::vector<std::uint8_t>(64 * 80)};
  const auto tone = static_cast<int>(random.below(120));
  for (std::int64_t y = 0; y < image.height; ++y)
    for (std::int64_t x = 0; x < image.width; ++x)
      image.pixels[static_cast<std::size_t>(y * image.width + x)] =
          static_cast<std::uint8_t>(tone + x + y / 2);
  return image;
}

}  // namespace

Catalog generateCatalog(const std::filesystem::path& file, int records, int pictures) {
  const std::filesystem::path root = std::filesystem::absolute(file).parent_path();
  std::filesystem::create_directories(root / "images");
  Random random(11);
  Catalog catalog = Catalog::create(file);
  constexpr int kPart = 50'000;
  for (int from = 0; from < records; from += kPart) {
    ImportBatch batch;
    batch.source.name = from == 0 ? "Hospital A" : "Hospital B";
    batch.source.importer = from == 0 ? "csv" : "dicom-folder";
    batch.source.root = root;
    const int to = std::min(from + kPart, records);
    for (int i = from; i < to; ++i) {
      CatalogRecord record;
      const std::string number = std::to_string(i + 1);
      record.key = "r" + number;
      record.image = "images/" + number + ".png";
      record.patient = "p" + std::to_string(i / 3 + 1);
      record.study = "s" + std::to_string(i / 2 + 1);
      record.view = kViews[random.below(kViews.size())];
      record.modality = random.below(4) == 0 ? "CR" : "DX";
      record.sex = random.below(2) == 0 ? "F" : "M";
      if (random.below(20) != 0) record.age = static_cast<double>(random.below(95));
      record.date = "20" + std::to_string(10 + random.below(10)) + "-0" +
                    std::to_string(1 + random.below(9)) + "-15";
      const auto split = random.below(10);
      record.split = split < 7 ? Split::Training : split < 8 ? Split::Validation : Split::Test;
      if (random.below(200) == 0) {
        record.status = RecordStatus::Quarantined;
        record.reason =
            random.below(2) == 0 ? "The image file is not there." : "It is no radiograph.";
      }
      record.provenance = "line " + number;
      if (random.below(10) != 0) {
        std::string text = "FINDINGS: ";
        for (int word = 0; word < 24; ++word)
          text += std::string(kWords[random.below(kWords.size())]) + " ";
        text += "\nIMPRESSION: " + std::string(kWords[random.below(kWords.size())]) + ".";
        record.report = Report{record.study, text};
      }
      for (const char* finding : kFindings) {
        const auto value = random.below(12);
        record.labels.push_back({"finding", finding,
                                 value < 2    ? LabelValue::Positive
                                 : value == 2 ? LabelValue::Uncertain
                                 : value == 3 ? LabelValue::Blank
                                              : LabelValue::Negative});
      }
      if (i < pictures) writeFileAtomically(root / record.image, encodePng(picture(random)));
      if (random.below(15) == 0) record.masks.push_back({"lungs", {}, "130 500 80 400", "nobody"});
      batch.records.push_back(std::move(record));
    }
    catalog.import(batch);
  }
  return catalog;
}

}  // namespace mrm::testing
