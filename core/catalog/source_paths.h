// Where a source's files lie: paths as they are stored, and back.
#pragma once

#include <filesystem>
#include <string>

namespace mrm {

// A path relative to `folder` where it lies inside, so that both can be moved; else absolute. An
// empty or relative path is taken to be relative to `folder`.
std::string storedPath(const std::filesystem::path& folder, const std::filesystem::path& path);

// The absolute path; empty when a relative one leads out of the folder.
std::filesystem::path restoredPath(const std::filesystem::path& folder, const std::string& stored);

}  // namespace mrm
