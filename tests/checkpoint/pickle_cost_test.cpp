// Small files cannot ask for much memory, much time or a deep stack.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/checkpoint/problems.h"

namespace mrm {
namespace {

using namespace mrm::testing;
using ::testing::HasSubstr;

std::string repeated(const std::string& what, std::size_t times) {
  std::string all;
  all.reserve(what.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += what;
  return all;
}

TEST(PickleCost, SizesThatAreAnnouncedButNotThere) {
  for (const std::string& body :
       {"X" + littleEndian(std::uint32_t{0xFFFFFFFF}),
        "T" + littleEndian(std::uint32_t{0x7FFFFFFF}),
        "B" + littleEndian(std::uint32_t{0xFFFFFFFF}),
        "\x8d" + littleEndian(std::uint64_t{1} << 63), "\x8e" + littleEndian(~std::uint64_t{0}),
        "\x96" + littleEndian(std::uint64_t{1} << 40), "\x95" + littleEndian(~std::uint64_t{0})})
    EXPECT_THAT(problemOfObject(body), HasSubstr("breaks off within its pickle"));
  EXPECT_THAT(problemOfObject("\x8b" + littleEndian(std::uint32_t{0xFFFFFFFF})),
              HasSubstr("a number of 4294967295 bytes"));
  EXPECT_THAT(problemOfObject("\x8b" + littleEndian(std::uint32_t{1000}) + "1"),
              HasSubstr("breaks off"));
  EXPECT_THAT(problemOfObject("\x8b" + littleEndian(std::uint32_t{2'000'000}) +
                              std::string(2'000'000, '\x7F')),
              HasSubstr("a number of 2000000 bytes"));
  // A place far up in the memo costs one place.
  EXPECT_EQ(problemOfObject("Nr" + littleEndian(std::uint32_t{0xFFFFFFFF}) + "0" +
                            dict({text("w"), kVector})),
            "no error");
}

TEST(PickleCost, DeepNestingNeitherRecursesNorPasses) {
  EXPECT_EQ(problemOfObject(std::string(3'000'000, '(')), "is nested too deeply");
  // Without marks: nested 900,000 deep, then dropped or found to be no dictionary.
  const std::size_t deep = 900'000;
  EXPECT_EQ(problemOfObject(repeated("]", deep) + repeated("a", deep - 1)),
            "holds a list instead of a state dictionary");
  EXPECT_EQ(problemOfObject("N" + repeated("\x85", deep)),
            "holds a tuple instead of a state dictionary");
  EXPECT_EQ(problemOfObject(dict({text("w"), kVector, text("deep"), "N" + repeated("\x85", deep)})),
            "no error");
  // Dictionaries within dictionaries, which become metadata as far down as is sensible.
  std::string nested = "}";
  nested += repeated(text("k") + "}", 500'000) + repeated("s", 500'000);
  EXPECT_EQ(problemOfObject(dict({text("w"), kVector, text("deep"), nested})), "no error");
}

TEST(PickleCost, ObjectsThatHoldThemselves) {
  EXPECT_EQ(problemOfObject("]q\x01h\x01"
                            "a"),
            "holds a list instead of a state dictionary");
  EXPECT_EQ(problemOfObject("}q\x01" + text("model") + "h\x01s"),
            "holds no state dictionary. Its entries are: model");
  const std::string object = "}q\x01(" + text("model") + dict({text("w"), kVector}) + text("self") +
                             "h\x01" + text("list") +
                             "]q\x02h\x02"
                             "a" +
                             text("args") + global("argparse", "Namespace") + ")\x81q\x03}" +
                             text("me") +
                             "h\x03s"
                             "bu";
  const TensorFile file = readPytorchFile(inMemory(torchZip(pickle(object), {{"0", sixFloats()}})));
  EXPECT_EQ(file.tensors.size(), 1u);
  EXPECT_THAT(file.metadata.at("pytorch.not_read"), HasSubstr("self"));
  EXPECT_LT(file.metadata.size(), 100u);
}

// Values shared a thousandfold, so that whoever walks through them walks for ever.
TEST(PickleCost, SharedValuesDoNotMultiply) {
  std::string bomb = "}(" + text("0") + "N" + text("1") +
                     "Nuq\x01"
                     "0";
  for (char level = 1; level < 60; ++level) {
    const std::string get = std::string("h") + level;
    bomb += "}(" + text("0") + get + text("1") + get + text("2") + get + "uq" +
            static_cast<char>(level + 1) + "0";
  }
  const std::string model = text("model") + dict({text("w"), kVector});
  EXPECT_EQ(problemOfObject(bomb + "}(" + model + text("bomb") + "h\x3Cu"), "no error");
  std::string lists =
      "](K\x01K\x02"
      "eq\x01"
      "0";
  for (char level = 1; level < 60; ++level)
    lists += std::string("](h") + level + "h" + level + "eq" + static_cast<char>(level + 1) + "0";
  EXPECT_EQ(problemOfObject(lists + "}(" + model + text("bomb") + "h\x3Cu"), "no error");
}

TEST(PickleCost, MemoryStaysBounded) {
  const auto peakMegabytes = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
  };
  const auto before = peakMegabytes();

  EXPECT_THAT(problemOf(torchZip(pickle(repeated("]", 5'000'000)))), HasSubstr("values"));
  EXPECT_THAT(problemOf(torchZip(pickle(repeated("N", 5'000'000)))), HasSubstr("too long"));
  EXPECT_THAT(problemOf(torchZip(pickle("]" + repeated("(" + repeated("N", 1000) + "e", 20'000)))),
              HasSubstr("lists and tables too long"));
  EXPECT_THAT(problemOf(torchZip(pickle("N" + repeated("\x94", 5'000'000)))),
              HasSubstr("remembers more values"));
  // Copies of one long list, asked for over and over.
  const std::string longList = "](" + repeated("N", 1'000'000) +
                               "eq\x01"
                               "0";
  EXPECT_THAT(problemOf(torchZip(
                  pickle(longList + repeated(global("builtins", "set") + "(h\x01tR", 100'000)))),
              HasSubstr("lists and tables too long"));
  const std::string longText = text(std::string(4'000'000, 'x')) +
                               "q\x01"
                               "0";
  EXPECT_THAT(problemOf(torchZip(pickle(longText + repeated(global("_codecs", "encode") + "(h\x01" +
                                                                text("latin1") + "tR0",
                                                            1000)))),
              HasSubstr("texts too long"));
  // One tensor, very many times.
  const std::string arguments =
      tuple({storage("FloatStorage", "0", 6), integer(0), integers({6}), integers({1})}) +
      "q\x01"
      "0" +
      global("torch._utils", "_rebuild_tensor") +
      "q\x02"
      "0";
  EXPECT_THAT(problemOf(torchZip(pickle(arguments + repeated("h\x02h\x01R0", 300'000)),
                                 {{"0", sixFloats()}})),
              HasSubstr("more than 200000 tensors"));
  std::string names = kVector +
                      "q\x01"
                      "0}(";
  for (std::uint32_t i = 0; i < 250'000; ++i) names += text(std::to_string(i)) + "h\x01";
  EXPECT_THAT(problemOf(torchZip(pickle(names + "u"), {{"0", sixFloats()}})),
              HasSubstr("more than 200000 tensors"));
  // Repeated elements: 4 TB, and many of 40 MB each.
  EXPECT_THAT(problemOfObject(
                  dict({text("w"), tensor(storage("FloatStorage", "0", 6), 0, {1LL << 40}, {0})})),
              HasSubstr("far more memory than the file"));
  std::vector<std::string> wide;
  for (int i = 0; i < 100; ++i) {
    wide.push_back(text(std::to_string(i)));
    wide.push_back(tensor(storage("FloatStorage", "0", 6), 0, {10'000'000}, {0}));
  }
  EXPECT_THAT(problemOfObject(dict(wide)), HasSubstr("far more memory than the file"));

  EXPECT_LT(peakMegabytes() - before, 1000);
}

}  // namespace
}  // namespace mrm
