// Runs small Python programs that check our files with the libraries of others.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace mrm::testing {

// The interpreter for tests, from the environment variable MRM_TEST_PYTHON; empty when it is not
// set or cannot import `modules` ("tensorboard", "torch, transformers").
inline std::string pythonWith(const std::string& modules) {
  const char* python = std::getenv("MRM_TEST_PYTHON");
  if (!python || !*python) return {};
  const std::string command =
      "'" + std::string(python) + "' -c 'import " + modules + "' 2>/dev/null";
  return std::system(command.c_str()) == 0 ? python : "";
}

struct PythonResult {
  int code = -1;       // not 0 when it failed
  std::string output;  // what was printed
};

inline PythonResult runCommand(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) return {};
  PythonResult result;
  std::array<char, 4096> part{};
  while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe))
    result.output.append(part.data(), count);
  result.code = ::pclose(pipe);
  return result;
}

// What the program prints; its working folder is `folder`. Empty when it fails.
inline std::string runPython(const std::string& python, const std::filesystem::path& folder,
                             const std::string& program) {
  std::ofstream(folder / "check.py") << program;
  const auto result = runCommand("cd '" + folder.string() + "' && '" + python + "' check.py");
  return result.code == 0 ? result.output : "";
}

// `python arguments…`, for a script of the repository or {"-c", program}; errors are in the output.
inline PythonResult runPythonWith(const std::string& python,
                                  const std::vector<std::string>& arguments) {
  std::string command = "'" + python + "'";
  for (const std::string& argument : arguments) {
    command += " '";
    for (const char c : argument) command += c == '\'' ? std::string("'\\''") : std::string(1, c);
    command += "'";
  }
  return runCommand(command + " 2>&1");
}

}  // namespace mrm::testing

// Use at the start of a test: names the interpreter, or skips the test.
#define MRM_PYTHON_OR_SKIP(variable, modules)                     \
  const std::string variable = mrm::testing::pythonWith(modules); \
  if (variable.empty()) GTEST_SKIP() << "no Python with " << (modules) << " (set MRM_TEST_PYTHON)"
