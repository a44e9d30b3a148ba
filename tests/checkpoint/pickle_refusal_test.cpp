// Whatever a pickle asks for beyond values and tensors ends in an error that names it, at a bounded
// cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "core/base/printable.h"
#include "tests/checkpoint/problems.h"
#include "tests/python.h"

namespace mrm {
namespace {

using namespace mrm::testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

std::string problemOfTensor(const std::string& tensorInstructions) {
  return problemOfObject(dict({text("w"), tensorInstructions}));
}

std::string problemOfStorage(const std::string& storageInstructions) {
  return problemOfTensor(tensor(storageInstructions, 0, {1}, {1}));
}

// ---- code --------------------------------------------------------------------------------------

TEST(PickleRefusal, EveryClassAndFunctionThatIsNotAllowedIsNamed) {
  const std::vector<std::pair<std::string, std::string>> names{
      {"os", "system"},
      {"posix", "system"},
      {"subprocess", "Popen"},
      {"builtins", "eval"},
      {"builtins", "exec"},
      {"__builtin__", "eval"},
      {"builtins", "getattr"},
      {"builtins", "__import__"},
      {"torch", "load"},
      {"torch.hub", "load"},
      {"torch.jit", "load"},
      {"torch", "Tensor"},
      {"copyreg", "_reconstructor"},
      {"copy_reg", "_reconstructor"},
      {"copyreg", "__newobj__"},
      {"functools", "partial"},
      {"pickle", "loads"},
      {"numpy", "load"},
      {"numpy.core.multiarray", "_reconstruct"},
      {"_codecs", "decode"},
      {"codecs", "encode"},
      {"collections", "OrderedDict.pop"},
      {"collections", "namedtuple"},
      {"torch._utils", "_import_dotted_name"},
      {"torch.storage", "_load_from_bytes"},
      {"torch", "FloatStorage.__init__"},
      {"torch", ""},
      {"pathlib", "PosixPath"},
      {"__main__", "Model"},
      {"", ""},
      {"os\x1b[2J", "system"}};
  for (const auto& [module, name] : names) {
    SCOPED_TRACE(module + "." + name);
    const std::string expected =
        "asks for " + printable(module) + "." + name + ", which is not allowed.";
    for (const std::string& function : {global(module, name), text(module) + text(name) + "\x93"}) {
      EXPECT_EQ(problemOfObject(call(function, {text("an argument")})), expected);
      EXPECT_EQ(problemOfObject(dict({text("model"), function})), expected);
    }
    EXPECT_EQ(problemOfObject("(" + text("x") + "i" + module + "\n" + name + "\n"), expected);
  }
}

TEST(PickleRefusal, AllowedNamesAreNotCalledInUnforeseenWays) {
  const std::string orderedDict = global("collections", "OrderedDict");
  EXPECT_THAT(problemOfObject(call(global("torch", "FloatStorage"), {})),
              HasSubstr("asks to call FloatStorage, which is not allowed"));
  EXPECT_THAT(problemOfObject(call(global("torch", "float32"), {})),
              HasSubstr("asks to call float32"));
  EXPECT_THAT(problemOfObject(call(text("os.system"), {})), HasSubstr("it calls a text"));
  EXPECT_THAT(problemOfObject(orderedDict + "NR"), HasSubstr("arguments of a call are no tuple"));
  EXPECT_THAT(problemOfObject(call(orderedDict, {"K\x01"})), HasSubstr("OrderedDict is made of"));
  EXPECT_THAT(problemOfObject(call(orderedDict, {list({tuple({"N"})})})),
              HasSubstr("other than pairs"));
  EXPECT_THAT(problemOfObject(orderedDict + "}b"),
              HasSubstr("set the attributes of a class or function"));
  EXPECT_THAT(problemOfObject(kVector + "}b"), HasSubstr("set the attributes of a tensor"));
  EXPECT_THAT(problemOfObject("]}b"), HasSubstr("set the attributes of a list"));
  EXPECT_THAT(problemOfObject(global("argparse", "Namespace") + ")\x81NNb"),
              HasSubstr("attributes of None"));
  EXPECT_THAT(problemOfObject(call(global("argparse", "Namespace"), {"N"})),
              HasSubstr("made with arguments"));
  EXPECT_THAT(problemOfObject(call(global("_codecs", "encode"), {text("x"), text("rot13")})),
              HasSubstr("text encoding rot13, which is not allowed"));
  EXPECT_THAT(problemOfObject(call(global("builtins", "set"), {"K\x01"})),
              HasSubstr("instead of a list"));
  EXPECT_THAT(problemOfObject(call(global("torch._utils", "_rebuild_parameter"), {"N"})),
              HasSubstr("None instead of a tensor"));
  EXPECT_THAT(problemOfObject(call(global("torch", "device"), {"K\x01"})),
              HasSubstr("instead of a text"));
  for (const std::string instruction : {"o", "\x92"})
    EXPECT_THAT(problemOfObject("(" + orderedDict + ")}" + instruction),
                HasSubstr("in a way that is not allowed"));
  for (const std::string instruction : {"\x82\x01", "\x83\x01\x01", "\x84\x01\x01\x01\x01"})
    EXPECT_THAT(problemOfObject(instruction), HasSubstr("extension by number"));
  EXPECT_THAT(problemOfObject("\x97"), HasSubstr("buffer outside the pickle"));
}

TEST(PickleRefusal, PickledCodeOfPythonIsNeverRun) {
  MRM_PYTHON_OR_SKIP(python, "torch");
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  const auto witness = folder / "executed";
  const auto result = runPythonWith(
      python, {"-c",
               "import os, sys, torch\n"
               "class Evil:\n"
               "    def __reduce__(self): return os.system, ('touch ' + sys.argv[2],)\n"
               "class Loader:\n"
               "    def __reduce__(self): return torch.load, (sys.argv[1] + '/zip.pth',)\n"
               "class Text:\n"
               "    def __reduce__(self): return eval, ('open(%r, \"w\")' % sys.argv[2],)\n"
               "for name, value in (('', Evil()), ('load_', Loader()), ('eval_', Text())):\n"
               "    for new in (True, False):\n"
               "        torch.save({'model': {'w': torch.zeros(2)}, 'x': value},\n"
               "                   f\"{sys.argv[1]}/{name}{'zip' if new else 'legacy'}.pth\",\n"
               "                   _use_new_zipfile_serialization=new)\n",
               folder, witness});
  ASSERT_EQ(result.code, 0) << result.output;
  const std::vector<std::pair<std::string, std::string>> files{
      {"", "posix.system"}, {"load_", "torch.serialization.load"}, {"eval_", "__builtin__.eval"}};
  for (const auto& [prefix, function] : files)
    for (const char* form : {"zip.pth", "legacy.pth"}) try {
        readCheckpointFile(folder / (prefix + form));
        ADD_FAILURE() << prefix << form << " was read";
      } catch (const Error& e) {
        EXPECT_EQ(e.problem(), "asks for " + function + ", which is not allowed.");
      }
  EXPECT_FALSE(std::filesystem::exists(witness));
}

// ---- storages and tensors ----------------------------------------------------------------------

TEST(PickleRefusal, PersistentIdsThatAreNoStorage) {
  const auto pid = [](const std::vector<std::string>& parts) { return tuple(parts) + "Q"; };
  const std::string type = global("torch", "FloatStorage");
  EXPECT_THAT(problemOfStorage("NQ"), HasSubstr("a storage is described by None"));
  EXPECT_THAT(problemOfStorage(")Q"), HasSubstr("too few arguments"));
  EXPECT_THAT(problemOfStorage(pid({text("module"), type, text("x.py"), text("code")})),
              HasSubstr("whole Python module"));
  EXPECT_THAT(problemOfStorage(pid({text("file"), type, text("/etc/passwd")})),
              HasSubstr("object of kind 'file', which is not allowed"));
  EXPECT_THAT(problemOfStorage(
                  pid({text("storage"), text("FloatStorage"), text("0"), text("cpu"), integer(6)})),
              HasSubstr("a text instead of a class"));
  EXPECT_THAT(problemOfStorage(pid({text("storage"), global("collections", "OrderedDict"),
                                    text("0"), text("cpu"), integer(6)})),
              HasSubstr("asks for OrderedDict as a storage"));
  EXPECT_THAT(problemOfStorage(pid({text("storage"), type, integer(0), text("cpu"), integer(6)})),
              HasSubstr("a number instead of a text"));
  EXPECT_THAT(problemOfStorage(pid({text("storage"), type, text("0"), text("cpu"), text("6")})),
              HasSubstr("a text instead of a number"));
  for (const std::int64_t size : {std::int64_t{-1}, kLargest, -kLargest - 1})
    EXPECT_THAT(problemOfStorage(storage("FloatStorage", "0", size)),
                HasSubstr("storage has an impossible size"));
  for (const auto& [offset, elements] : std::vector<std::pair<std::int64_t, std::int64_t>>{
           {-1, 1}, {0, 7}, {6, 1}, {7, 0}, {1, -1}, {1, kLargest}, {kLargest, kLargest}})
    EXPECT_THAT(problemOfStorage(storage("FloatStorage", "0", 6,
                                         {tuple({text("1"), integer(offset), integer(elements)})})),
                HasSubstr("view passes the end of its storage"));
  EXPECT_THAT(problemOfObject("Pfile\n"), HasSubstr("outside the file, which is not allowed"));
  // The key never is a path.
  const auto zipped = torchZip(
      pickle(dict({text("w"), tensor(storage("FloatStorage", "../data.pkl", 1), 0, {1}, {1})})));
  EXPECT_THAT(problemOf(zipped), HasSubstr("lacks the entry 'archive/data/../data.pkl'"));
}

TEST(PickleRefusal, TensorsThatPassTheirStorage) {
  const std::string six = storage("FloatStorage", "0", 6);
  struct Case {
    std::int64_t offset;
    std::vector<std::int64_t> shape, strides;
  };
  for (const Case& bad : std::vector<Case>{{0, {7}, {1}},
                                           {1, {6}, {1}},
                                           {6, {}, {}},
                                           {-1, {1}, {1}},
                                           {kLargest, {1}, {1}},
                                           {kLargest, {2}, {1}},
                                           {0, {2}, {6}},
                                           {5, {2}, {-1}},
                                           {0, {2, 3}, {4, 1}},
                                           {0, {2}, {kLargest}},
                                           {0, {3}, {kLargest}},
                                           {0, {2, 2}, {kLargest, kLargest}},
                                           {0, {1LL << 40}, {1}}})
    EXPECT_EQ(problemOfTensor(tensor(six, bad.offset, bad.shape, bad.strides)),
              "is damaged: a tensor passes the end of its storage '0'");
  for (const Case& bad : std::vector<Case>{{0, {-1}, {1}},
                                           {0, {1LL << 32, 1LL << 32}, {1, 1}},
                                           {0, {0, 1LL << 32, 1LL << 32}, {1, 1, 1}},
                                           {0, {kLargest}, {0}}})
    EXPECT_EQ(problemOfTensor(tensor(six, bad.offset, bad.shape, bad.strides)),
              "is damaged: a tensor's shape is impossible");
  EXPECT_THAT(problemOfTensor(tensor(six, 0, {1, 1}, {1})), HasSubstr("more sizes than strides"));
  EXPECT_THAT(problemOfTensor(tensor(six, 0, std::vector<std::int64_t>(65, 1),
                                     std::vector<std::int64_t>(65, 1))),
              HasSubstr("more than 64 dimensions"));
  EXPECT_THAT(problemOfTensor(call(global("torch._utils", "_rebuild_tensor_v2"),
                                   {six, integer(0), tuple({text("1")}), integers({1})})),
              HasSubstr("no whole number"));
}

TEST(PickleRefusal, StoragesThatTheFileDoesNotHold) {
  const std::string object =
      pickle(dict({text("w"), tensor(storage("FloatStorage", "0", 6), 0, {1}, {1})}));
  EXPECT_THAT(problemOf(torchZip(object)), HasSubstr("lacks the entry 'archive/data/0'"));
  EXPECT_EQ(problemOf(torchZip(object, {{"0", sixFloats().substr(1)}})),
            "is damaged: storage '0' has 23 bytes instead of 24");
  EXPECT_EQ(problemOf(torchLegacy(object)), "is damaged: it lacks storage '0'");
  EXPECT_EQ(problemOf(torchLegacy(object, {{"0", 6, sixFloats().substr(1)}})),
            "is cut off: it ends within storage '0'");
  EXPECT_EQ(problemOf(torchLegacy(object, {{"0", 5, sixFloats()}})),
            "is damaged: storage '0' has 20 bytes instead of 24");
  EXPECT_THAT(problemOf(torchLegacy(object, {{"0", kLargest, sixFloats()}})),
              HasSubstr("a storage has no size"));
  EXPECT_THAT(problemOf(torchLegacy(object, {{"0", -1, sixFloats()}})),
              HasSubstr("a storage has no size"));
  EXPECT_THAT(problemOf(torchLegacy(object, {{"1", 6, sixFloats()}})),
              HasSubstr("a storage that no tensor uses"));
  EXPECT_THAT(problemOf(torchLegacy(object, {{"0", 0, ""}, {"0", 6, sixFloats()}})),
              HasSubstr("storage '0' stands twice"));
  const std::string twoTypes = pickle(
      dict({text("w"), kVector, text("v"), tensor(storage("DoubleStorage", "0", 3), 0, {3}, {1})}));
  EXPECT_THAT(problemOf(torchLegacy(twoTypes, {{"0", 6, sixFloats()}})),
              HasSubstr("storage '0' has two types"));
}

TEST(PickleRefusal, KindsOfTensorsThatAreNotSupportedAreNamed) {
  for (const char* type : {"ComplexFloatStorage", "ComplexDoubleStorage", "QInt8Storage",
                           "QUInt8Storage", "QInt32Storage"})
    EXPECT_EQ(problemOfStorage(storage(type, "0", 1)),
              "holds a tensor in a torch." + std::string(type) + ", which is not supported");
  const std::vector<std::pair<std::string, std::string>> kinds{
      {"_rebuild_sparse_tensor", "a sparse tensor"},
      {"_rebuild_qtensor", "a quantized tensor"},
      {"_rebuild_nested_tensor", "a nested tensor"},
      {"_rebuild_meta_tensor_no_storage", "a tensor without values"}};
  for (const auto& [function, meaning] : kinds)
    EXPECT_EQ(problemOfObject(call(global("torch._utils", function), {"N"})),
              "holds " + meaning + " (torch._utils." + function + "), which is not supported");
  EXPECT_EQ(problemOfObject(call(global("torch._utils", "_rebuild_tensor_v3"),
                                 {"N", "N", "N", "N", "N", "N", global("torch", "float8_e5m2")})),
            "holds a tensor of type torch.float8_e5m2, which is not supported");
  EXPECT_THAT(problemOfTensor(call(global("torch._utils", "_rebuild_tensor_v2"),
                                   {storage("FloatStorage", "0", 6), integer(0), integers({6}),
                                    integers({1}), "\x89", "}", dict({text("neg"), "\x88"})})),
              HasSubstr("negated values"));
}

// ---- form --------------------------------------------------------------------------------------

TEST(PickleRefusal, InstructionsThatDoNotFitTogether) {
  for (const std::string body : {"", "0", "2", "N0", "(", "(0", "q\x01", "N\x85\x86", "(N00", "R",
                                 "NR", "b", "Nb", "Q", "\x93", "N\x93", "(N\x86", "\x94"})
    EXPECT_THAT(problemOfObject(body), HasSubstr("takes more than it puts")) << body;
  for (const std::string body : {"t", "l", "d", "e", "]e", "u", "1", "\x90", "\x91"})
    EXPECT_THAT(problemOfObject(body), HasSubstr("a list that it never began")) << body;
  for (const std::string body :
       {"NNa", "}Na", "](NNu", "]NNs", "}(Ne", "](N\x90", "N(Ne", "\x8f(Ne", ")Na"})
    EXPECT_THAT(problemOfObject(body), HasSubstr("adds items to")) << body;
  for (const std::string body : {"Na", "NNs", "(e", "(Nu", "((Ne"})
    EXPECT_THAT(problemOfObject(body), AnyOf(HasSubstr("adds to nothing"), HasSubstr("takes more")))
        << body;
  for (const std::string body : {"(Nd", "}(Nu"})
    EXPECT_THAT(problemOfObject(body), HasSubstr("a key without a value")) << body;
  for (const std::string body : {"h\x07", "Nq\x01h\x02"})
    EXPECT_THAT(problemOfObject(body), HasSubstr("recalls a value that it never stored"));
  EXPECT_THAT(problemOfObject("NN\x93"), HasSubstr("not named by text"));
  EXPECT_THAT(problemOfObject("Iabc\n"), HasSubstr("'abc' is no whole number"));
  EXPECT_THAT(problemOfObject("I99999999999999999999\n"), HasSubstr("is no whole number"));
  EXPECT_THAT(problemOfObject("I" + std::string(100, '1') + "\n"), HasSubstr("is too long"));
  EXPECT_THAT(problemOfObject("c" + std::string(10'000, 'a') + "\nb\n"), HasSubstr("is too long"));
  for (const std::string instruction : {"F1.5\n", "Vtext\n", "S'text'\n", "L12L\n", "p1\n", "g1\n"})
    EXPECT_THAT(problemOfObject(instruction), HasSubstr("unknown pickle instruction"));
}

TEST(PickleRefusal, OtherProtocols) {
  const auto withProtocol = [](char protocol) {
    return problemOf(torchZip(std::string("\x80") + protocol + "}."));
  };
  for (const char protocol : {'\0', '\1', '\6', '\xFF'})
    EXPECT_THAT(withProtocol(protocol), HasSubstr("which is not supported"));
  for (const char protocol : {'\2', '\3', '\4', '\5'})
    EXPECT_THAT(withProtocol(protocol), HasSubstr("no state dictionary"));
  EXPECT_THAT(problemOf(torchZip("(dp0\n.")), HasSubstr("no Python pickle of protocol 2 or later"));
}

TEST(PickleRefusal, EveryTruncation) {
  const std::string object =
      pickle(dict({text("model"), dict({text("w"), kVector}), text("epoch"), integer(3), text("lr"),
                   std::string("G\x3F\xF8\0\0\0\0\0\0", 9), text("s"), "\x8c\x02hi", text("args"),
                   global("argparse", "Namespace") + ")\x81" + dict({text("lr"), "K\x01"}) + "b"}));
  ASSERT_EQ(problemOf(torchZip(object, {{"0", sixFloats()}})), "no error");
  for (std::size_t length = 0; length < object.size(); ++length)
    EXPECT_THAT(problemOf(torchZip(object.substr(0, length), {{"0", sixFloats()}})),
                HasSubstr("breaks off"));
  const std::string legacy = torchLegacy(object, {{"0", 6, sixFloats()}});
  ASSERT_EQ(problemOf(legacy), "no error");
  for (std::size_t length = 0; length < legacy.size(); ++length)
    EXPECT_NE(problemOf(legacy.substr(0, length)), "no error") << length;
}

TEST(PickleRefusal, OtherFilesAreRecognised) {
  EXPECT_EQ(problemOf(""), "is empty");
  EXPECT_THAT(problemOf("version https://git-lfs.github.com/spec/v1\n"), HasSubstr("Git LFS"));
  EXPECT_THAT(problemOf("<!DOCTYPE html><html>"), HasSubstr("web page"));
  EXPECT_THAT(problemOf("\x1f\x8b\x08"), HasSubstr("gzip"));
  EXPECT_THAT(problemOf("any other text"), HasSubstr("neither safetensors nor"));
  EXPECT_THAT(problemOf(pickle(dict({text("a"), "N"}))), HasSubstr("none that torch.save wrote"));
  EXPECT_THAT(problemOf(pickle("\x8a\x0a" + std::string(10, 'x'))),
              HasSubstr("none that torch.save wrote"));
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  EXPECT_THROW(readCheckpointFile(folder), Error);
  EXPECT_THROW(readCheckpointFile(folder / "absent"), Error);
  EXPECT_THROW(readPytorchFile(inMemory("text")), Error);
}

}  // namespace
}  // namespace mrm
