#include "core/importers/importer_list.h"

namespace mrm {

const std::vector<std::unique_ptr<Importer>>& importers() {
  static const std::vector<std::unique_ptr<Importer>> all = [] {
    std::vector<std::unique_ptr<Importer>> list;
    list.push_back(makeDicomFolderImporter());
    list.push_back(makeImageFolderImporter());
    list.push_back(makeCsvImporter());
    list.push_back(makeMimicJpgImporter());
    list.push_back(makeMimicImporter());
    list.push_back(makeOpenIImporter());
    list.push_back(makeChexpertImporter());
    list.push_back(makeNihImporter());
    list.push_back(makeRsnaImporter());
    list.push_back(makeSiimImporter());
    list.push_back(makeCovidImporter());
    list.push_back(makeSeedListImporter());
    return list;
  }();
  return all;
}

const Importer* findImporter(const std::string& id) {
  for (const auto& importer : importers())
    if (importer->id() == id) return importer.get();
  return nullptr;
}

const Importer* importerFor(const std::filesystem::path& path) {
  const Importer* best = nullptr;
  double most = 0;
  for (const auto& importer : importers()) {
    const double suits = importer->suits(path);
    if (suits <= most) continue;
    most = suits;
    best = importer.get();
  }
  return best;
}

}  // namespace mrm
