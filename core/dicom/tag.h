// The data elements that the workbench reads, by their tag and value representation (PS3.6).
#pragma once

#include <cstdint>

namespace mrm::dicom {

// A value representation: two letters, "US", or none where the file does not say (implicit VR).
class Vr {
 public:
  constexpr Vr() = default;
  constexpr Vr(char first, char second)
      : code_(static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 |
                                         static_cast<unsigned char>(second))) {}
  // NOLINTNEXTLINE(google-explicit-constructor): Tag{0x00280010, "US"}
  constexpr Vr(const char (&name)[3]) : Vr(name[0], name[1]) {}

  constexpr bool operator==(const Vr&) const = default;
  constexpr bool isNone() const { return code_ == 0; }
  constexpr char first() const { return static_cast<char>(code_ >> 8); }
  constexpr char second() const { return static_cast<char>(code_ & 0xFF); }

 private:
  std::uint16_t code_ = 0;
};

struct Tag {
  std::uint32_t number = 0;  // group in the high half
  Vr vr;                     // the dictionary's; used where the file does not say
  constexpr Tag as(Vr other) const { return {number, other}; }
  constexpr std::uint16_t group() const { return static_cast<std::uint16_t>(number >> 16); }
};

// Structure
inline constexpr std::uint32_t kItem = 0xFFFEE000, kItemEnd = 0xFFFEE00D, kSequenceEnd = 0xFFFEE0DD;

inline constexpr Tag kTransferSyntax{0x00020010, "UI"};
inline constexpr Tag kMediaStorageSopClass{0x00020002, "UI"};
inline constexpr Tag kMediaStorageSopInstance{0x00020003, "UI"};

// Identity
inline constexpr Tag kSpecificCharacterSet{0x00080005, "CS"};
inline constexpr Tag kImageType{0x00080008, "CS"};
inline constexpr Tag kSopClass{0x00080016, "UI"};
inline constexpr Tag kSopInstance{0x00080018, "UI"};
inline constexpr Tag kStudyDate{0x00080020, "DA"};
inline constexpr Tag kStudyTime{0x00080030, "TM"};
inline constexpr Tag kAccessionNumber{0x00080050, "SH"};
inline constexpr Tag kModality{0x00080060, "CS"};
inline constexpr Tag kManufacturer{0x00080070, "LO"};
inline constexpr Tag kInstitution{0x00080080, "LO"};
inline constexpr Tag kCodeValue{0x00080100, "SH"};
inline constexpr Tag kCodingScheme{0x00080102, "SH"};
inline constexpr Tag kCodeMeaning{0x00080104, "LO"};
inline constexpr Tag kStudyDescription{0x00081030, "LO"};
inline constexpr Tag kSeriesDescription{0x0008103E, "LO"};
inline constexpr Tag kManufacturerModel{0x00081090, "LO"};
inline constexpr Tag kPatientName{0x00100010, "PN"};
inline constexpr Tag kPatientId{0x00100020, "LO"};
inline constexpr Tag kBirthDate{0x00100030, "DA"};
inline constexpr Tag kSex{0x00100040, "CS"};
inline constexpr Tag kAge{0x00101010, "AS"};
inline constexpr Tag kStudyInstance{0x0020000D, "UI"};
inline constexpr Tag kSeriesInstance{0x0020000E, "UI"};
inline constexpr Tag kSeriesNumber{0x00200011, "IS"};
inline constexpr Tag kInstanceNumber{0x00200013, "IS"};

// Acquisition
inline constexpr Tag kBodyPart{0x00180015, "CS"};
inline constexpr Tag kProtocolName{0x00181030, "LO"};
inline constexpr Tag kImagerPixelSpacing{0x00181164, "DS"};
inline constexpr Tag kViewPosition{0x00185101, "CS"};
inline constexpr Tag kNominalPixelSpacing{0x00182010, "DS"};
inline constexpr Tag kPatientOrientation{0x00200020, "CS"};
inline constexpr Tag kLaterality{0x00200060, "CS"};
inline constexpr Tag kImageLaterality{0x00200062, "CS"};
inline constexpr Tag kBurnedInAnnotation{0x00280301, "CS"};
inline constexpr Tag kViewCode{0x00540220, "SQ"};
inline constexpr Tag kAnatomicRegion{0x00082218, "SQ"};
inline constexpr Tag kSharedFunctionalGroups{0x52009229, "SQ"};
inline constexpr Tag kPixelMeasures{0x00289110, "SQ"};

// Image pixel module
inline constexpr Tag kSamplesPerPixel{0x00280002, "US"};
inline constexpr Tag kPhotometric{0x00280004, "CS"};
inline constexpr Tag kPlanarConfiguration{0x00280006, "US"};
inline constexpr Tag kFrames{0x00280008, "IS"};
inline constexpr Tag kRows{0x00280010, "US"};
inline constexpr Tag kColumns{0x00280011, "US"};
inline constexpr Tag kPixelSpacing{0x00280030, "DS"};
inline constexpr Tag kPixelAspectRatio{0x00280034, "IS"};
inline constexpr Tag kBitsAllocated{0x00280100, "US"};
inline constexpr Tag kBitsStored{0x00280101, "US"};
inline constexpr Tag kHighBit{0x00280102, "US"};
inline constexpr Tag kPixelRepresentation{0x00280103, "US"};
inline constexpr Tag kSmallestPixel{0x00280106, "US"};  // .as("SS") where pixels are signed
inline constexpr Tag kLargestPixel{0x00280107, "US"};   // likewise
inline constexpr Tag kPixelPadding{0x00280120, "US"};   // likewise
inline constexpr Tag kPaddingLimit{0x00280121, "US"};   // likewise
inline constexpr Tag kExtendedOffsets{0x7FE00001, "OV"};
inline constexpr Tag kExtendedLengths{0x7FE00002, "OV"};
inline constexpr Tag kFloatPixels{0x7FE00008, "OF"};
inline constexpr Tag kDoublePixels{0x7FE00009, "OD"};
inline constexpr Tag kPixels{0x7FE00010, "OW"};

// Display
inline constexpr Tag kWindowCenter{0x00281050, "DS"};
inline constexpr Tag kWindowWidth{0x00281051, "DS"};
inline constexpr Tag kRescaleIntercept{0x00281052, "DS"};
inline constexpr Tag kRescaleSlope{0x00281053, "DS"};
inline constexpr Tag kRescaleType{0x00281054, "LO"};
inline constexpr Tag kWindowExplanation{0x00281055, "LO"};
inline constexpr Tag kVoiFunction{0x00281056, "CS"};
inline constexpr Tag kRedDescriptor{0x00281101, "US"};
inline constexpr Tag kGreenDescriptor{0x00281102, "US"};
inline constexpr Tag kBlueDescriptor{0x00281103, "US"};
inline constexpr Tag kRedPalette{0x00281201, "OW"};
inline constexpr Tag kGreenPalette{0x00281202, "OW"};
inline constexpr Tag kBluePalette{0x00281203, "OW"};
inline constexpr Tag kRedSegments{0x00281221, "OW"};
inline constexpr Tag kGreenSegments{0x00281222, "OW"};
inline constexpr Tag kBlueSegments{0x00281223, "OW"};
inline constexpr Tag kModalityTables{0x00283000, "SQ"};
inline constexpr Tag kTableDescriptor{0x00283002, "US"};  // the first value mapped may be signed
inline constexpr Tag kTableExplanation{0x00283003, "LO"};
inline constexpr Tag kModalityTableType{0x00283004, "LO"};
inline constexpr Tag kTableData{0x00283006, "OW"};
inline constexpr Tag kVoiTables{0x00283010, "SQ"};
inline constexpr Tag kPresentationTableShape{0x20500020, "CS"};
inline constexpr Tag kPresentationTables{0x20500010, "SQ"};

}  // namespace mrm::dicom
