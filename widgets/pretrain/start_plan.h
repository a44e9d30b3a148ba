// What a start would do, in numbers: records on each side of the split, steps, learning rate.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/catalog/catalog_records.h"
#include "core/catalog/checks.h"
#include "core/project/project.h"
#include "core/run/pretrain_options.h"

namespace mrm {

// The records that a start would train on, and what the checks say of them.
struct StartRecords {
  // Who is trained on and held back. Worked out anew only for another share or seed: with very many
  // records it takes longer than a key press may.
  const PatientSplit& split(double validationShare, std::uint64_t seed);

  RecordTable table;
  bool isCatalog = false;
  std::unordered_map<std::int64_t, Split> splits;  // of a catalogue's records
  std::string blocking;  // what blocks pre-training, in a sentence; empty: nothing

 private:
  PatientSplit split_;
  std::optional<std::pair<double, std::uint64_t>> splitFor_;
};

class StartPlan {
  Q_DECLARE_TR_FUNCTIONS(mrm::StartPlan)
 public:
  // Reads what the project trains on: its catalogue, where it has one, else its table. Not for the
  // GUI thread. Throws Error.
  static StartRecords read(const Project& project, const std::stop_token& stop = {});
  // One statement a line, for the options as they are; `records` is null while they are being read.
  static QStringList describe(const PretrainOptions& options, StartRecords* records);
  // "pretrain NAME ViT-B/16 75/50": data, model, share of hidden patches and words.
  static QString defaultName(const PretrainOptions& options, const QString& project);
  // Captions of the options that differ between the two, in order of declaration.
  static QStringList differences(PretrainOptions options, PretrainOptions preset);
};

}  // namespace mrm
