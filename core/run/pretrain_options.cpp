#include "core/run/pretrain_options.h"

#include <array>

#include "core/base/error.h"

namespace mrm {
namespace {

// The named sizes. Encoders are those of the ViT paper (Dosovitskiy et al. 2021); image and report
// decoder of `base` are those of the MRM paper and are kept for the others, `tiny` is for trials on
// a CPU.
struct Size {
  const char* name;
  std::int64_t imageSize, patchSize, width, depth, heads, decoderWidth, decoderDepth, decoderHeads,
      reportWidth, reportDepth, reportHeads, reportIntermediate, reportLength;
};
constexpr std::array kSizes = {
    Size{"tiny", 112, 16, 128, 4, 4, 96, 2, 3, 128, 2, 4, 512, 100},
    Size{"small", 224, 16, 384, 12, 6, 768, 4, 6, 384, 6, 6, 1536, 100},
    Size{"base", 224, 16, 768, 12, 12, 768, 4, 6, 384, 6, 6, 1536, 100},
    Size{"large", 224, 16, 1024, 24, 16, 768, 4, 6, 384, 6, 6, 1536, 100},
};

void requireDivisible(std::int64_t value, std::int64_t by, const char* key, const char* what) {
  if (by < 1 || value % by != 0)
    throw Error(std::to_string(value) + " is not a multiple of " + std::to_string(by), key, what);
}

}  // namespace

void PretrainOptions::declare(OptionSet& o) {
  o.section("data", "Data", "The records to learn from.");
  o.add("data.records", data.records,
        "Table (CSV) with one record a row: image file, report, patient.")
      .label("Records");
  o.add("data.catalog", data.catalog,
        "Catalogue (catalog.db, or the folder with it) whose records and splits are used in place "
        "of a table.")
      .label("Catalogue");
  o.add("data.image_column", data.imageColumn,
        "Column with the image file, relative to the table's folder.")
      .label("Image column");
  o.add("data.report_column", data.reportColumn, "Column with the report's text.")
      .label("Report column");
  o.add("data.patient_column", data.patientColumn,
        "Column with the patient: records of one patient stay on one side of the split.")
      .label("Patient column");
  o.add("data.tokenizer", data.tokenizer,
        "Vocabulary (tokenizer.json). Empty: made from the reports of the training split.")
      .label("Vocabulary file");
  o.add("data.vocabulary_size", data.vocabularySize,
        "Word pieces in a vocabulary that is made from the reports.")
      .label("Vocabulary size")
      .range(100, 1000000)
      .unit("word pieces")
      .published("30000");
  o.add("data.validation_share", data.validationShare,
        "Share of the patients whose records are held back to measure progress, unless a "
        "catalogue's splits say who.")
      .label("Held back")
      .range(0, 0.9);

  o.section("model", "Model", "The network. 0 takes the value that belongs to the size.");
  o.add("model.size", model.size, "Size of the vision transformer.")
      .label("Size")
      .choices({"tiny", "small", "base", "large"})
      .published("base");
  o.add("model.start_from", model.startFrom,
        "Checkpoint to start from (PyTorch or safetensors). Empty: random weights.")
      .label("Starting weights");
  o.add("model.image_size", model.imageSize, "Side of the image that the encoder sees.")
      .label("Image size")
      .range(0, 4096)
      .unit("px")
      .published("224")
      .advanced();
  o.add("model.patch_size", model.patchSize, "Side of a patch.")
      .label("Patch size")
      .range(0, 512)
      .unit("px")
      .published("16")
      .advanced();
  o.add("model.width", model.width, "Width of the encoder.")
      .label("Encoder width")
      .range(0, 16384)
      .published("768")
      .advanced();
  o.add("model.depth", model.depth, "Blocks of the encoder.")
      .label("Encoder blocks")
      .range(0, 256)
      .published("12")
      .advanced();
  o.add("model.heads", model.heads, "Attention heads of the encoder.")
      .label("Encoder heads")
      .range(0, 256)
      .published("12")
      .advanced();
  o.add("model.decoder_width", model.decoderWidth, "Width of the image decoder.")
      .label("Image decoder width")
      .range(0, 16384)
      .published("768")
      .advanced();
  o.add("model.decoder_depth", model.decoderDepth, "Blocks of the image decoder.")
      .label("Image decoder blocks")
      .range(0, 256)
      .published("4")
      .advanced();
  o.add("model.decoder_heads", model.decoderHeads, "Attention heads of the image decoder.")
      .label("Image decoder heads")
      .range(0, 256)
      .published("6")
      .advanced();
  o.add("model.report_width", model.reportWidth, "Width of the report decoder.")
      .label("Report decoder width")
      .range(0, 16384)
      .published("384")
      .advanced();
  o.add("model.report_depth", model.reportDepth, "Blocks of the report decoder.")
      .label("Report decoder blocks")
      .range(0, 256)
      .published("6")
      .advanced();
  o.add("model.report_heads", model.reportHeads, "Attention heads of the report decoder.")
      .label("Report decoder heads")
      .range(0, 256)
      .published("6")
      .advanced();
  o.add("model.report_intermediate", model.reportIntermediate,
        "Width inside the feed-forward layers of the report decoder.")
      .label("Report decoder inner width")
      .range(0, 65536)
      .published("1536")
      .advanced();
  o.add("model.report_length", model.reportLength,
        "Word pieces of a report that are read; longer reports are cut.")
      .label("Report length")
      .range(0, 4096)
      .unit("word pieces")
      .published("100")
      .advanced();
  o.add("model.report_dropout", model.reportDropout, "Dropout in the report decoder.")
      .label("Report dropout")
      .range(0, 0.9)
      .published("0.1")
      .advanced();

  o.section("masking", "Masking", "What is hidden from the model, for it to restore.");
  o.add("masking.image_ratio", masking.imageRatio, "Share of the image's patches that is hidden.")
      .label("Hidden patches")
      .range(0.01, 0.99)
      .published("0.75");
  o.add("masking.report_ratio", masking.reportRatio, "Share of the report's words that is hidden.")
      .label("Hidden words")
      .range(0.01, 1)
      .published("0.5");
  o.add("masking.report_loss", masking.reportLoss,
        "Which positions of the report count: the masked words, or all 100 positions with padding, "
        "as in the "
        "published code.")
      .label("Report loss")
      .choices({"masked", "all"})
      .published("all")
      .advanced();
  o.add("masking.normalize_patches", masking.normalizePatches,
        "Compare patches after giving each mean 0 and deviation 1.")
      .label("Normalise patches")
      .published("true")
      .advanced();

  o.section("recipe", "Recipe", "How the model is trained.");
  o.add("recipe.epochs", recipe.epochs, "Passes over the training records.")
      .label("Epochs")
      .range(0.001, 1e6)
      .unit("epochs")
      .published("200");
  o.add("recipe.steps", recipe.steps, "Optimizer steps; 0 takes the number that the epochs give.")
      .label("Steps")
      .range(0, 1e12)
      .unit("steps")
      .advanced();
  o.add("recipe.batch", recipe.batch, "Records a device works on at once.")
      .label("Batch")
      .range(1, 65536)
      .unit("records")
      .published("256");
  o.add("recipe.accumulation", recipe.accumulation,
        "Batches whose gradients are added up before a step: a larger batch with less memory.")
      .label("Accumulation")
      .range(1, 65536)
      .unit("batches")
      .advanced();
  o.add("recipe.base_rate", recipe.baseRate,
        "Learning rate for 256 records a step; scaled in proportion to the records a step.")
      .label("Base learning rate")
      .range(0, 10)
      .published("0.00015");
  o.add("recipe.minimum_rate", recipe.minimumRate, "Learning rate at the end.")
      .label("Final learning rate")
      .range(0, 10)
      .published("0")
      .advanced();
  o.add("recipe.warmup_epochs", recipe.warmupEpochs,
        "Epochs over which the learning rate rises from 0 at the start.")
      .label("Warm-up")
      .range(0, 1e6)
      .unit("epochs")
      .published("40");
  o.add("recipe.weight_decay", recipe.weightDecay, "Weight decay; none on biases and norms.")
      .label("Weight decay")
      .range(0, 10)
      .published("0.05")
      .advanced();
  o.add("recipe.beta1", recipe.beta1, "AdamW's first moment decay.")
      .label("Beta 1")
      .range(0, 0.99999)
      .published("0.9")
      .advanced();
  o.add("recipe.beta2", recipe.beta2, "AdamW's second moment decay.")
      .label("Beta 2")
      .range(0, 0.99999)
      .published("0.95")
      .advanced();
  o.add("recipe.clip_norm", recipe.clipNorm, "Largest norm of the gradient; 0 does not clip.")
      .label("Gradient clipping")
      .range(0, 1e6)
      .published("0")
      .advanced();
  o.add("recipe.minimum_scale", recipe.minimumScale,
        "Smallest share of the image's area that a crop shows.")
      .label("Smallest crop")
      .range(0.01, 1)
      .published("0.2")
      .advanced();
  o.add("recipe.maximum_scale", recipe.maximumScale,
        "Largest share of the image's area that a crop shows.")
      .label("Largest crop")
      .range(0.01, 1)
      .published("1")
      .advanced();
  o.add("recipe.flip", recipe.flip,
        "Mirror half of the images. Off keeps left and right as the report names them.")
      .label("Mirror images")
      .published("true");
  o.add("recipe.low_resolution_antialias", recipe.lowResolutionAntialias,
        "Antialias when the high-resolution crop is shrunk to the encoder's input; the published "
        "environment did not.")
      .label("Antialiased input")
      .published("false")
      .advanced();
  o.add("recipe.pixel_mean", recipe.pixelMean, "Mean of the pixels, white being 1.")
      .label("Pixel mean")
      .range(0, 1)
      .published("0.4978")
      .advanced();
  o.add("recipe.pixel_deviation", recipe.pixelDeviation,
        "Standard deviation of the pixels, white being 1.")
      .label("Pixel deviation")
      .range(1e-4, 10)
      .published("0.2449")
      .advanced();
  o.add("recipe.seed", recipe.seed,
        "Number from which all random choices follow; the same seed repeats the run.")
      .label("Seed")
      .range(0, 9e15)
      .advanced();

  o.section("run", "Run", "Where and how the run is carried out.");
  o.add("run.device", run.device, "Where to compute: auto takes a GPU when there is one.")
      .label("Device")
      .choices({"auto", "cpu", "cuda"});
  o.add("run.precision", run.precision,
        "Number format of the computation: bf16 is faster where the processor has it, weights stay "
        "fp32.")
      .label("Precision")
      .choices({"auto", "fp32", "bf16"})
      .advanced();
  o.add("run.threads", run.threads, "Processor threads for computing; 0 takes one for each core.")
      .label("Threads")
      .range(0, 1024)
      .advanced();
  o.add("run.loader_threads", run.loaderThreads, "Threads that decode images ahead; 0 chooses.")
      .label("Loader threads")
      .range(0, 1024)
      .advanced();
  o.add("run.log_every", run.logEvery, "Steps between two points of the curves.")
      .label("Log every")
      .range(1, 1e9)
      .unit("steps")
      .advanced();
  o.add("run.validate_every", run.validateEvery,
        "Epochs between two measurements on the records held back.")
      .label("Validate every")
      .range(0.001, 1e6)
      .unit("epochs")
      .advanced();
  o.add("run.checkpoint_every", run.checkpointEvery, "Minutes between two checkpoints.")
      .label("Checkpoint every")
      .range(0.01, 1e6)
      .unit("minutes")
      .advanced();
  o.add("run.preview_every", run.previewEvery, "Epochs between two reconstruction previews.")
      .label("Preview every")
      .range(0.001, 1e6)
      .unit("epochs")
      .advanced();
  o.add("run.preview_records", run.previewRecords, "Records shown in the previews.")
      .label("Preview records")
      .range(0, 64)
      .advanced();
  o.add("run.keep_checkpoints", run.keepCheckpoints, "How many of the last checkpoints are kept.")
      .label("Keep checkpoints")
      .range(1, 1e6)
      .advanced();
}

void PretrainOptions::resolveModel() {
  const Size* size = nullptr;
  for (const Size& candidate : kSizes)
    if (model.size == candidate.name) size = &candidate;
  if (!size) throw Error("there is no model size '" + model.size + "'", "model.size");
  const auto fill = [](std::int64_t& field, std::int64_t value) {
    if (field == 0) field = value;
  };
  fill(model.imageSize, size->imageSize);
  fill(model.patchSize, size->patchSize);
  fill(model.width, size->width);
  fill(model.depth, size->depth);
  fill(model.heads, size->heads);
  fill(model.decoderWidth, size->decoderWidth);
  fill(model.decoderDepth, size->decoderDepth);
  fill(model.decoderHeads, size->decoderHeads);
  fill(model.reportWidth, size->reportWidth);
  fill(model.reportDepth, size->reportDepth);
  fill(model.reportHeads, size->reportHeads);
  fill(model.reportIntermediate, size->reportIntermediate);
  fill(model.reportLength, size->reportLength);
  requireDivisible(model.imageSize, model.patchSize, "model.image_size",
                   "Choose an image size that is a multiple of the patch size.");
  requireDivisible(model.width, model.heads, "model.width",
                   "Choose a width that is a multiple of the number of heads.");
  requireDivisible(model.decoderWidth, model.decoderHeads, "model.decoder_width",
                   "Choose a width that is a multiple of the number of heads.");
  requireDivisible(model.reportWidth, model.reportHeads, "model.report_width",
                   "Choose a width that is a multiple of the number of heads.");
  // The fixed 2-D sin-cos position table splits the width into four parts.
  requireDivisible(model.width, 4, "model.width", "Choose a multiple of 4.");
  requireDivisible(model.decoderWidth, 4, "model.decoder_width", "Choose a multiple of 4.");
  if (recipe.minimumScale > recipe.maximumScale)
    throw Error("is larger than recipe.maximum_scale", "recipe.minimum_scale",
                "Choose a smallest crop that is not larger than the largest.");
}

}  // namespace mrm
