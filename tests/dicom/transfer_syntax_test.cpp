#include "core/dicom/transfer_syntax.h"

#include <gtest/gtest.h>

namespace mrm::dicom {
namespace {

TEST(TransferSyntax, TellsHowElementsAreEncoded) {
  EXPECT_TRUE(transferSyntax("1.2.840.10008.1.2").isImplicit);
  EXPECT_FALSE(transferSyntax("1.2.840.10008.1.2.1").isImplicit);
  EXPECT_TRUE(transferSyntax("1.2.840.10008.1.2.2").isBigEndian);
  EXPECT_TRUE(transferSyntax("1.2.840.10008.1.2.1.99").isDeflated);
  EXPECT_FALSE(transferSyntax("1.2.840.10008.1.2.1.99").isEncapsulated());
}

TEST(TransferSyntax, TellsHowPixelsAreCompressed) {
  EXPECT_EQ(transferSyntax("1.2.840.10008.1.2.4.70").coding, PixelCoding::Jpeg);
  EXPECT_EQ(transferSyntax("1.2.840.10008.1.2.4.203").coding, PixelCoding::Jpeg2000);
  EXPECT_EQ(transferSyntax("1.2.840.10008.1.2.4.102").coding, PixelCoding::Unsupported);
}

TEST(TransferSyntax, AnUnknownOneIsEncapsulatedAndCannotBeDecoded) {
  for (const char* uid : {"1.2.840.10008.1.2.4.999", "1.2.3", "1.2.840.10008.1.2x"}) {
    const TransferSyntax syntax = transferSyntax(uid);
    EXPECT_EQ(syntax.coding, PixelCoding::Unsupported) << uid;
    EXPECT_TRUE(syntax.isEncapsulated()) << uid;
  }
}

}  // namespace
}  // namespace mrm::dicom
