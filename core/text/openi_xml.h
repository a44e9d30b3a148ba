// Reports of the Open-I collection (Indiana University chest X-rays): one XML file each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

inline constexpr std::size_t kOpenIFileLimit = std::size_t{4} << 20;  // bytes; real ones have 9 KB

struct OpenIImage {
  std::string id;       // "CXR1_1_IM-0001-3001": its file's name without the ending
  std::string caption;  // "Xray Chest PA and Lateral"
};

struct OpenIReport {
  std::string id;  // "CXR1"
  // Its sections as a report: a line "FINDINGS: …" for each that holds text, in the file's order.
  std::string text;
  std::vector<OpenIImage> images;
  std::vector<std::string> majorTerms, automaticTerms;  // MeSH, as the collection assigned them
};

// Throws Error, naming `name`, for what is no such file: damaged XML, a document type declaration
// (nothing in a file defines entities here), nested too deeply, too many parts, too large.
OpenIReport parseOpenI(std::string_view xml, const std::string& name);
OpenIReport readOpenI(const std::filesystem::path& file);

}  // namespace mrm
