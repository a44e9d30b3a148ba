#include "core/run/preview.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json_fields.h"
#include "core/run/step_folder.h"

namespace mrm {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{16} << 20;
constexpr std::size_t kMostRecords = 1000, kMostWords = 10000, kWordLimit = 4096;
constexpr std::int64_t kMostPatches = 1 << 20;

json toJson(const PreviewWord& word) {
  json object = {{"text", word.text}, {"masked", word.masked}};
  if (word.masked) {
    object["restored"] = word.restored;
    if (std::isfinite(word.probability)) object["probability"] = word.probability;
  }
  return object;
}

json toJson(const PreviewRecord& record) {
  json words = json::array();
  for (const PreviewWord& word : record.words) words.push_back(toJson(word));
  const auto number = [](double value) {
    return std::isfinite(value) ? json(value) : json(nullptr);
  };
  return {{"record", record.record},
          {"original", record.original},
          {"masked", record.masked},
          {"restored", record.restored},
          {"patch_pixels", record.patchPixels},
          {"visible_patches", record.visiblePatches},
          {"patches", record.patches},
          {"image_loss", number(record.imageLoss)},
          {"report_loss", number(record.reportLoss)},
          {"words", std::move(words)}};
}

PreviewWord wordFrom(const JsonFields& fields) {
  PreviewWord word;
  word.text = fields.text("text", "", kWordLimit);
  word.masked = fields.boolean("masked", false);
  word.restored = fields.text("restored", "", kWordLimit);
  word.probability = fields.number("probability", 0);
  if (word.probability < 0 || word.probability > 1)
    fields.fail("probability", "must be between 0 and 1");
  return word;
}

// The name of a file beside preview.json: no folder, no link, nothing that leads elsewhere.
std::string imageName(const JsonFields& fields, const char* key, const fs::path& folder) {
  std::string name = fields.text(key, "", 255);
  const bool isPlain = !name.empty() && name != "." && name != ".." &&
                       name.find_first_of(std::string("/\\\0", 3)) == std::string::npos;
  if (!isPlain) fields.fail(key, "must be the name of a file in the preview's folder");
  std::error_code code;
  if (!fs::is_regular_file(fs::symlink_status(folder / name, code)))
    fields.fail(key, "names no file of the preview");
  return name;
}

PreviewRecord recordFrom(const JsonFields& fields, const fs::path& folder) {
  PreviewRecord record;
  record.record = fields.integer("record", 0);
  record.original = imageName(fields, "original", folder);
  record.masked = imageName(fields, "masked", folder);
  record.restored = imageName(fields, "restored", folder);
  record.patchPixels = fields.integer("patch_pixels", 0, 0, kMostPatches);
  record.patches = fields.integer("patches", 0, 0, kMostPatches);
  record.visiblePatches = fields.integer("visible_patches", 0, 0, record.patches);
  record.imageLoss = fields.number("image_loss", std::nan(""));
  record.reportLoss = fields.number("report_loss", std::nan(""));
  for (const json& word : fields.array("words", kMostWords))
    record.words.push_back(wordFrom(JsonFields(word, fields.where())));
  return record;
}

}  // namespace

fs::path previewFolder(const RunPaths& run, std::int64_t step) {
  return run.previews() / stepFolderName(step);
}

Preview readPreview(const RunPaths& run, std::int64_t step) {
  const fs::path folder = previewFolder(run, step);
  const json object = readJsonObject(folder / "preview.json", kFileLimit);
  const JsonFields fields(object, (folder / "preview.json").string());
  Preview preview;
  preview.step = fields.integer("step", step, step, step);
  for (const json& record : fields.array("records", kMostRecords))
    preview.records.push_back(recordFrom(JsonFields(record, fields.where()), folder));
  return preview;
}

fs::path beginPreview(const RunPaths& run, std::int64_t step) {
  return beginFolder(previewFolder(run, step));
}

void commitPreview(const RunPaths& run, const Preview& preview) {
  json records = json::array();
  for (const PreviewRecord& record : preview.records) records.push_back(toJson(record));
  const fs::path folder = previewFolder(run, preview.step);
  writeJsonAtomically(temporaryFolder(folder) / "preview.json",
                      {{"step", preview.step}, {"records", std::move(records)}});
  commitFolder(folder);
}

}  // namespace mrm
