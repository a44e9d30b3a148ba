// Opens a file as a DICOM data set, whatever state it is in, within limits.
//
// The elements are walked by own code: DCMTK 3.6.7, which serves for names, character sets and
// codecs, ends the process on deeply nested sequences and does not know the newer transfer
// syntaxes.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/dicom/data_set.h"
#include "core/dicom/transfer_syntax.h"

namespace mrm::dicom {

inline constexpr std::size_t kMaxFileBytes = std::size_t{1} << 32;
inline constexpr std::size_t kMaxInflatedBytes = std::size_t{1} << 30;
inline constexpr std::size_t kMaxElements = std::size_t{1} << 21;
inline constexpr int kMaxDepth = 64;  // of sequences in sequences

enum class Extent {
  Whole,
  Header  // up to the pixels, sequences left closed except those that describe the image
};

class DicomFile {
 public:
  // With or without preamble and meta header; little or big endian, deflated, explicit or implicit
  // (found out where the file does not say, or says it wrongly). A file that breaks off is read as
  // far as it goes: see damage(). Throws Error when it cannot be opened, is too large, or is no
  // DICOM file.
  static DicomFile open(const std::filesystem::path& path, Extent extent = Extent::Whole);
  // The same of bytes in memory, which `file.owner` keeps.
  static DicomFile parse(FileBytes file, Extent extent = Extent::Whole);

  const std::string& name() const { return file_.name; }
  const TransferSyntax& transferSyntax() const { return syntax_; }
  const DataSet& meta() const { return meta_; }  // group 0002
  const DataSet& dataSet() const { return dataSet_; }

  // Why reading ended before the file did; empty when it did not.
  const std::string& damage() const { return damage_; }

 private:
  DicomFile() = default;

  FileBytes file_;
  std::shared_ptr<const void> inflated_;
  TransferSyntax syntax_;
  // Behind a pointer, so that the views stay valid when the file object is moved.
  std::unique_ptr<const std::vector<Element>> metaElements_, elements_;
  DataSet meta_, dataSet_;
  std::string damage_;
};

}  // namespace mrm::dicom
