// The stored pixels of a file in figures: what `mrm dicom` prints and a data set's manifest holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/dicom/stored_pixels.h"

namespace mrm::dicom {

// Keys: dtype, shape, min, max, mean, sha256, lossy, photometric. The hash is over the values in
// the byte order that dtype names, little endian for all but ">…"; those have the hash of their
// little-endian bytes as sha256_little_endian beside it.
nlohmann::ordered_json pixelReport(const StoredPixels& pixels);

}  // namespace mrm::dicom
