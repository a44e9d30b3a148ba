#include "core/run/tensorboard.h"

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <protozero/pbf_writer.hpp>

#include "core/run/crc32c.h"
#include "core/run/host.h"

namespace mrm {
namespace {

// Field numbers of tensorflow.Event, tensorflow.Summary and tensorflow.SessionLog
// (tensorboard/compat/proto/event.proto, summary.proto).
constexpr protozero::pbf_tag_type kWallTime = 1, kStep = 2, kFileVersion = 3, kSummary = 5,
                                  kSessionLog = 7;
constexpr protozero::pbf_tag_type kValue = 1, kValueTag = 1, kSimpleValue = 2;
constexpr protozero::pbf_tag_type kStatus = 1;
constexpr std::int32_t kStart = 1;

std::string littleEndian(std::uint64_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 0xFF);
  return text;
}

// TFRecord masks its check sums, so that a check sum of data that holds check sums stays
// meaningful.
std::string maskedCheckSum(std::string_view bytes) {
  const std::uint32_t sum = crc32c(bytes);
  return littleEndian(static_cast<std::uint32_t>((sum >> 15 | sum << 17) + 0xA282EAD8U), 4);
}

std::string framed(const std::string& event) {
  const std::string length = littleEndian(event.size(), 8);
  return length + maskedCheckSum(length) + event + maskedCheckSum(event);
}

std::filesystem::path eventFile(const std::filesystem::path& folder) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return folder / ("events.out.tfevents." +
                   std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now).count()) +
                   "." + hostName() + "." + std::to_string(::getpid()));
}

}  // namespace

TensorboardWriter::TensorboardWriter(const std::filesystem::path& folder)
    : out_(eventFile(folder)) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  std::string event;
  protozero::pbf_writer writer(event);
  writer.add_double(kWallTime, std::chrono::duration<double>(now).count());
  writer.add_string(kFileVersion, "brain.Event:2");
  out_.append(framed(event));
}

void TensorboardWriter::write(std::int64_t step, double time,
                              const std::map<std::string, double>& scalars) {
  std::string records;
  if (!isStarted_) {
    std::string event;
    protozero::pbf_writer writer(event);
    writer.add_double(kWallTime, time);
    writer.add_int64(kStep, step);
    protozero::pbf_writer log(writer, kSessionLog);
    log.add_enum(kStatus, kStart);
    log.commit();
    records += framed(event);
    isStarted_ = true;
  }
  std::string summary;
  protozero::pbf_writer values(summary);
  for (const auto& [name, number] : scalars) {
    if (!std::isfinite(number)) continue;
    protozero::pbf_writer value(values, kValue);
    value.add_string(kValueTag, name);
    value.add_float(kSimpleValue, static_cast<float>(number));
  }
  std::string event;
  protozero::pbf_writer writer(event);
  writer.add_double(kWallTime, time);
  writer.add_int64(kStep, step);
  writer.add_message(kSummary, summary);
  out_.append(records + framed(event));
}

}  // namespace mrm
