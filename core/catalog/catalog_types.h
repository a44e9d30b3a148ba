// What a catalogue holds: records with reports, labels and masks, and where each came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mrm {

using RecordId = std::int64_t;

enum class RecordStatus {
  Usable,
  Quarantined,  // cannot be used as it is; the reason says why
  Excluded      // set aside by a person; the reason is theirs, or empty
};

enum class Split { None, Training, Validation, Test };

// What a data set says of a class for a record. A class that the data set does not speak of has no
// value at all ("absent"), which is none of these.
enum class LabelValue { Negative, Positive, Uncertain, Blank };

struct Label {
  std::string task;  // the set of classes that belong together: "chexpert", "finding"
  std::string name;  // the class: "Pneumothorax"
  LabelValue value = LabelValue::Blank;
};

// A region drawn on the image, of the image's size.
struct Mask {
  std::string name;  // what it outlines: "lungs", "pneumothorax"
  // Either a file (relative to the source's root where it lies inside it)…
  std::filesystem::path file;
  // …or run lengths as SIIM-ACR writes them: pairs of offset from the end of the run before and
  // length, column-major. Empty together with `file`: an empty mask, which is a statement, too.
  std::string runLengths;
  std::string author;  // who drew it, as far as it is known
};

struct Report {
  std::string key;   // how the source names it: study, file; records that share it share the report
  std::string text;  // UTF-8, as the source gave it
};

struct PixelSpacing {
  double row = 0,
         column = 0;  // mm between the centres of neighbouring rows and columns; 0: unknown
};

// Everything about one record. Texts are UTF-8; what is unknown is empty.
struct CatalogRecord {
  RecordId id = 0;
  std::int64_t source = 0;  // CatalogSource::id
  std::string key;          // unique within its source, the same when it is imported again
  std::filesystem::path
      image;               // relative to the source's root where it lies inside it, else absolute
  std::int64_t frame = 0;  // of a multi-frame file
  std::string patient, study, series, instance;
  std::string view;                    // PA, AP, LATERAL, LL, OBLIQUE…: one word, upper case
  std::string modality;                // CR, DX…
  std::string sex;                     // F, M, O
  std::optional<double> age;           // years
  std::string date;                    // of the study: YYYY-MM-DD, as far as it is known
  std::int64_t width = 0, height = 0;  // pixels; 0: not read yet
  PixelSpacing spacing;
  RecordStatus status = RecordStatus::Usable;
  std::string reason;  // why it is quarantined or excluded
  Split split = Split::None;
  std::string audit;                       // how the stored values became display values: one line
  std::optional<std::uint64_t> imageHash;  // perceptual, see core/image/image_hash.h
  std::optional<bool> looksInverted;       // against its neighbours
  std::string provenance;                  // line or file of the source that it came from
  std::optional<Report> report;
  std::vector<Label> labels;
  std::vector<Mask> masks;
  std::vector<std::string> tags;
};

// Where records came from: one import, which can be repeated.
struct CatalogSource {
  std::int64_t id = 0;
  std::string name;            // what the facet shows
  std::string importer;        // "csv", "dicom-folder", "mimic-cxr-jpg"…
  std::filesystem::path root;  // records' images are relative to it
  std::string rule;            // JSON: the importer's settings, enough to repeat it
  std::string importedAt;      // ISO 8601, UTC, of the last time
  std::int64_t records = 0;
};

}  // namespace mrm
