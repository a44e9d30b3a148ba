#include "core/dicom/dicom_file.h"

#include <cstring>

#include "core/base/error.h"
#include "core/dicom/data_set_reader.h"
#include "core/dicom/inflate.h"

namespace mrm::dicom {
namespace {

constexpr std::size_t kPreamble = 128;
// Room for any header: of a deflated file no more is unpacked to read one.
constexpr std::size_t kMaxInflatedHeader = std::size_t{1} << 24;

bool hasPrefix(std::span<const std::byte> bytes) {
  return bytes.size() >= kPreamble + 4 && std::memcmp(bytes.data() + kPreamble, "DICM", 4) == 0;
}

[[noreturn]] void failNoDicom(const std::string& name) {
  throw Error("is no DICOM file", name);
}

DataSet viewOf(const std::vector<Element>& elements, std::string_view characterSet = {}) {
  return DataSet(elements, 0, static_cast<std::uint32_t>(elements.size()), characterSet);
}

}  // namespace

DicomFile DicomFile::open(const std::filesystem::path& path, Extent extent) {
  return parse(mapFile(path), extent);
}

DicomFile DicomFile::parse(FileBytes source, Extent extent) {
  DicomFile file;
  file.file_ = std::move(source);
  std::span<const std::byte> bytes = file.file_.bytes;
  const std::string& name = file.file_.name;
  if (bytes.empty()) throw Error("is empty", name);
  if (bytes.size() > kMaxFileBytes) throw Error("is larger than the 4 GiB that can be read", name);

  std::size_t begin = 0;
  if (hasPrefix(bytes))
    begin = kPreamble + 4;
  else if (!looksLikeDataSet(bytes, 0))
    failNoDicom(name);

  ReadElements meta = readElements(bytes, begin, {}, Extent::Whole, true);
  file.metaElements_ = std::make_unique<const std::vector<Element>>(std::move(meta.elements));
  file.meta_ = viewOf(*file.metaElements_);
  const std::string uid = file.meta_.text(kTransferSyntax, 0);
  const bool isTold = !uid.empty();
  if (isTold) file.syntax_ = mrm::dicom::transferSyntax(uid);
  begin = meta.end;

  if (file.syntax_.isDeflated) {
    const std::size_t limit = extent == Extent::Header ? kMaxInflatedHeader : kMaxInflatedBytes;
    auto inflated = std::make_shared<Inflated>(inflateRaw(bytes.subspan(begin), limit));
    if (!inflated->isWhole && extent == Extent::Whole) {
      file.damage_ = inflated->bytes.size() >= limit
                         ? "is larger than the 1 GiB that can be read, once unpacked"
                         : "is cut off or damaged: its deflated data set does not end";
    }
    bytes = inflated->bytes;
    file.inflated_ = std::shared_ptr<const void>(inflated, inflated->bytes.data());
    begin = 0;
  }

  const Encoding assumed{!isTold || file.syntax_.isImplicit, file.syntax_.isBigEndian};
  const Encoding encoding = detectEncoding(bytes, begin, assumed);
  if (!isTold) {
    file.syntax_ = mrm::dicom::transferSyntax(encoding.isImplicit    ? "1.2.840.10008.1.2"
                                              : encoding.isBigEndian ? "1.2.840.10008.1.2.2"
                                                                     : "1.2.840.10008.1.2.1");
    file.syntax_.uid.clear();
  }
  file.syntax_.isImplicit = encoding.isImplicit;
  file.syntax_.isBigEndian = encoding.isBigEndian;

  ReadElements read = readElements(bytes, begin, encoding, extent);
  if (file.damage_.empty()) file.damage_ = !meta.damage.empty() ? meta.damage : read.damage;
  if (read.elements.empty() && file.metaElements_->empty()) failNoDicom(name);
  file.elements_ = std::make_unique<const std::vector<Element>>(std::move(read.elements));
  file.dataSet_ = viewOf(*file.elements_);
  return file;
}

}  // namespace mrm::dicom
