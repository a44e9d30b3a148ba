// Every file of the collection against what the reference reader made of it.
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/dicom/dicom_header.h"
#include "core/dicom/pixel_report.h"
#include "core/dicom/tag_list.h"
#include "tests/shared_data.h"

namespace mrm::testing {
namespace {

using Json = nlohmann::json;

std::filesystem::path collection() {
  return sharedFolder() / "data/dicom";
}

std::vector<Json> manifest() {
  std::ifstream file(collection() / "manifest.json");
  std::vector<Json> entries;
  if (file)
    for (const Json& entry : Json::parse(file)) entries.push_back(entry);
  return entries;
}

// Calls the function for each entry of the manifest.
template <typename Function>
void forEachEntry(Function function) {
  const std::vector<Json> entries = manifest();
  ASSERT_GE(entries.size(), 160u);
  for (const Json& entry : entries) {
    SCOPED_TRACE(entry["file"].get<std::string>());
    EXPECT_NO_THROW(function(entry, collection() / entry["file"].get<std::string>()));
  }
}

void expectSamePixels(const Json& entry, const std::filesystem::path& path) {
  const auto reading = [&] {
    return dicom::pixelReport(dicom::readStoredPixels(dicom::DicomFile::open(path)));
  };
  if (entry.contains("no_pixel_data")) {
    EXPECT_THROW(reading(), Error);
    return;
  }
  if (!entry.contains("stored_pixels")) {  // the reference failed: pixels or a reason
    try {
      EXPECT_TRUE(reading().contains("sha256"));
    } catch (const Error& error) {
      EXPECT_FALSE(error.problem().empty());
    }
    return;
  }
  const Json& expected = entry["stored_pixels"];
  const Json found = reading();
  EXPECT_EQ(found["dtype"], expected["dtype"]);
  EXPECT_EQ(found["shape"], expected["shape"]);
  if (entry["lossy"]) {
    EXPECT_NEAR(found["mean"].get<double>(), expected["mean"].get<double>(), 0.5);
    EXPECT_NEAR(found["min"].get<double>(), expected["min"].get<double>(), 2);
    EXPECT_NEAR(found["max"].get<double>(), expected["max"].get<double>(), 2);
  } else {
    EXPECT_EQ(found["sha256"], expected["sha256_native_little_endian"]);
    EXPECT_EQ(found["min"].get<double>(), expected["min"].get<double>());
    EXPECT_EQ(found["max"].get<double>(), expected["max"].get<double>());
    EXPECT_NEAR(found["mean"].get<double>(), expected["mean"].get<double>(), 1e-6);
  }
}

TEST(Manifest, EveryFileHasTheSameStoredPixelsOrAReason) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom/manifest.json");
  forEachEntry(expectSamePixels);
}

void expectFramesOfTheWhole(const Json& entry, const std::filesystem::path& path) {
  const auto frames = entry.find("NumberOfFrames");
  if (!entry.contains("stored_pixels") || frames == entry.end() || *frames < 2) return;
  const auto file = dicom::DicomFile::open(path);
  const dicom::StoredPixels all = dicom::readStoredPixels(file);
  const auto size = static_cast<std::size_t>(all.samplesPerFrame() * all.bytesPerSample());
  for (std::int64_t i = 0; i < all.frames; ++i) {
    const dicom::StoredPixels one = dicom::readStoredPixels(file, i);
    ASSERT_EQ(one.frames, 1);
    ASSERT_TRUE(std::equal(one.bytes.begin(), one.bytes.end(),
                           all.bytes.begin() + i * static_cast<std::ptrdiff_t>(size)))
        << "frame " << i;
  }
  EXPECT_THROW(dicom::readStoredPixels(file, all.frames), Error);
}

TEST(Manifest, EachFrameAloneIsThatOfTheWhole) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom/manifest.json");
  forEachEntry(expectFramesOfTheWhole);
}

void expectSameHeader(const Json& entry, const std::filesystem::path& path) {
  const dicom::DicomHeader h = dicom::readDicomHeader(path);
  const auto text = [&](const char* key) { return entry.value(key, ""); };
  EXPECT_EQ(h.modality, text("Modality"));
  EXPECT_EQ(h.photometric, text("PhotometricInterpretation"));
  EXPECT_EQ(h.patientId, text("PatientID"));
  EXPECT_EQ(h.studyInstance, text("StudyInstanceUID"));
  EXPECT_EQ(h.bodyPart, text("BodyPartExamined"));
  EXPECT_EQ(h.viewPosition, text("ViewPosition"));
  EXPECT_EQ(h.transferSyntax, text("TransferSyntaxUID"));
  const auto number = [&](const char* key, std::int64_t absent) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_number() ? found->get<std::int64_t>() : absent;
  };
  EXPECT_EQ(h.rows, number("Rows", 0));
  EXPECT_EQ(h.columns, number("Columns", 0));
  EXPECT_EQ(h.bitsAllocated, number("BitsAllocated", 0));
  EXPECT_EQ(h.bitsStored, number("BitsStored", 0));
  EXPECT_EQ(h.frames, number("NumberOfFrames", 1));
  EXPECT_EQ(h.hasPixels, !entry.contains("no_pixel_data"));
}

TEST(Manifest, EveryFileHasTheSameHeader) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom/manifest.json");
  forEachEntry(expectSameHeader);
}

// What the reference reader could not decode and this one can.
TEST(Manifest, MoreIsDecodedThanByTheReference) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  for (const char* name : {"fodicom__CR-MONO1-10-chest", "wg04_dcmqi__WG04__JPLY__RG3_JPLY",
                           "pydicom_data__liver_deflate.dcm", "orthanc__PrivateMDNTags.dcm"})
    EXPECT_NO_THROW(dicom::readStoredPixels(dicom::DicomFile::open(folder / name))) << name;
}

// The same radiograph in seven codings.
TEST(Manifest, LosslessCodingsOfOneImageAgree) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  const auto pixels = [&](const char* name) {
    return dicom::readStoredPixels(dicom::DicomFile::open(folder / name)).bytes;
  };
  const auto reference = pixels("wg04_dcmqi__WG04__RLE__RG3_RLE");
  for (const char* name : {"pydicom_data__RG3_J2KR.dcm", "wg04_dcmqi__WG04__JLSL__RG3_JLSL",
                           "wg04_dcmqi__WG04__JPLL__RG3_JPLL"})
    EXPECT_EQ(pixels(name), reference) << name;
}

// Codecs, character sets and the log of DCMTK keep nothing between files that threads could mix.
TEST(Manifest, ThreadsReadTheSameAsOne) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom/manifest.json");
  std::vector<std::filesystem::path> files;
  for (const Json& entry : manifest()) {
    const auto path = collection() / entry["file"].get<std::string>();
    if (std::filesystem::file_size(path) < 100000) files.push_back(path);
  }
  const auto figures = [&](std::size_t first) {
    std::vector<std::string> all(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::size_t at = (first + i) % files.size();
      try {
        const auto file = dicom::DicomFile::open(files[at]);
        all[at] = std::to_string(dicom::tagList(file).size());
        all[at] += dicom::pixelReport(dicom::readStoredPixels(file)).dump();
      } catch (const Error& error) {
        all[at] += error.problem();
      }
    }
    return all;
  };
  const auto expected = figures(0);
  std::vector<std::future<std::vector<std::string>>> found;
  for (std::size_t i = 0; i < 4; ++i)
    found.push_back(std::async(std::launch::async, figures, i * files.size() / 4));
  for (auto& one : found) EXPECT_EQ(one.get(), expected);
}

}  // namespace
}  // namespace mrm::testing
