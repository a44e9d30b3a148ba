// What a start would do, in numbers: records on each side of the split, steps, learning rate.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/catalog/records.h"
#include "core/run/pretrain_options.h"

namespace mrm {

class StartPlan {
  Q_DECLARE_TR_FUNCTIONS(mrm::StartPlan)
 public:
  // One statement a line, for the options as they are; `records` is null while the table is being
  // read.
  static QStringList describe(const PretrainOptions& options, const RecordTable* records);
  // "pretrain NAME ViT-B/16 75/50": data, model, share of hidden patches and words.
  static QString defaultName(const PretrainOptions& options, const QString& project);
  // Captions of the options that differ between the two, in order of declaration.
  static QStringList differences(PretrainOptions options, PretrainOptions preset);
};

}  // namespace mrm
