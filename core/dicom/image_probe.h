// What a catalogue wants to know of an image file, found out in one pass over its pixels.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/image/display.h"
#include "core/image/thumbnail.h"

namespace mrm {

struct ImageProbe {
  std::int64_t width = 0, height = 0;  // 0 when they could not be read
  std::string audit;                   // how display values came about
  std::vector<std::string> notices;
  std::optional<std::uint64_t> hash;  // perceptual, of the display values
  Thumbnail thumbnail{};              // for comparing polarity among neighbours
  std::string problem;                // why the image cannot be used; empty when it can
};

// Reads the whole image. Never throws for what the file holds: see `problem`, which names no path.
ImageProbe probeImage(const std::filesystem::path& file, std::int64_t frame = 0,
                      const DisplayPolicy& policy = {});

}  // namespace mrm
