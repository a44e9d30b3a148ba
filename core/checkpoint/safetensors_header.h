// The JSON header of a safetensors file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/tensor_file.h"

namespace mrm {

struct SafetensorsEntry {
  std::string name;
  DataType type = DataType::F32;
  std::vector<std::int64_t> shape;
  std::uint64_t begin = 0, end = 0;  // in the data section
};

struct SafetensorsHeader {
  std::vector<SafetensorsEntry> entries;  // in the order of the header
  std::map<std::string, std::string> metadata;
};

// Checks form and types only, not offsets against a file. Throws Error that names `file`.
SafetensorsHeader parseSafetensorsHeader(std::string_view json, const std::string& file);

}  // namespace mrm
