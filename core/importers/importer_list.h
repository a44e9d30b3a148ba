// The importers there are, one a file; importers.cpp offers them.
#pragma once

#include <memory>

#include "core/importers/importer.h"

namespace mrm {

std::unique_ptr<Importer> makeCsvImporter();
std::unique_ptr<Importer> makeImageFolderImporter();

}  // namespace mrm
