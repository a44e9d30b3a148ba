#include "widgets/pretrain/start_plan.h"

#include "core/run/step_plan.h"
#include "widgets/common/format.h"
#include "widgets/forms/option_text.h"

namespace mrm {

const PatientSplit& StartRecords::split(double validationShare, std::uint64_t seed) {
  const std::pair wanted(validationShare, seed);
  if (splitFor_ == wanted) return split_;
  std::vector<std::string> notes;
  split_ = isCatalog ? sidesOf(table.records, splits, validationShare, seed, notes)
                     : splitByPatient(table.records, validationShare, seed);
  splitFor_ = wanted;
  return split_;
}

StartRecords StartPlan::read(const Project& project, const std::stop_token& stop) {
  StartRecords read;
  read.isCatalog = std::filesystem::exists(project.catalogFile());
  if (!read.isCatalog) {
    read.table = readRecords(project.records, project.columns);
    return read;
  }
  const Catalog catalog(project.catalogFile());
  CatalogRecords records = readCatalogRecords(catalog, stop);
  read.table = std::move(records.table);
  read.splits = std::move(records.splits);
  const CatalogCheck check = checkCatalog(catalog, 4, {}, stop);
  if (check.blocksPretraining())
    read.blocking = check.summary(CatalogCheck::Which::BlocksPretraining);
  return read;
}

QStringList StartPlan::describe(const PretrainOptions& options, StartRecords* read) {
  QStringList lines;
  if (!read) return {tr("Reading the records…")};
  const RecordTable* table = &read->table;
  const auto records = static_cast<int>(table->records.size());
  const auto seed = static_cast<std::uint64_t>(std::max<std::int64_t>(options.recipe.seed, 0));
  const PatientSplit& split = read->split(options.data.validationShare, seed);
  lines << tr("%n record(s): %1 to learn from, %2 held back to measure progress", nullptr, records)
               .arg(Format::count(static_cast<qint64>(split.training.size())),
                    Format::count(static_cast<qint64>(split.validation.size())));
  if (!table->rejected.empty())
    lines << tr("%n record(s) cannot be used; the stage Data says why", nullptr,
                static_cast<int>(table->rejected.size()));
  const double perStep = static_cast<double>(options.recipe.batch * options.recipe.accumulation);
  lines << tr("About %1 steps of %2 records")
               .arg(Format::count(planSteps(options.recipe, split.training.size()).totalSteps),
                    Format::count(qRound64(perStep)));
  lines << tr("Learning rate up to %1").arg(Format::number(options.learningRate()));
  if (static_cast<double>(split.training.size()) < perStep)
    lines << tr("The batch is larger than the records to learn from: choose a smaller one");
  return lines;
}

QString StartPlan::defaultName(const PretrainOptions& options, const QString& project) {
  PretrainOptions resolved = options;
  try {
    resolved.resolveModel();
  } catch (const std::exception&) {
    // Shown at the fields; the name goes without the patch size.
  }
  QString model = QString::fromStdString(options.model.size);
  const QString letters = options.model.size == "base"    ? "B"
                          : options.model.size == "small" ? "S"
                          : options.model.size == "large" ? "L"
                                                          : "";
  if (!letters.isEmpty()) model = QStringLiteral("ViT-%1").arg(letters);
  if (resolved.model.patchSize > 0 && !letters.isEmpty())
    model += QStringLiteral("-%1").arg(resolved.model.patchSize);
  return QStringLiteral("pretrain %1 %2 %3-%4")
      .arg(project, model)
      .arg(qRound(options.masking.imageRatio * 100))
      .arg(qRound(options.masking.reportRatio * 100));
}

QStringList StartPlan::differences(PretrainOptions options, PretrainOptions preset) {
  OptionSet a, b;
  options.declare(a);
  preset.declare(b);
  QStringList names;
  for (std::size_t i = 0; i < a.options().size(); ++i) {
    const Option &mine = a.options()[i], &theirs = b.options()[i];
    if (mine.name().starts_with("data.") && mine.name() != "data.vocabulary_size" &&
        mine.name() != "data.validation_share")
      continue;
    if (mine.text() != theirs.text())
      names << QStringLiteral("%1: %2 → %3")
                   .arg(OptionText::label(mine), OptionText::shown(theirs, theirs.text()),
                        OptionText::shown(mine, mine.text()));
  }
  return names;
}

}  // namespace mrm
