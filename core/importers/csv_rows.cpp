#include "core/importers/csv_rows.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/trim.h"
#include "core/catalog/run_lengths.h"
#include "core/importers/column_guess.h"
#include "core/importers/data_folder.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/label_cells.h"
#include "core/importers/plan_builder.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using Column = std::optional<std::size_t>;

constexpr std::size_t kPreviewRows = 20;
constexpr std::size_t kLongestPreviewCell = 200;  // bytes
constexpr std::size_t kMostListed = 1000;         // different classes in a list column

struct NamedColumn {
  std::string name;
  std::size_t column = 0;
};

// The columns that the settings name.
struct Columns {
  Columns(const TableFile& table, const ImportSettings& settings) {
    const auto one = [&](const char* field) { return table.column(settingOf(settings, field)); };
    const auto must = [&](const std::string& name) {
      const Column found = table.column(name);
      if (!found)
        throw Error(name.empty() ? "has no column that names the images"
                                 : "has no column '" + printable(name, 100) + "'",
                    table.name());
      return *found;
    };
    image = must(settingOf(settings, "image-column"));
    report = one("report-column");
    patient = one("patient-column");
    study = one("study-column");
    view = one("view-column");
    sex = one("sex-column");
    age = one("age-column");
    date = one("date-column");
    split = one("split-column");
    frame = one("frame-column");
    labelList = one("label-list-column");
    maskAuthor = one("mask-author-column");
    for (const std::string& name : splitList(settingOf(settings, "label-columns"), table.header()))
      labels.push_back({name, must(name)});
    for (const std::string& item : splitList(settingOf(settings, "mask-columns"), table.header())) {
      const Column whole = table.column(item);
      const std::size_t sign = whole ? std::string::npos : item.find('=');
      const std::string column = sign == std::string::npos ? item : item.substr(sign + 1);
      masks.push_back(
          {sign == std::string::npos ? maskName(item) : item.substr(0, sign), must(column)});
    }
  }

  std::size_t image = 0;
  Column report, patient, study, view, sex, age, date, split, frame, labelList, maskAuthor;
  std::vector<NamedColumn> labels, masks;
};

class RowReader {
 public:
  RowReader(const TableFile& table, const ImportSettings& settings, DataFolder& folder,
            PlanBuilder& plan, const TableTraits& traits)
      : table_(table),
        traits_(traits),
        modality_(table.find({traits.modalityColumn})),
        columns_(table, settings),
        folder_(folder),
        plan_(plan),
        task_(settingOf(settings, "label-task", "finding")),
        othersAreNegative_(settingOf(settings, "label-list-others") != "absent"),
        needsReport_(columns_.report && settingOf(settings, "empty-report") != "keep") {}

  void read(const CsvReader::Row& row) {
    row_ = &row;
    where_ = table_.where(row.line);
    CatalogRecord record;
    record.provenance = where_;
    if (!row.problem.empty()) {
      plan_.problem("bad-row", "Lines do not fit the table", where_ + ": " + row.problem);
      record.reason = std::string(reasons::kBadRow) + ": it " + row.problem + ".";
    }
    takeImage(record);
    takeWords(record);
    takeReport(record);
    takeLabels(record);
    takeMasks(record);
    if (!cell(modality_).empty() && plainWord(cell(modality_)) != plainWord(traits_.radiograph)) {
      record.modality = cell(modality_);
      record.status = RecordStatus::Usable;
      record.reason = reasons::kNotARadiograph;  // whatever else there is to say of it
    }
    plan_.add(std::move(record));
  }

  // Lists say nothing of classes that were not met yet when they were read.
  void finish() {
    if (!columns_.labelList || !othersAreNegative_) return;
    for (CatalogRecord& record : plan_.records()) {
      if (listed_.count(record.key) == 0) continue;
      for (const std::string& name : classes_)
        if (std::none_of(record.labels.begin(), record.labels.end(), [&](const Label& label) {
              return label.task == task_ && label.name == name;
            }))
          record.labels.push_back({task_, name, LabelValue::Negative});
    }
  }

 private:
  std::string_view cell(const Column& column) const {
    return column ? trimmed(row_->fields[*column]) : std::string_view();
  }

  void takeImage(CatalogRecord& record) {
    static const std::vector<std::string> kEndings = {".png", ".jpg",  ".jpeg", ".dcm",
                                                      ".tif", ".tiff", ".dicom"};
    const std::string_view name = cell(columns_.image);
    DataFolder::Found found = folder_.find(name, kEndings);
    record.image = std::move(found.path);
    record.key = record.image.empty() ? where_ : record.image.generic_string();
    if (!found.problem.empty()) {
      plan_.problem("row-without-image", "Lines name no image that can be used",
                    where_ + ": " + std::string(name));
      PlanBuilder::setAside(record, found.problem);
    }
    if (const std::string_view text = cell(columns_.frame); !text.empty()) {
      const auto frame = numberOf(text);
      if (frame && *frame >= 0 && *frame < 1e9 &&
          *frame == static_cast<double>(static_cast<std::int64_t>(*frame)))
        record.frame = static_cast<std::int64_t>(*frame);
      else
        badValue("Frames cannot be read; the first is taken", text);
    }
    if (record.frame > 0) record.key += "#" + std::to_string(record.frame);
  }

  void badValue(const char* what, std::string_view text) {
    plan_.note("bad-value", what, where_ + ": '" + std::string(text) + "'");
  }

  void takeWords(CatalogRecord& record) {
    record.patient = cell(columns_.patient);
    record.study = cell(columns_.study);
    record.view = viewOf(cell(columns_.view));
    record.sex = sexOf(cell(columns_.sex));
    record.date = dateOf(cell(columns_.date));
    record.age = ageOf(cell(columns_.age));
    if (const auto split = splitOf(cell(columns_.split)))
      record.split = *split;
    else
      badValue("Splits cannot be read and are left out", cell(columns_.split));
    if (!cell(columns_.age).empty() && !record.age && plainWord(cell(columns_.age)) != "nan")
      badValue("Ages cannot be read and are left out", cell(columns_.age));
    if (!cell(columns_.date).empty() && record.date.empty())
      badValue("Dates cannot be read, or in two ways, and are left out", cell(columns_.date));
    if (columns_.patient && record.patient.empty())
      PlanBuilder::setAside(record, reasons::kNoPatient);
  }

  void takeReport(CatalogRecord& record) {
    if (!columns_.report) return;
    const std::string_view text = cell(columns_.report);
    if (!text.empty()) {
      record.report = Report{reportKey(record, text), std::string(text)};
      return;
    }
    plan_.note("image-without-report", "Records have no report", where_);
    if (needsReport_) PlanBuilder::setAside(record, reasons::kReportEmpty);
  }

  // The images of a study share its report, where the table gives them the same one. Studies may be
  // numbered anew for each patient.
  std::string reportKey(const CatalogRecord& record, std::string_view text) {
    if (record.study.empty()) return record.key;
    std::string key = record.patient.empty() ? record.study : record.patient + "/" + record.study;
    const std::size_t hash = std::hash<std::string_view>()(text);
    const auto [place, isNew] = reports_.try_emplace(key, hash);
    return isNew || place->second == hash ? key : record.key;
  }

  void takeLabels(CatalogRecord& record) {
    for (const NamedColumn& label : columns_.labels)
      takeLabel(plan_, record, {task_, label.name}, cell(label.column), where_);
    if (!columns_.labelList || cell(columns_.labelList).empty()) return;
    std::string list(cell(columns_.labelList));
    const std::string word = plainWord(list);
    if (std::find(traits_.saysNothing.begin(), traits_.saysNothing.end(), word) !=
        traits_.saysNothing.end())
      return;
    listed_.insert(record.key);
    for (char& c : list)
      if (traits_.listSeparators.find(c) != std::string::npos) c = '|';
    for (const std::string& name : labelList(list)) {
      if (meansNoFinding(name)) continue;
      if (classes_.insert(name).second && classes_.size() > kMostListed)
        throw Error("lists more than " + std::to_string(kMostListed) + " different classes", where_,
                    "Is this column really a list of classes?");
      record.labels.push_back({task_, name, LabelValue::Positive});
    }
  }

  void takeMasks(CatalogRecord& record) {
    for (const NamedColumn& column : columns_.masks) {
      const std::string_view text = cell(column.column);
      if (text.empty()) continue;
      Mask mask;
      mask.name = column.name;
      mask.author = cell(columns_.maskAuthor);
      if (text.find_first_not_of("0123456789 -") == std::string_view::npos) {
        const std::string problem = runLengthsProblem(text);
        if (!problem.empty()) {
          plan_.problem("bad-mask", "Masks cannot be read", where_ + ": " + problem);
          PlanBuilder::setAside(record, std::string(reasons::kBadMask) + ".");
          continue;
        }
        if (text != "-1") mask.runLengths = text;
      } else {
        DataFolder::Found found = folder_.find(text);
        mask.file = std::move(found.path);
        if (!found.problem.empty()) {
          plan_.problem("bad-mask", "Mask files are not there", where_ + ": " + std::string(text));
          PlanBuilder::setAside(record, reasons::kMaskMissing);
        }
        if (mask.file.empty()) continue;
      }
      record.masks.push_back(std::move(mask));
    }
  }

  const TableFile& table_;
  const TableTraits& traits_;
  Column modality_;
  Columns columns_;
  DataFolder& folder_;
  PlanBuilder& plan_;
  std::string task_;
  bool othersAreNegative_, needsReport_;
  const CsvReader::Row* row_ = nullptr;
  std::string where_;
  std::unordered_map<std::string, std::size_t> reports_;  // by key, what their text hashes to
  std::set<std::string> classes_, listed_;
};

}  // namespace

TableFormat tableFormatOf(const ImportSettings& settings) {
  return {settingOf(settings, "delimiter", "auto"), settingOf(settings, "encoding", "auto")};
}

std::vector<std::vector<std::string>> previewTable(const fs::path& table,
                                                   const ImportSettings& settings,
                                                   std::size_t rows) {
  if (table.empty()) return {};
  TableStart start = readTableStart(table, tableFormatOf(settings), rows);
  std::vector<std::vector<std::string>> preview{std::move(start.header)};
  for (std::vector<std::string>& row : start.rows) {
    for (std::string& field : row) {
      std::replace_if(
          field.begin(), field.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
          ' ');
      field = printable(field, kLongestPreviewCell);
    }
    preview.push_back(std::move(row));
  }
  return preview;
}

ImportPlan planCsv(const Importer& importer, const ImportSettings& settings,
                   const ProgressSink& progress, std::stop_token stop, const TableTraits& traits) {
  TableFile table(settingOf(settings, "table"), tableFormatOf(settings));
  DataFolder folder(settingOf(settings, "root"), progress, stop, isOn(settings, "absolute-paths"));
  PlanBuilder plan(importer, folder.root(), settings);
  plan.preview().push_back(table.header());
  if (table.encoding() != "UTF-8" || table.delimiter() != "comma")
    plan.note("counts", "The table was read as " + table.encoding() + " with " + table.delimiter() +
                            " between the columns");
  RowReader reader(table, settings, folder, plan, traits);
  CsvReader::Row row;
  for (std::int64_t rows = 0; table.next(row); ++rows) {
    if (rows % 1024 == 0) {
      if (stop.stop_requested()) throw Stopped();
      if (progress) progress({rows, 0, "Reading " + table.name()});
    }
    if (plan.preview().size() <= kPreviewRows) {
      plan.preview().push_back(row.fields);
      for (std::string& field : plan.preview().back())
        field = printable(field, kLongestPreviewCell);
    }
    reader.read(row);
  }
  reader.finish();
  plan.noteAll("image-without-row", "Images are in the folder that the table does not name",
               folder.unusedImages());
  plan.noteAll("skipped", "Folders could not be read", folder.index().unreadable());
  return plan.finish(isOn(settings, "whole"));
}

}  // namespace mrm
