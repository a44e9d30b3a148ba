// The importers there are, one a file; importers.cpp offers them.
#pragma once

#include <memory>

#include "core/importers/importer.h"

namespace mrm {

std::unique_ptr<Importer> makeChexpertImporter();
std::unique_ptr<Importer> makeCovidImporter();
std::unique_ptr<Importer> makeCsvImporter();
std::unique_ptr<Importer> makeDicomFolderImporter();
std::unique_ptr<Importer> makeImageFolderImporter();
std::unique_ptr<Importer> makeMimicImporter();
std::unique_ptr<Importer> makeMimicJpgImporter();
std::unique_ptr<Importer> makeNihImporter();
std::unique_ptr<Importer> makeOpenIImporter();
std::unique_ptr<Importer> makeRsnaImporter();
std::unique_ptr<Importer> makeSeedListImporter();
std::unique_ptr<Importer> makeSiimImporter();

}  // namespace mrm
