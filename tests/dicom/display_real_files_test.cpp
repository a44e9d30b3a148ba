// Display values of real DICOM files against DCMTK's and against NumPy's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/dicom/radiograph.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/python.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using Window = DisplayPolicy::Window;

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() != ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<StoredImage> storedOf(const fs::path& file) {
  try {
    return loadStoredImage(file);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// A binary PGM of 8 bits; nothing when DCMTK did not write one.
std::optional<GrayImage> readPgm(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string magic;
  GrayImage image;
  int maximum = 0;
  in >> magic >> image.width >> image.height >> maximum;
  if (magic != "P5" || maximum != 255) return std::nullopt;
  in.get();
  image.pixels.resize(static_cast<std::size_t>(image.width * image.height));
  in.read(reinterpret_cast<char*>(image.pixels.data()),
          static_cast<std::streamsize>(image.pixels.size()));
  if (!in) return std::nullopt;
  return image;
}

int greatestDifference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
  int greatest = a.size() == b.size() ? 0 : 999;
  for (std::size_t i = 0; i < a.size() && greatest < 999; ++i)
    greatest = std::max(greatest, std::abs(int{a[i]} - int{b[i]}));
  return greatest;
}

// dcm2pnm truncates where this rounds: one level apart.
TEST(DisplayOfRealFiles, AgreesWithDcmtk) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  if (std::system("dcm2pnm --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no dcm2pnm here";
  const fs::path pgm = fs::path(::testing::TempDir()) / "dcmtk.pgm";
  std::map<std::string, int> compared;
  for (const fs::path& file : filesIn(folder)) {
    const auto stored = storedOf(file);
    // DCMTK takes the two halves of 32-bit big-endian values the wrong way round.
    if (!stored || file.filename().string().find("rtdose_expb") != std::string::npos) continue;
    struct Way {
      const char* name;
      const char* options;
      bool applies;
      DisplayPolicy policy;
    };
    DisplayPolicy window, table, range;
    window.preferTable = false;
    range.window = Window::FullRange;
    // Without a file's window dcm2pnm takes what is asked for with +Wm, the range of the values.
    for (const Way& way : {Way{"window", "+Wi 1", !stored->windows.empty(), window},
                           Way{"VOI table", "+Wl 1", !stored->voiTables.empty(), table},
                           Way{"range", "+Wm", true, range}}) {
      if (!way.applies || stored->isDisplayReady) continue;
      fs::remove(pgm);
      std::system(("dcm2pnm -q +op --no-overlays " + std::string(way.options) + " '" +
                   file.string() + "' '" + pgm.string() + "' > /dev/null 2>&1")
                      .c_str());
      const auto theirs = readPgm(pgm);
      if (!theirs) continue;
      const DisplayImage ours = toDisplay(*stored, way.policy);
      // A deliberate difference: the file's window leaves one grey level.
      if (ours.audit.find("shows nothing") != std::string::npos) continue;
      ++compared[way.name];
      EXPECT_LE(greatestDifference(ours.image.pixels, theirs->pixels), 1)
          << file.filename() << " by " << way.name << ": " << ours.audit;
    }
  }
  for (const auto& [way, count] : compared) std::printf("%s: %d files\n", way.c_str(), count);
  EXPECT_GE(compared["window"], 20);
}

// No real file here has a VOI table: one is made, behind a modality table.
TEST(DisplayOfRealFiles, TablesAgreeWithDcmtk) {
  if (std::system("dcm2pnm --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no dcm2pnm here";
  using namespace dicom;
  const testing::TemporaryFolder folder;
  const fs::path file = folder.path() / "table.dcm", pgm = folder.path() / "table.pgm";
  for (const bool hasModality : {false, true})
    for (const char* photometric : {"MONOCHROME1", "MONOCHROME2"}) {
      testing::DicomBytes data, item, modality;
      std::string pixels, entries, values;
      for (int i = 0; i < 64 * 64; ++i) pixels += data.words({static_cast<std::uint16_t>(i / 4)});
      for (int i = 0; i < 300; ++i)
        entries += data.words({static_cast<std::uint16_t>(4095 * i * i / (299 * 299))});
      for (int i = 0; i < 1024; ++i)
        values += data.words({static_cast<std::uint16_t>(1023 - i / 2)});
      data.add(0x00080016, "UI", std::string("1.2.840.10008.5.1.4.1.1.1\0", 26));
      data.text(kModality, "CR").image(64, 64, 16, 12, false, 1, 1, photometric);
      const auto sequence = [&](testing::DicomBytes& table, Tag tag, std::uint16_t count,
                                std::uint16_t first, std::uint16_t bits, const std::string& words) {
        table.add(kTableDescriptor.number, "US", data.words({count, first, bits}));
        if (tag.number == kModalityTables.number) table.text(kModalityTableType, "US");
        table.add(kTableData.number, "US", words);
        data.add(tag.number, "SQ", testing::DicomBytes().add(kItem, "", table.bytes()).bytes());
      };
      if (hasModality) sequence(modality, kModalityTables, 1024, 0, 10, values);
      sequence(item, kVoiTables, 300, 600, 12, entries);
      data.add(kPixels.number, "OW", pixels);
      testing::writeFile(file, testing::withMeta(data.bytes(), testing::kExplicitLittle));
      const int code = std::system(
          ("dcm2pnm -q +op +Wl 1 '" + file.string() + "' '" + pgm.string() + "' > /dev/null 2>&1")
              .c_str());
      ASSERT_EQ(code, 0);
      const auto theirs = readPgm(pgm);
      ASSERT_TRUE(theirs);
      const Radiograph ours = loadRadiograph(file);
      EXPECT_LE(greatestDifference(ours.image.pixels, theirs->pixels), 1) << ours.audit;
      EXPECT_NE(ours.audit.find("VOI table 1 of 1 (300 entries of 12 bits)"), std::string::npos)
          << ours.audit;
      fs::remove(pgm);
    }
}

constexpr const char* kNumpy = R"(
import json, sys
import numpy, pydicom
from pydicom.pixels import apply_modality_lut, apply_voi
for line in open('list.json'):
    entry = json.loads(line)
    try:
        ds = pydicom.dcmread(entry['file'], force=True)
        ds.file_meta.TransferSyntaxUID
        stored = pydicom.pixels.pixel_array(ds, index=0, raw=True)
    except Exception:
        continue
    values = apply_modality_lut(stored, ds).astype(float)
    if 'VOILUTSequence' in ds and len(ds.VOILUTSequence):
        bits = ds.VOILUTSequence[0].LUTDescriptor[2]
        shown = apply_voi(apply_modality_lut(stored, ds), ds).astype(float) / (2.0 ** bits - 1)
    else:
        first = lambda v: float(v[0] if isinstance(v, pydicom.multival.MultiValue) else v)
        c, w = first(ds.WindowCenter), first(ds.WindowWidth)
        function = ds.get('VOILUTFunction', 'LINEAR')
        if function == 'LINEAR':
            low, high = c - 0.5 - (w - 1) / 2, c - 0.5 + (w - 1) / 2
            middle = (values - (c - 0.5)) / (w - 1) + 0.5 if w > 1 else values * 0
        elif function == 'LINEAR_EXACT':
            low, high = c - w / 2, c + w / 2
            middle = (values - c) / w + 0.5
        else:
            low, high, middle = -numpy.inf, numpy.inf, 1 / (1 + numpy.exp(-4 * (values - c) / w))
        shown = numpy.where(values <= low, 0, numpy.where(values > high, 1, middle))
    if ds.PhotometricInterpretation == 'MONOCHROME1' or ds.get('PresentationLUTShape') == 'INVERSE':
        shown = 1 - shown
    if 'PixelPaddingValue' in ds:
        shown[stored == ds.PixelPaddingValue] = 0
    own = numpy.fromfile(entry['shown'], dtype=numpy.uint8).reshape(shown.shape)
    print(numpy.abs(own - shown * 255).max(), entry['file'])
)";

TEST(DisplayOfRealFiles, AgreesWithNumpy) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  MRM_PYTHON_OR_SKIP(python, "numpy, pydicom.pixels");
  const fs::path work = fs::path(::testing::TempDir()) / "display_numpy";
  fs::create_directories(work);
  std::ofstream list(work / "list.json");
  int index = 0;
  for (const fs::path& file : filesIn(folder)) {
    const auto stored = storedOf(file);
    if (!stored || (stored->windows.empty() && stored->voiTables.empty()) ||
        stored->bitsStored > 16)
      continue;
    const DisplayImage display = toDisplay(*stored, {});
    if (display.audit.find("shows nothing") != std::string::npos) continue;
    const fs::path shown = work / (std::to_string(++index) + ".raw");
    std::ofstream(shown, std::ios::binary)
        .write(reinterpret_cast<const char*>(display.image.pixels.data()),
               static_cast<std::streamsize>(display.image.pixels.size()));
    list << "{\"file\": \"" << file.string() << "\", \"shown\": \"" << shown.string() << "\"}\n";
  }
  list.close();
  std::istringstream output(testing::runPython(python, work, kNumpy));
  int compared = 0;
  double difference = 0;
  for (std::string file; output >> difference && std::getline(output, file); ++compared)
    EXPECT_LE(difference, 0.5 + 1e-6) << file;
  std::printf("%d of %d files compared\n", compared, index);
  EXPECT_GE(compared, 15);
  fs::remove_all(work);
}

// Every file that the manifest's reader decoded is shown; what fails, fails with a reason.
TEST(DisplayOfRealFiles, EveryFileIsShownOrRefusedByName) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  std::set<std::string> decoded;
  for (const auto& entry : nlohmann::json::parse(readFile(folder / "manifest.json", 1 << 24)))
    if (entry.contains("stored_pixels")) decoded.insert(entry["file"].get<std::string>());
  ASSERT_GT(decoded.size(), 80u);
  int shown = 0;
  for (const fs::path& file : filesIn(folder)) {
    try {
      const Radiograph radiograph = loadRadiograph(file);
      const RadiographSize size = readRadiographSize(file);
      EXPECT_EQ(size.width, radiograph.image.width) << file;
      EXPECT_EQ(size.height, radiograph.image.height) << file;
      EXPECT_FALSE(radiograph.audit.empty()) << file;
      const auto [low, high] =
          std::minmax_element(radiograph.image.pixels.begin(), radiograph.image.pixels.end());
      const StoredImage stored = loadStoredImage(file);
      const auto [least, most] = std::minmax_element(stored.values.begin(), stored.values.end());
      EXPECT_TRUE(*low < *high || *least == *most)
          << file << " shows nothing: " << radiograph.audit;
      if (std::getenv("MRM_PRINT_AUDITS")) {
        std::printf("%s: %s", file.filename().c_str(), radiograph.audit.c_str());
        for (const std::string& notice : radiograph.notices) std::printf(" [%s]", notice.c_str());
        std::printf("\n");
      }
      ++shown;
    } catch (const Error& error) {
      EXPECT_FALSE(decoded.contains(file.filename().string())) << error.what();
      EXPECT_FALSE(error.problem().empty());
      EXPECT_NE(error.where().find(file.filename().string()), std::string::npos);
      if (std::getenv("MRM_PRINT_AUDITS")) std::printf("%s\n", error.what());
    }
  }
  std::printf("%d shown\n", shown);
  EXPECT_GE(shown, static_cast<int>(decoded.size()));
}

}  // namespace
}  // namespace mrm
