// Why importers set records aside, in words that are the same for all records of a kind: the panel
// counts by them, and a recheck knows them again.
#pragma once

namespace mrm::reasons {

inline constexpr const char* kNoImageNamed = "No image is named.";
inline constexpr const char* kImageMissing = "The image file is not there.";
inline constexpr const char* kImageAmbiguous = "Several files have the image's name.";
inline constexpr const char* kImageOutside = "The image lies outside of the data set's folder.";
inline constexpr const char* kImageAbsolute =
    "The image is named by an absolute path, which was not allowed.";
inline constexpr const char* kMaskMissing = "The mask file is not there.";
inline constexpr const char* kReportMissing = "There is no report.";
inline constexpr const char* kReportEmpty = "The report is empty.";
inline constexpr const char* kReportUnreadable = "The report cannot be read.";
inline constexpr const char* kNoPatient = "No patient is named.";
inline constexpr const char* kNoPixels = "The file holds no pixels.";
inline constexpr const char* kDamaged = "The file is damaged: it ends before the pixels.";
inline constexpr const char* kNotARadiograph = "It is no radiograph.";
// Followed by ": " and what it is about, which is the same for many records.
inline constexpr const char* kBadLabel = "A label cannot be read";
inline constexpr const char* kBadMask = "A mask cannot be read";
inline constexpr const char* kBadRow = "The line does not fit the table";
inline constexpr const char* kConflict = "Two lines say different things of this image";

}  // namespace mrm::reasons
