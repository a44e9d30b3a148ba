// CheXpert: train.csv and valid.csv with a line per image; patient and study are in its path.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/label_cells.h"
#include "core/importers/plan_builder.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

struct PartOfSet {
  const char* field;
  const char* label;
  const char* file;
  Split split;
};
constexpr PartOfSet kParts[] = {{"train", "Training table", "train.csv", Split::Training},
                                {"valid", "Validation table", "valid.csv", Split::Validation},
                                {"test", "Test table", "test.csv", Split::Test}};

// "patient00001" and "patient00001/study1" of ".../train/patient00001/study1/view1_frontal.jpg".
void takeNames(CatalogRecord& record, const std::string& path) {
  const std::size_t patient = path.find("patient");
  if (patient == std::string::npos) return;
  const std::size_t end = std::min(path.find('/', patient), path.size());
  record.patient = path.substr(patient, end - patient);
  if (end < path.size() && path.compare(end, 6, "/study") == 0)
    record.study = path.substr(patient, std::min(path.find('/', end + 1), path.size()) - patient);
}

class ChexpertImporter : public Importer {
 public:
  std::string id() const override { return "chexpert"; }
  std::string title() const override { return "CheXpert"; }
  std::string help() const override {
    return "The folder of CheXpert (also CheXpert-small) with train.csv and valid.csv: 14 labels, "
           "uncertain ones kept apart; no reports.";
  }

  double suits(const fs::path& path) const override {
    const fs::path table = fileEndingWith(folderOf(path), {"train.csv", "valid.csv"});
    if (table.empty()) return 0;
    try {
      const std::vector<std::string> header = readTableStart(table, {}, 1).header;
      const auto has = [&](const char* name) {
        return std::find(header.begin(), header.end(), name) != header.end();
      };
      return has("Path") && has("Enlarged Cardiomediastinum") ? 0.95 : 0;
    } catch (const std::exception&) {
      return 0;
    }
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path folder = settingOf(settings, "folder");
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder of the data set",
                                 "The folder with the tables and the images.", {}, true));
    for (const PartOfSet& part : kParts)
      fields.push_back(foundFileField(part.field, part.label,
                                      std::string(part.file) + ": its images are of this split.",
                                      folder, {part.file}));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    DataFolder folder(settingOf(complete, "folder"), progress, stop);
    PlanBuilder plan(*this, folder.root(), complete, title());
    bool hasTable = false;
    for (const PartOfSet& part : kParts) {
      const std::string file = settingOf(complete, part.field);
      if (file.empty()) continue;
      hasTable = true;
      readTable(file, part.split, folder, plan, RowLoop{plan, progress, stop});
    }
    if (!hasTable)
      throw Error("there is neither train.csv nor valid.csv", folder.root().string(),
                  "Choose the folder that holds them.");
    plan.noteAll("image-without-row", "Images are in the folder that no table names",
                 folder.unusedImages());
    return plan.finish(true);
  }

 private:
  static void readTable(const std::string& file, Split split, DataFolder& folder, PlanBuilder& plan,
                        const RowLoop& rows) {
    TableFile table(file);
    const std::size_t path = table.require({"Path"});
    const auto sex = table.find({"Sex"}), age = table.find({"Age"}),
               frontal = table.find({"Frontal/Lateral"}), view = table.find({"AP/PA"});
    const LabelColumns labels =
        LabelColumns::allBut(table, "chexpert", {"Path", "Sex", "Age", "Frontal/Lateral", "AP/PA"});
    rows.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const auto cell = [&](const std::optional<std::size_t>& column) {
        return column ? trimmed(fields[*column]) : std::string_view();
      };
      CatalogRecord record;
      record.provenance = where;
      record.split = split;
      DataFolder::Found found = folder.find(fields[path]);
      record.image = std::move(found.path);
      record.key = record.image.empty() ? where : record.image.generic_string();
      record.reason = found.problem;
      if (!found.problem.empty())
        plan.problem("row-without-image", "Images are listed but not there",
                     where + ": " + fields[path]);
      takeNames(record, record.image.generic_string());
      if (record.patient.empty()) PlanBuilder::setAside(record, reasons::kNoPatient);
      record.sex = sexOf(cell(sex));
      record.age = ageOf(cell(age));
      record.view = viewOf(cell(view));
      if (record.view.empty()) record.view = viewOf(cell(frontal));
      for (std::size_t i = 0; i < labels.names.size(); ++i)
        takeLabel(plan, record, {labels.task, labels.names[i]}, fields[labels.columns[i]], where);
      plan.add(std::move(record));
    });
  }
};

}  // namespace

std::unique_ptr<Importer> makeChexpertImporter() {
  return std::make_unique<ChexpertImporter>();
}

}  // namespace mrm
