#include "core/dicom/transfer_syntax.h"

#include <array>

namespace mrm::dicom {
namespace {

struct Entry {
  std::string_view uid;
  std::string_view name;
  PixelCoding coding;
};

using enum PixelCoding;

constexpr std::string_view kRoot = "1.2.840.10008.1.2";

// PS3.6 annex A; the part of the UID after kRoot.
constexpr std::array kSyntaxes = {
    Entry{"", "Implicit VR Little Endian", Native},
    Entry{".1", "Explicit VR Little Endian", Native},
    Entry{".1.98", "Encapsulated Uncompressed", EncapsulatedNative},
    Entry{".1.99", "Deflated Explicit VR Little Endian", Native},
    Entry{".2", "Explicit VR Big Endian", Native},
    Entry{".4.50", "JPEG Baseline", Jpeg},
    Entry{".4.51", "JPEG Extended", Jpeg},
    Entry{".4.52", "JPEG Extended, process 3 and 5", Jpeg},
    Entry{".4.53", "JPEG Spectral Selection", Jpeg},
    Entry{".4.54", "JPEG Spectral Selection, process 7 and 9", Jpeg},
    Entry{".4.55", "JPEG Progressive", Jpeg},
    Entry{".4.56", "JPEG Progressive, process 11 and 13", Jpeg},
    Entry{".4.57", "JPEG Lossless", Jpeg},
    Entry{".4.58", "JPEG Lossless, process 15", Jpeg},
    Entry{".4.70", "JPEG Lossless, first-order prediction", Jpeg},
    Entry{".4.80", "JPEG-LS Lossless", JpegLs},
    Entry{".4.81", "JPEG-LS Near-lossless", JpegLs},
    Entry{".4.90", "JPEG 2000 Lossless", Jpeg2000},
    Entry{".4.91", "JPEG 2000", Jpeg2000},
    Entry{".4.92", "JPEG 2000 Multi-component Lossless", Jpeg2000},
    Entry{".4.93", "JPEG 2000 Multi-component", Jpeg2000},
    Entry{".4.94", "JPIP Referenced", Unsupported},
    Entry{".4.95", "JPIP Referenced Deflate", Unsupported},
    Entry{".4.100", "MPEG-2 video", Unsupported},
    Entry{".4.100.1", "MPEG-2 video", Unsupported},
    Entry{".4.101", "MPEG-2 video", Unsupported},
    Entry{".4.101.1", "MPEG-2 video", Unsupported},
    Entry{".4.102", "MPEG-4 video", Unsupported},
    Entry{".4.102.1", "MPEG-4 video", Unsupported},
    Entry{".4.103", "MPEG-4 video", Unsupported},
    Entry{".4.103.1", "MPEG-4 video", Unsupported},
    Entry{".4.104", "MPEG-4 video", Unsupported},
    Entry{".4.104.1", "MPEG-4 video", Unsupported},
    Entry{".4.105", "MPEG-4 video", Unsupported},
    Entry{".4.105.1", "MPEG-4 video", Unsupported},
    Entry{".4.106", "MPEG-4 video", Unsupported},
    Entry{".4.106.1", "MPEG-4 video", Unsupported},
    Entry{".4.107", "HEVC video", Unsupported},
    Entry{".4.108", "HEVC video", Unsupported},
    Entry{".4.110", "JPEG XL Lossless", Unsupported},
    Entry{".4.111", "JPEG XL JPEG Recompression", Unsupported},
    Entry{".4.112", "JPEG XL", Unsupported},
    Entry{".4.201", "High-Throughput JPEG 2000 Lossless", Jpeg2000},
    Entry{".4.202", "High-Throughput JPEG 2000 Lossless, RPCL", Jpeg2000},
    Entry{".4.203", "High-Throughput JPEG 2000", Jpeg2000},
    Entry{".4.204", "JPIP HTJ2K Referenced", Unsupported},
    Entry{".4.205", "JPIP HTJ2K Referenced Deflate", Unsupported},
    Entry{".5", "RLE Lossless", Rle},
    Entry{".7.1", "SMPTE ST 2110 video", Unsupported},
    Entry{".7.2", "SMPTE ST 2110 video", Unsupported},
    Entry{".7.3", "SMPTE ST 2110 audio", Unsupported},
    Entry{".8.1", "Deflated Image Frame Compression", DeflatedFrames},
};

}  // namespace

TransferSyntax transferSyntax(std::string_view uid) {
  TransferSyntax syntax;
  syntax.uid = uid;
  if (uid == "1.2.840.113619.5.2") {  // of old scanners of General Electric
    syntax.name = "GE private, big endian pixels";
    syntax.isImplicit = syntax.hasBigEndianPixels = true;
    return syntax;
  }
  if (uid.starts_with(kRoot)) {
    for (const Entry& entry : kSyntaxes) {
      if (uid.substr(kRoot.size()) != entry.uid) continue;
      syntax.name = entry.name;
      syntax.coding = entry.coding;
      syntax.isImplicit = entry.uid.empty();
      syntax.isBigEndian = entry.uid == ".2";
      syntax.isDeflated = entry.uid == ".1.99" || entry.uid == ".4.95" || entry.uid == ".4.205";
      return syntax;
    }
  }
  syntax.name = "not known";
  syntax.coding = Unsupported;
  return syntax;
}

}  // namespace mrm::dicom
