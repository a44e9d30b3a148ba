// TensorBoard event files (TFRecord framing with masked CRC-32C around Event protobufs).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/run/append_file.h"

namespace mrm {

class TensorboardWriter {
 public:
  // Makes <folder>/events.out.tfevents.<time>.<host>.<pid>
  explicit TensorboardWriter(const std::filesystem::path& folder);
  // NaN and infinity are left out. The first call also marks a start at its step: TensorBoard drops
  // what earlier event files of a resumed run say of that step and later ones.
  void write(std::int64_t step, double time, const std::map<std::string, double>& scalars);

 private:
  AppendFile out_;
  bool isStarted_ = false;
};

}  // namespace mrm
