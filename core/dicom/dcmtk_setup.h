// What DCMTK needs once in a process before its codecs and converters are used.
#pragma once

#include <string>
#include <vector>

namespace mrm::dicom {

// Turns DCMTK's log off, all but what DcmtkWarnings collects: what goes wrong is thrown, not
// printed. Thread-safe.
void setUpDcmtk();

// The warnings of DCMTK's JPEG decoders in this thread, as long as it lives: they are told in no
// other way. One at a time in a thread.
class DcmtkWarnings {
 public:
  DcmtkWarnings();
  ~DcmtkWarnings();
  DcmtkWarnings(const DcmtkWarnings&) = delete;
  DcmtkWarnings& operator=(const DcmtkWarnings&) = delete;

  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::vector<std::string> texts_;
};

}  // namespace mrm::dicom
