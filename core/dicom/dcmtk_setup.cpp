#include "core/dicom/dcmtk_setup.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/oflog/appender.h>
#include <dcmtk/oflog/oflog.h>
#include <dcmtk/oflog/spi/logevent.h>

#include <mutex>

namespace mrm::dicom {
namespace {

constexpr std::size_t kMaxWarnings = 100;

thread_local std::vector<std::string>* collected = nullptr;

class Collector : public dcmtk::log4cplus::Appender {
 public:
  ~Collector() override { destructorImpl(); }
  void close() override { closed = true; }

 protected:
  void append(const dcmtk::log4cplus::spi::InternalLoggingEvent& event) override {
    if (collected && collected->size() < kMaxWarnings)
      collected->emplace_back(event.getMessage().c_str());
  }
};

}  // namespace

void setUpDcmtk() {
  static std::once_flag once;
  std::call_once(once, [] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    auto jpeg = dcmtk::log4cplus::Logger::getInstance("dcmtk.dcmjpeg");
    jpeg.setLogLevel(dcmtk::log4cplus::WARN_LOG_LEVEL);
    jpeg.setAdditivity(false);  // nothing goes to the console
    jpeg.addAppender(dcmtk::log4cplus::SharedAppenderPtr(new Collector));
  });
}

DcmtkWarnings::DcmtkWarnings() {
  setUpDcmtk();
  collected = &texts_;
}

DcmtkWarnings::~DcmtkWarnings() {
  collected = nullptr;
}

}  // namespace mrm::dicom
