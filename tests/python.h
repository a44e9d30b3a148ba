// Runs scripts with the Python that MRM_TEST_PYTHON names, for comparing with other
// implementations.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace mrm::testing {

// The exit code and what was printed (both streams); -1 when it could not be started.
struct PythonResult {
  int code = -1;
  std::string output;
};

inline PythonResult runPython(std::vector<std::string> arguments) {
  const char* python = std::getenv("MRM_TEST_PYTHON");
  if (!python) return {};
  arguments.insert(arguments.begin(), python);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const auto log = std::filesystem::path(::testing::TempDir()) /
                   ("mrm_python_" + std::to_string(::getpid()) + ".log");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t child = 0;
  PythonResult result;
  if (::posix_spawn(&child, python, &actions, nullptr, argv.data(), environ) == 0) {
    int status = 0;
    ::waitpid(child, &status, 0);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  posix_spawn_file_actions_destroy(&actions);
  std::ifstream in(log, std::ios::binary);
  result.output.assign(std::istreambuf_iterator<char>(in), {});
  std::filesystem::remove(log);
  return result;
}

}  // namespace mrm::testing

// Use at the start of a test: skips it where the Python packages ("torch, safetensors") are not
// there.
#define MRM_PYTHON_OR_SKIP(packages)                                                  \
  if (!std::getenv("MRM_TEST_PYTHON"))                                                \
    GTEST_SKIP() << "needs a Python with " << (packages) << " (set MRM_TEST_PYTHON)"; \
  if (mrm::testing::runPython({"-c", std::string("import ") + (packages)}).code != 0) \
  GTEST_SKIP() << "the Python of MRM_TEST_PYTHON lacks one of: " << (packages)
