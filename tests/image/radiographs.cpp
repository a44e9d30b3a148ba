#include "tests/image/radiographs.h"

#include "core/base/files.h"
#include "core/catalog/csv.h"
#include "core/image/decode.h"
#include "core/image/image_hash.h"

namespace mrm::testing {

std::vector<Radiograph> readRadiographs(const std::filesystem::path& file, std::size_t step) {
  const std::string name = file.string();
  const CsvTable table = parseCsv(readFile(file, std::size_t{1} << 26), name);
  const std::size_t image = table.column("image", name);
  const std::size_t patient = table.column("patient_id", name);
  const std::size_t view = table.column("view", name);
  std::vector<Radiograph> radiographs;
  for (std::size_t i = 0; i < table.rows.size(); i += step) {
    const auto& row = table.rows[i];
    Radiograph radiograph{
        decodeGray(file.parent_path() / row[image]), row[patient], row[view], 0, {}};
    radiograph.thumbnail = thumbnailOf(radiograph.image);
    radiograph.hash = imageHash(radiograph.thumbnail);
    radiographs.push_back(std::move(radiograph));
  }
  return radiographs;
}

}  // namespace mrm::testing
