#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/error.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

// NIST's examples for SHA-256: the empty message, "abc", the two-block message, a million times
// "a".
TEST(Sha256, GivesThePublishedExamples) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "a";
  std::ofstream(file, std::ios::binary) << std::string(1000000, 'a');
  EXPECT_EQ(sha256OfFile(file), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_THROW(sha256OfFile(folder.path() / "none"), Error);
}

}  // namespace
}  // namespace mrm
