// Thousands of damaged files: each is read or ends in an Error, and no byte outside its memory is
// touched (which the asan preset proves).
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/checkpoint/describe.h"
#include "core/checkpoint/safetensors.h"
#include "tests/checkpoint/problems.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using namespace mrm::testing;

// MRM_FUZZ_ITERATIONS sets how many damaged files each test tries.
int iterations() {
  const char* set = std::getenv("MRM_FUZZ_ITERATIONS");
  return set ? std::atoi(set) : 3000;
}

std::string seedObject() {
  const std::string six = storage("FloatStorage", "0", 6);
  return dict(
      {text("model"),
       call(global("collections", "OrderedDict"), {}) + "(" + text("module.a") + kVector +
           text("module.b") + tensor(six, 1, {2, 2}, {1, 3}) + text("module.c") +
           tensor(storage("HalfStorage", "1", 4), 0, {2, 2}, {2, 1}) + text("module.d") +
           call(global("torch._utils", "_rebuild_parameter"),
                {tensor(six, 0, {}, {}), "\x88", "}"}) +
           "u}" + text("_metadata") + "}sb",
       text("args"),
       global("argparse", "Namespace") + ")\x81" + dict({text("lr"), "G\x3F\xF8 seed "}) + "b",
       text("epoch"), "K\x03q\x01", text("again"), "h\x01", text("tags"),
       call(global("__builtin__", "set"), {list({"K\x01", text("x")})}), text("size"),
       call(global("torch", "Size"), {integers({4, 5})}), text("best"),
       call(global("numpy.core.multiarray", "scalar"),
            {call(global("numpy", "dtype"), {text("f4"), "\x89", "\x88"}),
             call(global("_codecs", "encode"), {text("abcd"), text("latin1")})})});
}

std::vector<NamedContent> seedStorages() {
  return {{"0", sixFloats()}, {"1", "12345678"}};
}

std::string seedZip(const std::string& object, bool zip64 = false) {
  return torchZip(pickle(object), seedStorages(), "little", {.zip64 = zip64});
}

std::string seedLegacy(const std::string& object) {
  return torchLegacy(pickle(object), {{"0", 6, sixFloats()}, {"1", 4, "12345678"}});
}

std::string seedSafetensors() {
  TensorFile file;
  file.tensors["a"] = makeTensor<float>(DataType::F32, {2, 2}, {1, 2, 3, 4});
  file.tensors["b"] = makeTensor<std::uint8_t>(DataType::Bool, {3}, {1, 0, 1});
  file.tensors["c"] = makeTensor<double>(DataType::F64, {0, 4}, {});
  file.metadata["step"] = "3";
  const TemporaryFolder folder;
  const auto path = folder.path() / "seed.safetensors";
  writeSafetensors(path, file);
  return readFile(path, 10'000);
}

// What bit rot and broken transfers do: the length stays, except for a lost end.
std::string rotten(std::string file, Random& random) {
  for (std::uint64_t edits = 1 + random.below(6); edits > 0 && !file.empty(); --edits) {
    const std::size_t at = random.below(file.size());
    switch (random.below(5)) {
      case 0:
        file[at] = static_cast<char>(file[at] ^ (1 << random.below(8)));
        break;
      case 1:
        file[at] = static_cast<char>(random.below(256));
        break;
      case 2:  // a field full of ones or zeros
        for (std::size_t i = at; i < std::min(file.size(), at + 8); ++i)
          file[i] = edits % 2 ? '\xFF' : '\0';
        break;
      case 3:  // a piece of the file over another
        for (std::size_t from = random.below(file.size()), to = at;
             from < file.size() && to < std::min(file.size(), at + 32); ++from, ++to)
          file[to] = file[from];
        break;
      default:
        if (random.chance(0.1)) file.resize(at);
    }
  }
  return file;
}

class DamagedFiles : public ::testing::Test {
 protected:
  // What is read must be usable to its last byte.
  void use(const TensorFile& file) {
    ++read_;
    for (const auto& [name, tensor] : file.tensors) {
      ASSERT_EQ(reinterpret_cast<std::uintptr_t>(tensor.data) % bytesOf(tensor.type), 0u);
      for (std::size_t i = 0; i < tensor.bytes(); ++i)
        checksum_ += std::to_integer<unsigned>(tensor.data[i]);
    }
    checksum_ += compareWithModel(file, {{"a", {6}}}).toText().size();
  }

  template <class Reader>
  void attempt(Reader reader, const std::string& content) {
    ++tried_;
    try {
      use(reader(inMemory(content)));
    } catch (const Error& e) {
      ASSERT_EQ(e.where(), "file in memory") << e.what();
      ASSERT_FALSE(e.problem().empty());
      problems_.insert(e.problem());
    } catch (const std::exception& e) {
      FAIL() << "not an Error: " << e.what();
    }
  }

  void attemptCheckpoint(const std::string& content) {
    attempt([](const FileBytes& file) { return readCheckpointFile(file); }, content);
  }

  void TearDown() override {
    std::printf("%d damaged files: %d could still be read, %zu different errors\n", tried_, read_,
                problems_.size());
    EXPECT_LT(read_, tried_);
    EXPECT_GT(problems_.size(), 3u);
  }

  int tried_ = 0, read_ = 0;
  unsigned long checksum_ = 0;
  std::set<std::string> problems_;
};

// Characters that mean something in the formats.
const std::string kOpcodes(
    "(.0125NRQtlde]}asubqhrjKMJIXUTBCGi\x80\x81\x85\x86\x87\x88\x89\x8a\x8b"
    "\x8c\x8d\x8e\x8f\x90\x91\x93\x94\x95\x96\x01\x02\xFF\n");

TEST_F(DamagedFiles, TheSeedsThemselvesAreRead) {
  for (const std::string& seed : {seedZip(seedObject()), seedZip(seedObject(), true),
                                  seedLegacy(seedObject()), seedSafetensors()})
    attemptCheckpoint(seed);
  EXPECT_EQ(read_, 4);
  // For TearDown, which expects damage.
  for (const char* bad : {"", "PK", "\x80\x02}.", "text"}) attemptCheckpoint(bad);
}

TEST_F(DamagedFiles, RottenBytes) {
  const std::vector<std::string> seeds{seedZip(seedObject()), seedZip(seedObject(), true),
                                       seedLegacy(seedObject()), seedSafetensors()};
  for (int i = 0; i < iterations(); ++i) {
    Random random(1, {static_cast<std::uint64_t>(i)});
    attemptCheckpoint(rotten(seeds[static_cast<std::size_t>(i) % seeds.size()], random));
    if (HasFatalFailure()) FAIL() << "iteration " << i;
  }
}

TEST_F(DamagedFiles, EditedPicklesInSoundContainers) {
  const std::string seed = seedObject();
  for (int i = 0; i < iterations(); ++i) {
    Random random(2, {static_cast<std::uint64_t>(i)});
    const std::string object = i % 3 == 0 ? rotten(seed, random) : mutate(seed, random, kOpcodes);
    attemptCheckpoint(i % 2 ? seedZip(object) : seedLegacy(object));
    if (HasFatalFailure()) FAIL() << "iteration " << i;
  }
}

TEST_F(DamagedFiles, EditedContainersAndHeaders) {
  const std::vector<std::string> seeds{seedZip(seedObject()), seedZip(seedObject(), true),
                                       seedLegacy(seedObject()), seedSafetensors()};
  for (int i = 0; i < iterations(); ++i) {
    Random random(3, {static_cast<std::uint64_t>(i)});
    std::string file = mutate(seeds[static_cast<std::size_t>(i) % seeds.size()], random,
                              "{}[]\",:0123456789PK\x01\x02\x03\x04\x05\x06\x07");
    // The header of a safetensors file is to be read, not to fail on its length.
    if (i % 4 == 3 && file.size() > 8) {
      const auto end = file.rfind('}');
      if (end != std::string::npos && end > 8) {
        file.resize(end + 1);
        file.replace(0, 8, littleEndian(std::uint64_t{file.size() - 8}));
        file += std::string(19, 'd');
      }
    }
    attemptCheckpoint(file);
    if (HasFatalFailure()) FAIL() << "iteration " << i;
  }
}

// Splices of two files, and bytes that only start like one.
TEST_F(DamagedFiles, SplicesAndNoise) {
  const std::vector<std::string> seeds{seedZip(seedObject()), seedZip(seedObject(), true),
                                       seedLegacy(seedObject()), seedSafetensors()};
  for (int i = 0; i < iterations(); ++i) {
    Random random(4, {static_cast<std::uint64_t>(i)});
    const std::string& first = seeds[random.below(seeds.size())];
    const std::string& second = seeds[random.below(seeds.size())];
    std::string file = first.substr(0, random.below(first.size() + 1));
    if (i % 2 == 0) {
      file += second.substr(random.below(second.size() + 1));
    } else {
      for (std::uint64_t rest = random.below(400); rest > 0; --rest)
        file += random.chance(0.5) ? kOpcodes[random.below(kOpcodes.size())]
                                   : static_cast<char>(random.below(256));
    }
    attemptCheckpoint(file);
    attempt([](const FileBytes& bytes) { return readSafetensors(bytes); }, file);
    attempt([](const FileBytes& bytes) { return readPytorchFile(bytes); }, file);
    if (HasFatalFailure()) FAIL() << "iteration " << i;
  }
}

}  // namespace
}  // namespace mrm
