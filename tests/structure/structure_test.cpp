// What keeps the source tree in its shape: which folder may include what, and what no file may
// hold.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <regex>

#include "tests/structure/source_tree.h"

namespace mrm::testing {
namespace {

bool under(const std::string& path, const std::string& folder) {
  return path.starts_with(folder + "/");
}

bool underAny(const std::string& path, const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](const std::string& folder) { return under(path, folder); });
}

bool matches(const std::string& text, const char* pattern) {
  return std::regex_search(text, std::regex(pattern));
}

// <QString>, <QtCore/QString>, <qcustomplot.h>, <vtkImageData.h>, <QVTK…>.
bool isQtOrVtk(const Include& include) {
  return matches(include.target, R"(^(Q[A-Z][A-Za-z0-9]*$|Qt[A-Za-z0-9]*/|q[a-z]+\.h$|vtk|QVTK))");
}

bool isTorch(const Include& include) {
  return matches(include.target, R"(^(torch|ATen|c10|caffe2|c10d)/)");
}

// Headers that take many seconds and over a gigabyte to compile.
bool isHeavyTorch(const Include& include) {
  return matches(include.target, R"(^(torch/(torch|all|script|extension)\.h|ATen/ATen\.h)$)");
}

// Folders of core/ from those that need nothing to those that need the most.
std::vector<std::string> coreFolders() {
  const std::string list = readRepositoryFile("core/CMakeLists.txt");
  const std::regex line(R"(add_subdirectory\((\w+)\))");
  std::vector<std::string> folders;
  for (std::sregex_iterator it(list.begin(), list.end(), line), end; it != end; ++it)
    folders.push_back((*it)[1]);
  return folders;
}

int output(const std::string& command, std::string& text) {
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return -1;
  std::array<char, 4096> part{};
  while (const std::size_t n = fread(part.data(), 1, part.size(), pipe))
    text.append(part.data(), n);
  return pclose(pipe);
}

TEST(Structure, IncludesAreFoundAndThoseInCommentsAreNot) {
  const auto includes = includesOf(
      "// #include <a>\n/* x\n#include <b>\n*/\n#include <QString>\n  # include \"core/c.h\" // "
      "d\n");
  ASSERT_EQ(includes.size(), 2u);
  EXPECT_EQ(includes[0].target, "QString");
  EXPECT_TRUE(includes[0].system);
  EXPECT_EQ(includes[0].line, 5);
  EXPECT_EQ(includes[1].target, "core/c.h");
  EXPECT_FALSE(includes[1].system);
}

TEST(Structure, TheKindsOfHeadersAreTold) {
  for (const char* qt :
       {"QString", "QtCore/QString", "qcustomplot.h", "vtkImageData.h", "qglobal.h"})
    EXPECT_TRUE(isQtOrVtk({qt})) << qt;
  for (const char* other :
       {"queue", "core/base/error.h", "vector", "quadmath", "nlohmann/json.hpp"})
    EXPECT_FALSE(isQtOrVtk({other})) << other;
  for (const char* torch : {"torch/torch.h", "ATen/core/Tensor.h", "c10/core/Device.h"})
    EXPECT_TRUE(isTorch({torch})) << torch;
  EXPECT_FALSE(isTorch({"core/checkpoint/pytorch_file.h"}));
  EXPECT_GT(includeGraph().size(), 10u);
}

TEST(Structure, CoreHasNoQtAndNoVtk) {
  for (const auto& [path, includes] : includeGraph()) {
    if (!under(path, "core")) continue;
    if (const auto chain = chainTo(path, isQtOrVtk)) ADD_FAILURE() << *chain;
  }
}

TEST(Structure, DependenciesPointFromAppToWidgetsToCore) {
  const std::vector<std::string> layers = {"core", "widgets", "app", "tests"};
  for (const auto& [path, includes] : includeGraph()) {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      if (!under(path, layers[layer])) continue;
      const std::vector<std::string> above(layers.begin() + layer + 1, layers.end());
      for (const Include& include : includes) {
        EXPECT_FALSE(underAny(include.target, above))
            << path << ":" << include.line << " includes " << include.target;
      }
    }
  }
}

TEST(Structure, AFolderOfCoreIncludesOnlyThoseAboveItInTheList) {
  const std::vector<std::string> folders = coreFolders();
  ASSERT_GT(folders.size(), 10u);
  const auto place = [&](const std::string& path) {
    const std::size_t slash = path.find('/', 5);
    const auto found = std::find(folders.begin(), folders.end(), path.substr(5, slash - 5));
    return found == folders.end() ? -1 : static_cast<int>(found - folders.begin());
  };
  for (const auto& [path, includes] : includeGraph()) {
    if (!under(path, "core")) continue;
    ASSERT_GE(place(path), 0) << path << " is in a folder that core/CMakeLists.txt does not list";
    for (const Include& include : includes) {
      if (!under(include.target, "core")) continue;
      ASSERT_GE(place(include.target), 0) << path << ":" << include.line << " " << include.target;
      EXPECT_LE(place(include.target), place(path))
          << path << ":" << include.line << " includes " << include.target
          << ", which stands below it in core/CMakeLists.txt";
    }
  }
}

// Everything else compiles without libtorch, and no window code ever waits for its headers.
TEST(Structure, TorchIsSeenInModelAndTrainAlone) {
  const std::vector<std::string> allowed = {"core/model", "core/train", "tests/model",
                                            "tests/train"};
  for (const auto& [path, includes] : includeGraph()) {
    if (underAny(path, allowed)) continue;
    if (const auto chain = chainTo(path, isTorch)) ADD_FAILURE() << *chain;
  }
}

TEST(Structure, NoHeaderIncludesTheHeavyHeadersOfTorch) {
  for (const auto& [path, includes] : includeGraph()) {
    if (!isHeader(path)) continue;
    for (const Include& include : includes)
      EXPECT_FALSE(isHeavyTorch(include)) << path << ":" << include.line << " " << include.target;
  }
}

TEST(Structure, CoreDoesNotPrint) {
  for (const auto& [path, includes] : includeGraph()) {
    if (!under(path, "core")) continue;
    EXPECT_FALSE(
        matches(readRepositoryFile(path), R"(\bstd::(cout|cerr|clog)\b|[^nf]\bf?printf\s*\()"))
        << path << " prints; report through a progress sink or an exception instead";
  }
}

TEST(Structure, HeadersGuardThemselves) {
  for (const auto& [path, includes] : includeGraph()) {
    if (!isHeader(path)) continue;
    EXPECT_NE(readRepositoryFile(path).find("#pragma once"), std::string::npos) << path;
  }
}

TEST(Structure, NoFileNamesAPlaceOnOneMachine) {
  // Built from pieces, so that this file does not name them either.
  const std::string slash = "/";
  std::string names = "(^|[^A-Za-z0-9_.}$])(";
  for (const char* name : {"work/(main|wt|shared)", "root", "home/[a-z]", "farm", "tmp",
                           "Users/[A-Za-z]", "opt/refenv"})
    names += slash + name + "(/|\\b)|";
  names.back() = ')';
  const std::regex place(names);
  for (const std::string& path : repositoryFiles()) {
    const std::string text = readRepositoryFile(path);
    if (text.find('\0') != std::string::npos) continue;  // a picture or the like
    int number = 1;
    for (std::size_t from = 0; from < text.size(); ++number) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      const std::string line = text.substr(from, std::min<std::size_t>(to - from, 2000));
      from = to + 1;
      EXPECT_FALSE(std::regex_search(line, place)) << path << ":" << number << " " << line;
    }
  }
}

TEST(Structure, SourcesAreFormatted) {
  // Versions of clang-format differ in what they make of the same settings.
  std::string version, formatter;
  for (const char* candidate : {"clang-format-14", "clang-format"}) {
    version.clear();
    if (output(std::string(candidate) + " --version 2>/dev/null", version) == 0 &&
        matches(version, "version 14\\.")) {
      formatter = candidate;
      break;
    }
  }
  if (formatter.empty()) GTEST_SKIP() << "clang-format 14 is not installed";
  std::string command = "cd '" MRM_SOURCE_DIR "' && " + formatter + " --dry-run -Werror";
  for (const auto& [path, includes] : includeGraph()) command += " '" + path + "'";
  std::string complaints;
  EXPECT_EQ(output(command + " 2>&1", complaints), 0)
      << "Run clang-format -i on what is named here:\n"
      << complaints.substr(0, 3000);
}

}  // namespace
}  // namespace mrm::testing
