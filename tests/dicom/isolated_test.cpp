#include "core/dicom/isolated.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

#include "core/base/error.h"

namespace mrm::dicom {
namespace {

using Buffer = std::array<std::byte, 4>;

std::optional<std::string> run(Buffer& result,
                               const std::function<void(std::span<std::byte>)>& work) {
  return runIsolated(result.size(), result, work);
}

TEST(Isolated, TheResultComesBack) {
  Buffer result{};
  const pid_t parent = ::getpid();
  EXPECT_EQ(run(result,
                [&](std::span<std::byte> shared) {
                  shared[1] = std::byte{7};
                  if (::getpid() == parent) shared[2] = std::byte{1};
                }),
            std::nullopt);
  EXPECT_EQ(result, (Buffer{std::byte{0}, std::byte{7}, std::byte{0}, std::byte{0}}));
}

TEST(Isolated, AnErrorComesBackAsItsMessage) {
  Buffer result{};
  EXPECT_EQ(run(result, [](std::span<std::byte>) { throw Error("is damaged", "a.dcm"); }),
            "is damaged");
  EXPECT_EQ(run(result, [](std::span<std::byte>) { throw Error(std::string(5000, 'x')); }),
            std::string(511, 'x'));
}

TEST(Isolated, WhatEndsTheChildDoesNotEndTheProcess) {
  Buffer result{std::byte{9}};
  EXPECT_EQ(run(result, [](std::span<std::byte>) { std::abort(); }), "");
  EXPECT_EQ(run(result, [](std::span<std::byte>) { ::raise(SIGSEGV); }), "");
  EXPECT_EQ(run(result, [](std::span<std::byte>) { ::_exit(0); }), "");
  EXPECT_EQ(run(result, [](std::span<std::byte>) { throw 1; }), "");
  EXPECT_EQ(result[0], std::byte{9});
}

TEST(Isolated, WorksWhereChildrenAreIgnored) {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  Buffer result{};
  EXPECT_EQ(run(result, [](std::span<std::byte> shared) { shared[0] = std::byte{5}; }),
            std::nullopt);
  EXPECT_EQ(result[0], std::byte{5});
  EXPECT_EQ(run(result, [](std::span<std::byte>) { std::abort(); }), "");
  std::signal(SIGCHLD, before);
}

}  // namespace
}  // namespace mrm::dicom
