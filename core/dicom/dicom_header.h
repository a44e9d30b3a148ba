// What a DICOM file says about its image, read without touching the pixels: for indexing folders.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/dicom/dicom_file.h"

namespace mrm::dicom {

// Texts are UTF-8, without padding, empty where the file does not say; numbers 0.
struct DicomHeader {
  std::string sopClass, sopInstance, studyInstance, seriesInstance;
  std::string patientId, sex, age, birthDate;  // age as "063Y", dates as "20231231"
  std::string studyDate, studyTime, accessionNumber;
  std::string modality, bodyPart, laterality, patientOrientation;
  std::string viewPosition, viewCodeMeaning;  // the meaning of the first item of View Code Sequence
  std::string studyDescription, seriesDescription, protocolName;
  std::string manufacturer, manufacturerModel, institution;
  std::string imageType, burnedInAnnotation;  // image type with backslashes
  std::string photometric, transferSyntax;    // the latter an UID; empty when the file has none
  std::int64_t rows = 0, columns = 0, frames = 1, samplesPerPixel = 1;
  int bitsAllocated = 0, bitsStored = 0;
  double rowSpacing = 0, columnSpacing = 0;  // mm
  std::string spacingSource;  // the attribute's keyword; at the detector or in the patient
  std::int64_t seriesNumber = 0, instanceNumber = 0;
  bool hasPixels = false;
  std::string damage;  // why reading ended before the pixels, if it did
};

// Throws Error when the file cannot be opened or is no DICOM file. Thread-safe.
DicomHeader readDicomHeader(const std::filesystem::path& path);
DicomHeader headerOf(const DicomFile& file);

// The view in the terms of View Position ("PA", "AP", "LL", "RL", "LATERAL"…): what the file says
// there, else by the meaning of its view code, else by a word of its series description or protocol
// name. `source` is the keyword of the attribute that told; both are empty when none did.
struct View {
  std::string name, source;
};
View viewOf(const DicomHeader& header);

}  // namespace mrm::dicom
