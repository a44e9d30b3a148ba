// What the unpickler builds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/checkpoint/pytorch_file.h"
#include "tests/checkpoint/problems.h"
#include "tests/checkpoint/tensors.h"
#include "tests/checkpoint/torch_files.h"

namespace mrm {
namespace {

using namespace mrm::testing;
using ::testing::HasSubstr;

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

std::vector<float> floatsOf(const NamedTensor& tensor) {
  std::vector<float> values(static_cast<std::size_t>(tensor.elements()));
  if (!values.empty()) std::memcpy(values.data(), tensor.data, tensor.bytes());
  return values;
}

TensorFile readObject(const std::string& body) {
  return readPytorchFile(inMemory(torchZip(pickle(body), {{"0", sixFloats()}})));
}

TEST(Pickle, BuildsPlainValuesAndTensors) {
  const TensorFile file = readObject(dict(
      {text("model"),
       dict({text("w"), kVector}),  //
       text("none"),
       "N",
       text("yes"),
       "\x88",
       text("no"),
       "\x89",  //
       text("small"),
       "K\x07",
       text("medium"),
       "M\x01\x02",
       text("negative"),  //
       "J\xFE\xFF\xFF\xFF",
       text("long"),
       std::string("\x8a\x02\0\xFF", 4),  //
       text("zero"),
       std::string("\x8a\x00", 2),
       text("decimal"),
       "I-12\n",  //
       text("old true"),
       "I01\n",
       text("real"),
       std::string("G\x3F\xF8\0\0\0\0\0\0", 9),
       text("python 2"),
       "U\x02hi",
       text("short"),
       "\x8c\x02hi",  //
       text("list"),
       list({"K\x01", text("x")}),
       text("tuple"),
       "K\x01K\x02\x86",  //
       text("nothing"),
       ")",
       text("dup"),
       "K\x05"
       "2\x86",  //
       text("set"),
       call(global("__builtin__", "set"), {list({"K\x01"})}),  //
       text("frozen"),
       "(K\x01\x91",
       text("new set"),
       "\x8f(K\x01\x90",  //
       text("args"),
       global("argparse", "Namespace") + ")\x81" + dict({text("lr"), "K\x01"}) + "b",
       text("number"),
       call(global("numpy.core.multiarray", "scalar"),
            {call(global("numpy", "dtype"), {text("i4"), "\x89", "\x88"}) +
                 tuple({"K\x03", text("<"), "N", "N", "N"}) + "b",
             call(global("_codecs", "encode"),
                  {text(std::string("\xC3\xBE\xC3\xBF\xC3\xBF\xC3\xBF", 8)), text("latin1")})}),
       text("type"),
       global("torch", "float16"),  //
       text("pairs"),
       call(global("collections", "OrderedDict"), {list({list({text("k"), "K\x09"})})})}));
  const std::map<std::string, std::string> expected{
      {"none", "null"},   {"yes", "true"},      {"no", "false"},           {"small", "7"},
      {"medium", "513"},  {"negative", "-2"},   {"long", "-256"},          {"zero", "0"},
      {"decimal", "-12"}, {"old true", "true"}, {"real", "1.5"},           {"python 2", "hi"},
      {"short", "hi"},    {"list", "[1, x]"},   {"tuple", "[1, 2]"},       {"nothing", "[]"},
      {"dup", "[5, 5]"},  {"set", "[1]"},       {"frozen", "[1]"},         {"new set", "[1]"},
      {"args.lr", "1"},   {"number", "-2"},     {"type", "torch.float16"}, {"pairs.k", "9"}};
  EXPECT_EQ(file.metadata, expected);
  EXPECT_EQ(floatsOf(file.tensors.at("w")), (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

TEST(Pickle, StridedTensorsAreMadeContiguous) {
  const auto read = [](std::int64_t offset, const std::vector<std::int64_t>& shape,
                       const std::vector<std::int64_t>& strides) {
    return floatsOf(readObject(dict({text("w"), tensor(storage("FloatStorage", "0", 6), offset,
                                                       shape, strides)}))
                        .tensors.at("w"));
  };
  EXPECT_EQ(read(0, {3, 2}, {1, 3}), (std::vector<float>{0, 3, 1, 4, 2, 5}));
  EXPECT_EQ(read(1, {2}, {4}), (std::vector<float>{1, 5}));
  EXPECT_EQ(read(5, {}, {}), (std::vector<float>{5}));
  EXPECT_EQ(read(0, {2, 3}, {0, 2}), (std::vector<float>{0, 2, 4, 0, 2, 4}));
  EXPECT_EQ(read(0, {1, 2, 1, 3}, {99, 3, 77, 1}), (std::vector<float>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(read(0, {2, 1, 2}, {1, -5, 2}), (std::vector<float>{0, 2, 1, 3}));
  // Without elements nothing is touched, wherever the rest points.
  EXPECT_EQ(read(-7, {0, 5}, {kLargest, -1}), (std::vector<float>{}));
}

TEST(Pickle, BigEndianFilesAreSwapped) {
  const std::string file =
      torchZip(pickle(dict({text("half"), tensor(storage("ShortStorage", "0", 2), 0, {2}, {1}),  //
                            text("byte"), tensor(storage("ByteStorage", "1", 2), 0, {2}, {1})})),
               {{"0", std::string("\x01\x02\x03\x04")}, {"1", "ab"}}, "big");
  const TensorFile read = readPytorchFile(inMemory(file));
  EXPECT_EQ(bytesIn(read.tensors.at("half")), "\x02\x01\x04\x03");
  EXPECT_EQ(bytesIn(read.tensors.at("byte")), "ab");
}

TEST(Pickle, LegacyViewsOfAStorageAreRead) {
  const std::string view =
      storage("FloatStorage", "0", 6, {tuple({text("1"), integer(2), integer(3)})});
  const std::string file =
      torchLegacy(pickle(dict({text("w"), tensor(view, 1, {2}, {1}), text("all"), kVector})),
                  {{"0", 6, sixFloats()}});
  EXPECT_EQ(floatsOf(readPytorchFile(inMemory(file)).tensors.at("w")), (std::vector<float>{3, 4}));
}

TEST(Pickle, TheModelIsFoundAndWhatIsLeftOutIsNamed) {
  const std::string other = tensor(storage("FloatStorage", "0", 6), 1, {1}, {1});
  const TensorFile file = readObject(
      dict({text("optimizer"), dict({"K\x01", kVector}), text("model_ema"),
            dict({text("w"), other}), text("model"), "N", text("state_dict"),
            dict({text("module.a"), kVector, text("module.b"), other, text("module.extra"), "N"}),
            text("stray"), kVector, "K\x01", text("a number as key")}));
  EXPECT_EQ(file.tensors.size(), 2u);
  EXPECT_TRUE(file.tensors.contains("a"));
  EXPECT_EQ(file.metadata.at("pytorch.removed_prefix"), "module.");
  EXPECT_EQ(file.metadata.at("pytorch.not_read"), "optimizer, model_ema, stray");
  EXPECT_EQ(file.metadata.at("module.extra"), "null");
  EXPECT_EQ(file.metadata.at("1"), "a number as key");
  // Prefixes nest; a name that has none, or is nothing else, keeps all as they are.
  EXPECT_TRUE(readObject(dict({text("_orig_mod.module.x"), kVector})).tensors.contains("x"));
  EXPECT_TRUE(readObject(dict({text("module.a"), kVector, text("b"), kVector}))
                  .tensors.contains("module.a"));
  EXPECT_TRUE(readObject(dict({text("module."), kVector, text("module.b"), kVector}))
                  .tensors.contains("module."));
  // As in Python, the last value of a key counts.
  EXPECT_EQ(readObject(dict({text("w"), kVector, text("w"), other})).tensors.at("w").elements(), 1);
}

TEST(Pickle, ObjectsWithoutAModelSayWhatTheyHold) {
  EXPECT_EQ(problemOfObject(kVector), "holds a tensor instead of a state dictionary");
  EXPECT_EQ(problemOfObject(list({kVector})), "holds a list instead of a state dictionary");
  EXPECT_EQ(problemOfObject(dict({text("epoch"), "K\x01", text("net"), dict({})})),
            "holds no state dictionary. Its entries are: epoch, net");
  EXPECT_EQ(problemOfObject("}"), "holds no state dictionary.");
  EXPECT_THAT(problemOfObject(dict({"K\x01", kVector})), HasSubstr("name is not usable: 1"));
  EXPECT_THAT(problemOfObject(dict({text("\xFF"), kVector})), HasSubstr("name is not usable"));
  EXPECT_THAT(problemOfObject(dict({text("__metadata__"), kVector})),
              HasSubstr("name is not usable"));
}

}  // namespace
}  // namespace mrm
