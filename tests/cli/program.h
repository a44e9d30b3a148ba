// Running the mrm program as a user's shell would.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

namespace mrm::testing {

struct Outcome {
  int exitCode = -1;   // -1: ended by a signal
  std::string output;  // both streams
};

// Starts mrm with the arguments; its output goes to a pipe whose reading end is returned in
// `output`.
inline pid_t startMrm(const std::vector<std::string>& arguments, int* output) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error("pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], 1);
    ::dup2(ends[1], 2);
    ::close(ends[0]);
    ::close(ends[1]);
    std::vector<char*> argv{const_cast<char*>("mrm")};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(MRM_PROGRAM, argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  *output = ends[0];
  return child;
}

inline Outcome finishMrm(pid_t child, int output) {
  Outcome outcome;
  std::array<char, 4096> buffer{};
  for (ssize_t n; (n = ::read(output, buffer.data(), buffer.size())) > 0;)
    outcome.output.append(buffer.data(), static_cast<std::size_t>(n));
  ::close(output);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) outcome.exitCode = WEXITSTATUS(status);
  return outcome;
}

inline Outcome runMrm(const std::vector<std::string>& arguments) {
  int output = -1;
  const pid_t child = startMrm(arguments, &output);
  return finishMrm(child, output);
}

}  // namespace mrm::testing
