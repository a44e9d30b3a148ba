// TensorBoard event files (TFRecord framing with masked CRC-32C around Event protobufs).
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace mrm {

class TensorboardWriter {
 public:
  // Makes <folder>/events.out.tfevents.<time>.<host>.<pid>
  explicit TensorboardWriter(const std::filesystem::path& folder);
  void write(std::int64_t step, double time, const std::map<std::string, double>& scalars);

 private:
  std::ofstream out_;
};

}  // namespace mrm
