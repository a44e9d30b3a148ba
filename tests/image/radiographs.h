// The real radiographs with what tests of likeness need of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/image/gray_image.h"
#include "core/image/thumbnail.h"
#include "tests/shared_data.h"

namespace mrm::testing {

struct Radiograph {
  GrayImage image;
  std::string patient, view;
  std::uint64_t hash = 0;
  Thumbnail thumbnail{};
};

// Every `step`-th record of a table with the columns image, patient_id and view.
std::vector<Radiograph> readRadiographs(const std::filesystem::path& table, std::size_t step);

}  // namespace mrm::testing
