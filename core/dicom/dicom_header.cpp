#include "core/dicom/dicom_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <vector>

namespace mrm::dicom {
namespace {

std::int64_t countOr(const DataSet& dataSet, Tag tag, std::int64_t absent) {
  const auto value = dataSet.integer(tag);
  return value && *value > 0 ? *value : absent;
}

bool takeSpacing(const DataSet& dataSet, Tag tag, const char* keyword, DicomHeader& header) {
  const auto row = dataSet.number(tag, 0);
  if (!row || !(*row > 0)) return false;
  header.rowSpacing = *row;
  header.columnSpacing = dataSet.number(tag, 1).value_or(*row);
  header.spacingSource = keyword;
  return true;
}

// In the patient where that is calibrated, else at the detector.
void readSpacing(const DataSet& dataSet, DicomHeader& header) {
  if (takeSpacing(dataSet, kPixelSpacing, "PixelSpacing", header)) return;
  for (const DataSet& shared : dataSet.items(kSharedFunctionalGroups, 1))
    for (const DataSet& measures : shared.items(kPixelMeasures, 1))
      if (takeSpacing(measures, kPixelSpacing, "PixelSpacing", header)) return;
  if (takeSpacing(dataSet, kImagerPixelSpacing, "ImagerPixelSpacing", header)) return;
  takeSpacing(dataSet, kNominalPixelSpacing, "NominalScannedPixelSpacing", header);
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  });
  return result;
}

// Runs of letters, so that "CHEST PA/LAT" gives CHEST, PA, LAT.
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : upper(text)) {
    if (c >= 'A' && c <= 'Z')
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

bool has(const std::vector<std::string>& words, std::initializer_list<std::string_view> any) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(any.begin(), any.end(), word) != any.end();
  });
}

// "postero-anterior", "Left lateral", "Thorax PA", "CHEST LAT". Nothing where two views are named.
std::string viewIn(std::string_view text) {
  const std::vector<std::string> words = wordsOf(text);
  const bool isPa = has(words, {"PA", "POSTEROANTERIOR"}) ||
                    (has(words, {"POSTERO"}) && has(words, {"ANTERIOR"}));
  const bool isAp = has(words, {"AP", "ANTEROPOSTERIOR"}) ||
                    (has(words, {"ANTERO"}) && has(words, {"POSTERIOR"}));
  const bool isLateral = has(words, {"LAT", "LATERAL", "LL", "RL"});
  if (isPa + isAp + isLateral != 1) return {};
  if (isPa) return "PA";
  if (isAp) return "AP";
  if (has(words, {"LEFT", "LL", "LLAT"})) return "LL";
  if (has(words, {"RIGHT", "RL", "RLAT"})) return "RL";
  return "LATERAL";
}

}  // namespace

DicomHeader headerOf(const DicomFile& file) {
  const DataSet& d = file.dataSet();
  DicomHeader h;
  h.sopClass = d.text(kSopClass, 0);
  h.sopInstance = d.text(kSopInstance, 0);
  if (h.sopClass.empty()) h.sopClass = file.meta().text(kMediaStorageSopClass, 0);
  if (h.sopInstance.empty()) h.sopInstance = file.meta().text(kMediaStorageSopInstance, 0);
  h.studyInstance = d.text(kStudyInstance, 0);
  h.seriesInstance = d.text(kSeriesInstance, 0);
  h.patientId = d.text(kPatientId);
  h.sex = d.text(kSex);
  h.age = d.text(kAge);
  h.birthDate = d.text(kBirthDate);
  h.studyDate = d.text(kStudyDate, 0);
  h.studyTime = d.text(kStudyTime, 0);
  h.accessionNumber = d.text(kAccessionNumber);
  h.modality = d.text(kModality, 0);
  h.bodyPart = d.text(kBodyPart);
  if (h.bodyPart.empty())
    for (const DataSet& region : d.items(kAnatomicRegion, 1))
      h.bodyPart = region.text(kCodeMeaning);
  h.laterality = d.text(kImageLaterality);
  if (h.laterality.empty()) h.laterality = d.text(kLaterality);
  h.patientOrientation = d.text(kPatientOrientation);
  h.viewPosition = d.text(kViewPosition);
  for (const DataSet& view : d.items(kViewCode, 1)) h.viewCodeMeaning = view.text(kCodeMeaning);
  h.studyDescription = d.text(kStudyDescription);
  h.seriesDescription = d.text(kSeriesDescription);
  h.protocolName = d.text(kProtocolName);
  h.manufacturer = d.text(kManufacturer);
  h.manufacturerModel = d.text(kManufacturerModel);
  h.institution = d.text(kInstitution);
  h.imageType = d.text(kImageType);
  h.burnedInAnnotation = d.text(kBurnedInAnnotation);
  h.photometric = d.text(kPhotometric, 0);
  h.transferSyntax = file.transferSyntax().uid;
  h.rows = countOr(d, kRows, 0);
  h.columns = countOr(d, kColumns, 0);
  h.frames = countOr(d, kFrames, 1);
  h.samplesPerPixel = countOr(d, kSamplesPerPixel, 1);
  h.bitsAllocated = static_cast<int>(std::min<std::int64_t>(countOr(d, kBitsAllocated, 0), 1024));
  h.bitsStored = static_cast<int>(std::min<std::int64_t>(countOr(d, kBitsStored, 0), 1024));
  readSpacing(d, h);
  h.seriesNumber = d.integer(kSeriesNumber).value_or(0);
  h.instanceNumber = d.integer(kInstanceNumber).value_or(0);
  for (const Tag tag : {kPixels, kFloatPixels, kDoublePixels})
    if (const Element* element = d.find(tag.number)) h.hasPixels |= !element->value.empty();
  if (!h.hasPixels) h.damage = file.damage();
  return h;
}

DicomHeader readDicomHeader(const std::filesystem::path& path) {
  return headerOf(DicomFile::open(path, Extent::Header));
}

View viewOf(const DicomHeader& header) {
  if (!header.viewPosition.empty()) return {header.viewPosition, "ViewPosition"};
  struct Source {
    const std::string& text;
    const char* keyword;
  };
  for (const Source& source : {Source{header.viewCodeMeaning, "ViewCodeSequence"},
                               Source{header.seriesDescription, "SeriesDescription"},
                               Source{header.protocolName, "ProtocolName"}}) {
    const std::string name = viewIn(source.text);
    if (!name.empty()) return {name, source.keyword};
  }
  return {};
}

}  // namespace mrm::dicom
