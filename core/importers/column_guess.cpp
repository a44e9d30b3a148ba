#include "core/importers/column_guess.h"

#include <algorithm>
#include <set>

#include "core/base/trim.h"
#include "core/importers/field_values.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

struct Words {
  const char* field;
  std::vector<std::string> names;  // as plainWord() gives them; the surest first
};

const std::vector<Words>& knownWords() {
  static const std::vector<Words> words = {
      {"image-column",
       {"image", "imagepath", "imagefile", "imagefilename", "filepath", "path", "filename", "file",
        "imagename", "imageindex", "imageid", "img", "imgpath", "dicompath", "dicomid", "dicom"}},
      {"patient-column",
       {"patientid", "patient", "subjectid", "subject", "pid", "patientkey", "mrn", "caseid"}},
      {"study-column",
       {"studyid", "study", "studyinstanceuid", "studyuid", "accession", "accessionnumber", "exam",
        "examid"}},
      {"view-column", {"view", "viewposition", "projection", "viewpoint", "appa"}},
      {"sex-column", {"sex", "gender", "patientsex", "patientgender"}},
      {"age-column", {"age", "patientage", "ageyears", "ageinyears"}},
      {"date-column", {"date", "studydate", "examdate", "acquisitiondate"}},
      {"split-column", {"split", "subset", "partition", "dataset", "set"}},
      {"frame-column", {"frame", "framenumber", "frameindex"}},
      {"mask-author-column", {"maskby", "maskauthor", "maskannotator"}},
      {"report-column",
       {"report", "reporttext", "radiologyreport", "fulltext", "clinicalnotes", "notes", "text",
        "findings", "impression", "caption", "description"}},
      {"label-list-column",
       {"findinglabels", "labels", "findings", "finding", "label", "diagnosis", "diagnoses",
        "classes", "class", "pathology", "pathologies"}}};
  return words;
}

std::string_view cell(const TableStart& table, std::size_t row, std::size_t column) {
  return trimmed(table.rows[row][column]);
}

// Columns that hold label values: at least one, and nearly nothing else (a typing error is reported
// when the table is read, not taken for another kind of column).
bool looksLikeLabels(const TableStart& table, std::size_t column) {
  std::size_t good = 0, bad = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto value = labelOf(cell(table, row, column));
    if (!value)
      ++bad;
    else if (*value != LabelValue::Blank)
      ++good;
  }
  return good > 0 && bad * 10 <= good + bad;
}

// Running text, not a word or two.
bool looksLikeText(const TableStart& table, std::size_t column) {
  std::size_t bytes = 0, filled = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (cell(table, row, column).empty()) continue;
    bytes += cell(table, row, column).size();
    ++filled;
  }
  return filled > 0 && bytes / filled >= 30;
}

bool isMaskColumn(const std::string& word) {
  return word.ends_with("mask") || word.ends_with("masks") || word == "encodedpixels" ||
         word == "rle" || word == "masksrle" || word == "maskpath";
}

// A column that is a number of its own (a follow-up's, a row's), although 0 and 1 occur.
bool isOrdinal(const std::string& word) {
  return word == "index" || word == "id" || word == "number" || word == "count" ||
         word.starts_with("followup") || word.starts_with("offset") || word.starts_with("unnamed");
}

}  // namespace

std::string maskName(const std::string& column) {
  std::string name;
  for (const char c : column) name += c == ' ' || c == '-' ? '_' : c;
  const std::string word = plainWord(name);
  if (word == "encodedpixels" || word == "rle" || word == "mask" || word == "masks" ||
      word == "maskpath" || word == "masksrle")
    return "mask";
  for (const std::string ending : {"_masks", "_mask", "masks", "mask"})
    if (plainWord(name).size() > plainWord(ending).size() && name.size() > ending.size() &&
        plainWord(name.substr(name.size() - ending.size())) == plainWord(ending)) {
      name.resize(name.size() - ending.size());
      break;
    }
  while (name.ends_with('_')) name.pop_back();
  return plainWord(name) == "lung" ? "lungs" : name;
}

ImportSettings guessColumns(const TableStart& table) {
  ImportSettings guess;
  std::vector<std::string> words;
  for (const std::string& name : table.header) words.push_back(plainWord(name));
  std::set<std::size_t> taken;
  for (const Words& field : knownWords())
    for (const std::string& name : field.names) {
      const auto found = std::find(words.begin(), words.end(), name);
      const auto column = static_cast<std::size_t>(found - words.begin());
      if (found == words.end() || taken.count(column) != 0) continue;
      const bool isReport = std::string_view(field.field) == "report-column";
      const bool isList = std::string_view(field.field) == "label-list-column";
      // "findings" may be a report or a list of classes, "label" a column of 0 and 1.
      const bool isAmbiguous = name == "findings" || name == "text" || name == "impression" ||
                               name == "caption" || name == "description";
      if (isReport && isAmbiguous && !looksLikeText(table, column)) continue;
      if (isList && (looksLikeLabels(table, column) || looksLikeText(table, column))) continue;
      guess[field.field] = table.header[column];
      taken.insert(column);
      break;
    }
  std::vector<std::string> labels, masks;
  for (std::size_t column = 0; column < words.size(); ++column) {
    if (taken.count(column) != 0 || words[column].empty()) continue;
    if (isMaskColumn(words[column]))
      masks.push_back(maskName(table.header[column]) + "=" + table.header[column]);
    else if (!isOrdinal(words[column]) && looksLikeLabels(table, column))
      labels.push_back(table.header[column]);
  }
  if (!labels.empty()) guess["label-columns"] = joinList(labels);
  if (!masks.empty()) guess["mask-columns"] = joinList(masks);
  return guess;
}

}  // namespace mrm
