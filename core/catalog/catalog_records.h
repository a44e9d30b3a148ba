// From a catalogue to the records that a model is trained on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/records.h"
#include "core/text/report_policy.h"

namespace mrm {

// The catalogue's file: `path` itself, or catalog.db in the folder that it names.
std::filesystem::path catalogFileOf(const std::filesystem::path& path);

inline constexpr char kReportPolicySetting[] = "report-policy";  // of Catalog::setting()
ReportPolicy reportPolicyOf(const Catalog& catalog);             // the default when none was set

struct CatalogRecords {
  // Usable records with a report that the model reads something of; their numbers are those of the
  // catalogue. Every other record is rejected with its reason (which names no patient and no file).
  RecordTable table;
  std::unordered_map<std::int64_t, Split> splits;  // by number; those without one are missing
  std::string displayPolicy;                       // the catalogue's, as JSON
};

// Reports are read through the catalogue's report policy. A record without a patient is kept with
// the others of its study.
CatalogRecords readCatalogRecords(const Catalog& catalog, std::stop_token stop = {});

// Who is trained on and who is held back, by the catalogue's splits; those in the test split or in
// none are on neither side. Where the catalogue holds nobody back (no validation split) or has no
// splits at all, `validationShare` of the patients are held back as by splitByPatient(). `notes`
// gets a sentence for each thing that a person should know.
PatientSplit sidesOf(const std::vector<Record>& records,
                     const std::unordered_map<std::int64_t, Split>& splits, double validationShare,
                     std::uint64_t seed, std::vector<std::string>& notes);

// Throws Error, listing what is wrong, when one patient or image would be on both sides.
void requireSoundSplits(const Catalog& catalog, const ProgressSink& progress = {},
                        std::stop_token stop = {});

// SHA-256 over who is trained on and held back, with which text, and how the images are displayed
// (displayPolicyJson()): tells whether a data set is still the one that a run began with. Does not
// depend on where the images lie.
std::string contentHash(const std::vector<Record>& records, const PatientSplit& split,
                        const std::string& displayPolicy);

}  // namespace mrm
