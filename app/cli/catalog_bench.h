// How fast a catalogue answers.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace mrm::cli {

struct CatalogTiming {
  std::string what;
  double first = 0;   // milliseconds, the first time
  double median = 0;  // milliseconds, of the times after it; the first where there are none
  double limit = 0;   // milliseconds that it should take at most with 400,000 records; 0: none
};

// On a copy of the catalogue beside it, which is removed again.
std::vector<CatalogTiming> benchCatalog(const std::filesystem::path& file, std::stop_token stop);

}  // namespace mrm::cli
