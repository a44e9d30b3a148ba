#include "core/catalog/patient_groups.h"

#include <unordered_map>

#include "core/base/random.h"

namespace mrm {

std::uint64_t hashOfText(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

std::vector<PatientGroup> groupByPatient(const RecordColumns& columns,
                                         std::span<const std::uint32_t> rows) {
  std::vector<PatientGroup> groups;
  std::unordered_map<std::uint64_t, std::size_t> known;  // by patient, or by study
  for (const std::uint32_t row : rows) {
    const std::uint32_t patient = columns.patient[row];
    const std::uint32_t study = patient == 0 ? columns.study[row] : 0;
    std::size_t group = groups.size();
    if (patient != 0 || study != 0) {
      const std::uint64_t key =
          patient != 0 ? std::uint64_t{patient} : (std::uint64_t{1} << 32) + study;
      group = known.try_emplace(key, groups.size()).first->second;
    }
    if (group == groups.size()) groups.push_back({patient, study, {}});
    groups[group].rows.push_back(row);
  }
  return groups;
}

double patientDraw(std::uint64_t seed, std::uint64_t purpose, std::string_view name) {
  return Random(seed, {purpose, hashOfText(name)}).uniform();
}

}  // namespace mrm
