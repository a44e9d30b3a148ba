// Folders named by a training step (checkpoints, previews), which appear whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mrm {

// "00001200": eight digits or more, so that a listing by name is one by step.
std::string stepFolderName(std::int64_t step);

// The steps of `parent`'s folders that hold the file `marker`, ascending. Names that
// stepFolderName() does not give are passed over; empty when `parent` is not there.
std::vector<std::int64_t> wholeSteps(const std::filesystem::path& parent,
                                     const std::string& marker);

// Where the files of `folder` are gathered before it gets its name: a hidden name, which is no
// step's.
std::filesystem::path temporaryFolder(const std::filesystem::path& folder);

// Makes temporaryFolder(folder), empty: what an earlier attempt left there is removed. For one
// writer at a time.
std::filesystem::path beginFolder(const std::filesystem::path& folder);

// Syncs the files that were written there and gives it its name. A folder that has the name already
// is exchanged for it in one step where the file system can do that, and removed.
void commitFolder(const std::filesystem::path& folder);

}  // namespace mrm
