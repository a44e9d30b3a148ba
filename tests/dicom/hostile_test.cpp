// Damaged files: no crash, no endless work, no memory beyond what the file can fill.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>

#include "core/base/error.h"
#include "core/dicom/dicom_header.h"
#include "core/dicom/stored_pixels.h"
#include "core/dicom/tag_list.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/mutation.h"
#include "tests/shared_data.h"

namespace mrm::testing {
namespace {

using dicom::Extent;

// The files of the collection that are quickly read, with one of every coding among them.
std::vector<std::string> seeds(const std::filesystem::path& folder, std::size_t limit) {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.file_size() > limit || entry.path().extension() == ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// Values that lengths, sizes and offsets are tried with.
void overwriteNumbers(std::string& bytes, Random& random) {
  constexpr std::uint32_t kNumbers[] = {0,          1,          2,          7,          8,
                                        0xFF,       0x7FFF,     0xFFFF,     0x10000,    0x7FFFFFFF,
                                        0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0xE000FFFE, 0xE00DFFFE};
  for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
    const std::size_t width = random.chance(0.5) ? 2 : 4;
    if (bytes.size() < width) return;
    const std::uint32_t number = kNumbers[random.below(std::size(kNumbers))];
    std::memcpy(bytes.data() + random.below(bytes.size() - width + 1), &number, width);
  }
}

void flipBytes(std::string& bytes, Random& random) {
  for (std::uint64_t edits = 1 + random.below(6); edits > 0; --edits)
    bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
}

std::string damaged(const std::string& seed, Random& random) {
  std::string bytes = seed;
  const double kind = random.uniform();
  if (kind < 0.3)
    return mutate(bytes, random, std::string("\xFE\xFF\x00\xE0\x28\x08UNSQOBOW\xD9", 15));
  if (kind < 0.65)
    overwriteNumbers(bytes, random);
  else if (kind < 0.9)
    flipBytes(bytes, random);
  else
    bytes.resize(random.below(bytes.size() + 1));
  return bytes;
}

// Everything that the program does with a file.
void use(const std::string& bytes) {
  try {
    dicom::headerOf(parseDicom(bytes, Extent::Header));
    const auto file = parseDicom(bytes);
    dicom::tagList(file);
    try {
      dicom::readStoredPixels(file, 0);
    } catch (const Error&) {
    }
    dicom::readStoredPixels(file);
  } catch (const Error& error) {
    EXPECT_FALSE(error.problem().empty());
  }
}

long peakKilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void tryDamaged(const std::vector<std::string>& seeds, int count, Random& random) {
  const long before = peakKilobytes();
  for (int i = 0; i < count; ++i) {
    const std::string bytes = damaged(seeds[random.below(seeds.size())], random);
    const auto start = std::chrono::steady_clock::now();
    use(bytes);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    ASSERT_LT(time.count(), 20) << "input " << i;
  }
  EXPECT_LT(peakKilobytes() - before, 3 << 20);
}

TEST(HostileFiles, DamagedFilesOfTheCollectionAreReadOrRefused) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  Random random(20261125);
  const auto files = seeds(folder, 64 << 10);
  ASSERT_GT(files.size(), 100u);
  tryDamaged(files, 20000, random);
}

// Without the collection too.
TEST(HostileFiles, DamagedFilesMadeByHandAreReadOrRefused) {
  DicomBytes item;
  item.text(dicom::kCodeMeaning, "lateral").add(0x00081140, "SQ", {});
  DicomBytes start;
  start.text(dicom::kSpecificCharacterSet, "\\ISO 2022 IR 87")
      .text(dicom::kPatientId, "\x1b$B;3ED\x1b(B");
  start.add(dicom::kViewCode.number, "SQ",
            DicomBytes().add(dicom::kItem, "", item.bytes()).bytes());
  DicomBytes native = start, rle = start, big(false, true), implicit(true);
  native.image(4, 4, 16, 12, true, 2).add(dicom::kPixels.number, "OW", std::string(64, 'p'));
  rle.image(2, 4, 8, 8)
      .raw(encapsulated({std::string("\x01\0\0\0\x40\0\0\0", 8) + std::string(56, '\0') +
                         "\xF9"
                         "a"}));
  big.text(dicom::kModality, "CR").image(3, 3, 8, 8).add(dicom::kPixels.number, "OW", "0123456789");
  implicit.text(dicom::kModality, "CR").image(3, 3, 1, 1).add(dicom::kPixels.number, "OB", "ab");
  Random random(7);
  tryDamaged({withMeta(native.bytes(), kExplicitLittle), withMeta(rle.bytes(), kRleLossless),
              withMeta(big.bytes(), kExplicitBig), implicit.bytes()},
             20000, random);
}

}  // namespace
}  // namespace mrm::testing
