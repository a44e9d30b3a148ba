#include "core/model/mrm_model.h"

#include <ATen/ATen.h>

#include <numbers>

#include "core/model/position_embedding.h"
#include "core/model/vit_input.h"

namespace mrm {
namespace {

const std::string kBert = "bert_encoder.model.bert.";
constexpr std::int64_t kPadding = 0;  // [PAD], whose embedding is not trained
const std::string kHead = "bert_encoder.model.cls.predictions.";

std::string block(const std::string& prefix, std::int64_t i) {
  return prefix + "." + std::to_string(i);
}

at::Tensor gatherRows(const at::Tensor& x, const at::Tensor& indices) {
  return x.gather(1, indices.unsqueeze(-1).expand({-1, -1, x.size(2)}));
}

}  // namespace

MrmModel::MrmModel(const MrmConfig& config, std::uint64_t seed) : config_(config) {
  at::manual_seed(seed);
  const MrmConfig& c = config_;
  Parameters& p = parameters_;

  p.add("cls_token", at::empty({1, 1, c.width}).normal_(0, 0.02));
  p.addFixed("pos_embed", sinCosPositions(c.gridSide(), c.width));
  declarePatchEmbedding(p, c.width, c.channels, c.patchSize);
  for (std::int64_t i = 0; i < c.depth; ++i)
    declareVitBlock(p, block("blocks", i), c.width, c.mlpRatio);
  declareLayerNorm(p, "norm", c.width);

  declareLinear(p, "decoder_embed", c.width, c.decoderWidth);
  p.add("mask_token", at::empty({1, 1, c.decoderWidth}).normal_(0, 0.02));
  p.addFixed("decoder_pos_embed", sinCosPositions(c.gridSide(), c.decoderWidth));
  for (std::int64_t i = 0; i < c.decoderDepth; ++i)
    declareVitBlock(p, block("decoder_blocks", i), c.decoderWidth, c.mlpRatio);
  declareLayerNorm(p, "decoder_norm", c.decoderWidth);
  declareLinear(p, "decoder_pred", c.decoderWidth, c.patchPixels());

  declareLinear(p, "bert_mlp", c.width, c.reportWidth);
  const std::string embeddings = kBert + "embeddings.";
  at::Tensor words = at::empty({c.vocabularySize, c.reportWidth}).normal_(0, 0.02);
  words[kPadding].zero_();
  p.add(embeddings + "word_embeddings.weight", words);
  // Learned positions begin as sines (Vaswani et al. 2017) of the words' size, with which attention
  // finds a word's neighbours early; few reports do not suffice to find them from random positions.
  p.add(embeddings + "position_embeddings.weight",
        sinePositions(c.reportLength, c.reportWidth) * (0.02 * std::numbers::sqrt2));
  p.add(embeddings + "token_type_embeddings.weight",
        at::empty({c.tokenTypes, c.reportWidth}).normal_(0, 0.02));
  declareLayerNorm(p, embeddings + "LayerNorm", c.reportWidth);
  p.addFixed(embeddings + "position_ids",
             at::arange(c.reportLength, at::TensorOptions(at::kLong)).unsqueeze(0));
  for (std::int64_t i = 0; i < c.reportDepth; ++i)
    declareBertLayer(p, block(kBert + "encoder.layer", i), c.reportWidth, c.reportIntermediate);
  // Part of the published checkpoints and used by nothing: kept so that they load whole.
  p.addFixed(kBert + "pooler.dense.weight",
             at::empty({c.reportWidth, c.reportWidth}).normal_(0, 0.02));
  p.addFixed(kBert + "pooler.dense.bias", at::zeros({c.reportWidth}));
  declareLinear(p, kHead + "transform.dense", c.reportWidth, c.reportWidth);
  declareLayerNorm(p, kHead + "transform.LayerNorm", c.reportWidth);
  declareLinear(p, kHead + "decoder", c.reportWidth, c.vocabularySize);
  p.alias(kHead + "bias", kHead + "decoder.bias");
}

MrmModel::Visible MrmModel::chooseVisible(const at::Tensor& noise, double imageRatio) const {
  Visible visible;
  visible.shuffle = noise.argsort(/*stable=*/true, 1, /*descending=*/false);
  visible.restore = visible.shuffle.argsort(/*stable=*/true, 1, /*descending=*/false);
  visible.count = config_.visiblePatches(imageRatio);
  return visible;
}

at::Tensor MrmModel::encode(const at::Tensor& imageLow, const Visible& visible,
                            const Compute& compute) const {
  const Parameters& p = parameters_;
  const std::int64_t n = imageLow.size(0);
  const at::Tensor kept = visible.shuffle.narrow(1, 0, visible.count);
  // Only visible patches are embedded: the hidden ones would be thrown away.
  const at::Tensor pixels = gatherRows(patchPixelsOf(imageLow, config_.patchSize), kept);
  const at::Tensor& positions = p["pos_embed"];
  const at::Tensor patches =
      embedPatches(p, pixels, compute) +
      gatherRows(positions.narrow(1, 1, config_.patches()).expand({n, -1, -1}), kept);
  const at::Tensor cls = (p["cls_token"] + positions.narrow(1, 0, 1)).expand({n, -1, -1});
  at::Tensor x = at::cat({cls, patches}, 1);
  for (std::int64_t i = 0; i < config_.depth; ++i)
    x = vitBlock(p, block("blocks", i), x, config_.heads, config_.layerNormEpsilon, compute);
  return layerNorm(p, "norm", x, config_.layerNormEpsilon);
}

at::Tensor MrmModel::decodeReport(const at::Tensor& latent, const at::Tensor& ids,
                                  const at::Tensor& attentionMask, const Compute& compute) const {
  const Parameters& p = parameters_;
  const std::string embeddings = kBert + "embeddings.";
  const std::int64_t tokens = ids.size(1);
  // The mean is taken before the projection, which gives the same and is cheaper.
  const at::Tensor image =
      linear(p, "bert_mlp", latent.narrow(1, 1, latent.size(1) - 1).mean(1, true), compute);
  at::Tensor x = at::embedding(p[embeddings + "word_embeddings.weight"], ids, kPadding) +
                 p[embeddings + "position_embeddings.weight"].narrow(0, 0, tokens).unsqueeze(0) +
                 p[embeddings + "token_type_embeddings.weight"][0];
  x = layerNorm(p, embeddings + "LayerNorm", x, config_.reportLayerNormEpsilon);
  x = at::dropout(x, config_.reportDropout, compute.training) + image;
  const at::Tensor mask = attentionMask.to(at::kBool).unsqueeze(1).unsqueeze(1);
  for (std::int64_t i = 0; i < config_.reportDepth; ++i)
    x = bertLayer(p, block(kBert + "encoder.layer", i), x, mask, config_.reportHeads,
                  config_.reportLayerNormEpsilon, config_.reportDropout, compute);
  return x;
}

at::Tensor MrmModel::reportHead(const at::Tensor& hidden, const Compute& compute) const {
  const at::Tensor transformed =
      layerNorm(parameters_, kHead + "transform.LayerNorm",
                at::gelu(linear(parameters_, kHead + "transform.dense", hidden, compute)),
                config_.reportLayerNormEpsilon);
  return linear(parameters_, kHead + "decoder", transformed, compute);
}

at::Tensor MrmModel::patchify(const at::Tensor& image) const {
  const std::int64_t n = image.size(0), c = image.size(1), g = config_.gridSide(),
                     s = config_.highPatchSize();
  return image.reshape({n, c, g, s, g, s})
      .permute({0, 2, 4, 3, 5, 1})
      .reshape({n, g * g, s * s * c});
}

at::Tensor MrmModel::imageLoss(const at::Tensor& prediction, const at::Tensor& target,
                               bool normalize) const {
  const std::int64_t repeat = prediction.size(-1) / target.size(-1);
  at::Tensor wanted = target;
  if (normalize) {
    // The unbiased variance of all patchPixels values, also where one channel stands for three.
    const auto count = static_cast<double>(prediction.size(-1));
    const at::Tensor centred = target - target.mean(-1, true);
    const at::Tensor variance = centred.square().mean(-1, true) * (count / (count - 1.0));
    wanted = centred / (variance + 1e-6).sqrt();
  }
  if (repeat == 1) return at::mse_loss(prediction, wanted);
  std::vector<std::int64_t> shape = wanted.sizes().vec();
  shape.push_back(repeat);
  return at::mse_loss(prediction.reshape(shape), wanted.unsqueeze(-1).expand(shape));
}

MrmLosses MrmModel::losses(const MrmBatch& batch, const MrmObjective& objective,
                           const Compute& compute) const {
  const Parameters& p = parameters_;
  const std::int64_t n = batch.imageLow.size(0);
  const Visible visible = chooseVisible(batch.maskNoise, objective.imageRatio);
  const at::Tensor latent = encode(batch.imageLow, visible, compute);
  MrmLosses losses;

  // Image. Tokens stay in the order [class, visible, hidden]; attention does not depend on the
  // order once each token carries its position, and the hidden ones are then a contiguous tail.
  const std::int64_t hiddenCount = config_.patches() - visible.count;
  const at::Tensor hidden = visible.shuffle.narrow(1, visible.count, hiddenCount);
  const at::Tensor& positions = p["decoder_pos_embed"];
  const at::Tensor ordered = at::cat(
      {positions.narrow(1, 0, 1).expand({n, -1, -1}),
       gatherRows(positions.narrow(1, 1, config_.patches()).expand({n, -1, -1}), visible.shuffle)},
      1);
  at::Tensor y = at::cat({linear(p, "decoder_embed", latent, compute).to(at::kFloat),
                          p["mask_token"].expand({n, hiddenCount, -1})},
                         1) +
                 ordered;
  for (std::int64_t i = 0; i < config_.decoderDepth; ++i) {
    const bool last = i + 1 == config_.decoderDepth;
    y = vitBlock(p, block("decoder_blocks", i), y, config_.decoderHeads, config_.layerNormEpsilon,
                 compute, last ? 1 + visible.count : 0);
  }
  if (config_.decoderDepth == 0) y = y.narrow(1, 1 + visible.count, hiddenCount);
  const at::Tensor prediction =
      linear(p, "decoder_pred", layerNorm(p, "decoder_norm", y, config_.layerNormEpsilon), compute);
  losses.image = imageLoss(prediction.to(at::kFloat), gatherRows(patchify(batch.imageHigh), hidden),
                           objective.normalizePatches);

  // Report.
  std::int64_t tokens = batch.reportIds.size(1);
  if (!objective.allReportPositions)
    tokens = std::max<std::int64_t>(1, batch.reportAttention.sum(1).max().item<std::int64_t>());
  const auto cut = [tokens](const at::Tensor& t) { return t.narrow(1, 0, tokens); };
  at::Tensor words = decodeReport(latent, cut(batch.reportIds), cut(batch.reportAttention), compute)
                         .reshape({-1, config_.reportWidth});
  at::Tensor labels = cut(batch.reportLabels).reshape({-1});
  if (!objective.allReportPositions) {
    const at::Tensor positionsThatCount =
        cut(batch.reportMasked).reshape({-1}).nonzero().squeeze(1);
    words = words.index_select(0, positionsThatCount);
    labels = labels.index_select(0, positionsThatCount);
  }
  losses.report = labels.numel() == 0
                      ? words.sum()
                      : at::cross_entropy_loss(reportHead(words, compute).to(at::kFloat), labels);
  return losses;
}

MrmOutputs MrmModel::forward(const MrmBatch& batch, double imageRatio,
                             const Compute& compute) const {
  const Parameters& p = parameters_;
  const std::int64_t n = batch.imageLow.size(0);
  const Visible visible = chooseVisible(batch.maskNoise, imageRatio);
  MrmOutputs out;
  out.idsRestore = visible.restore;
  out.mask = visible.restore.ge(visible.count).to(at::kFloat);
  out.latent = encode(batch.imageLow, visible, compute);

  const at::Tensor embedded = linear(p, "decoder_embed", out.latent, compute).to(at::kFloat);
  const at::Tensor patches =
      at::cat({embedded.narrow(1, 1, visible.count),
               p["mask_token"].expand({n, config_.patches() - visible.count, -1})},
              1);
  at::Tensor y = at::cat({embedded.narrow(1, 0, 1), gatherRows(patches, visible.restore)}, 1) +
                 p["decoder_pos_embed"];
  for (std::int64_t i = 0; i < config_.decoderDepth; ++i)
    y = vitBlock(p, block("decoder_blocks", i), y, config_.decoderHeads, config_.layerNormEpsilon,
                 compute);
  y = layerNorm(p, "decoder_norm", y, config_.layerNormEpsilon);
  out.prediction =
      linear(p, "decoder_pred", y, compute).narrow(1, 1, config_.patches()).to(at::kFloat);

  out.reportLogits =
      reportHead(decodeReport(out.latent, batch.reportIds, batch.reportAttention, compute), compute)
          .to(at::kFloat);
  return out;
}

MrmLosses MrmModel::lossesOf(const MrmOutputs& out, const MrmBatch& batch,
                             const MrmObjective& objective) const {
  MrmLosses losses;
  const at::Tensor hidden = out.mask.reshape({-1}).nonzero().squeeze(1);
  const auto rows = [&hidden](const at::Tensor& t) {
    return t.reshape({-1, t.size(-1)}).index_select(0, hidden);
  };
  losses.image =
      imageLoss(rows(out.prediction), rows(patchify(batch.imageHigh)), objective.normalizePatches);
  at::Tensor logits = out.reportLogits.reshape({-1, config_.vocabularySize});
  at::Tensor labels = batch.reportLabels.reshape({-1});
  if (!objective.allReportPositions) {
    const at::Tensor counted = batch.reportMasked.reshape({-1}).nonzero().squeeze(1);
    logits = logits.index_select(0, counted);
    labels = labels.index_select(0, counted);
  }
  losses.report = labels.numel() == 0 ? logits.sum() : at::cross_entropy_loss(logits, labels);
  return losses;
}

}  // namespace mrm
