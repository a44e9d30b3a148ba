#include "core/model/layers.h"

#include <ATen/ATen.h>

#include <cmath>

namespace mrm {

at::Tensor linear(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                  const Compute& compute) {
  const at::Tensor& weight = p[prefix + ".weight"];
  const at::Tensor& bias = p[prefix + ".bias"];
  if (compute.bf16)
    return at::linear(x.to(at::kBFloat16), weight.to(at::kBFloat16), bias.to(at::kBFloat16));
  return at::linear(x.to(at::kFloat), weight, bias);
}

at::Tensor layerNorm(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                     double epsilon) {
  const at::Tensor& weight = p[prefix + ".weight"];
  return at::layer_norm(x.to(at::kFloat), weight.sizes(), weight, p[prefix + ".bias"], epsilon);
}

at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                     const at::Tensor& mask, double dropout) {
  return at::scaled_dot_product_attention(
      q, k, v, mask.defined() ? std::optional<at::Tensor>(mask) : std::nullopt, dropout);
}

namespace {

// Each record's branch is dropped with this probability, the others scaled up (Huang et al. 2016).
at::Tensor dropBranch(const at::Tensor& branch, double probability, const Compute& compute) {
  if (!compute.training || probability <= 0) return branch;
  const at::Tensor keep =
      at::empty({branch.size(0), 1, 1}, branch.options()).bernoulli_(1.0 - probability);
  return branch * keep / (1.0 - probability);
}

// [batch, tokens, heads * d] -> [batch, heads, tokens, d], a view
at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads) {
  return x.reshape({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

at::Tensor joinHeads(const at::Tensor& x) {
  return x.transpose(1, 2).reshape({x.size(0), x.size(2), x.size(1) * x.size(3)});
}

}  // namespace

at::Tensor vitBlock(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                    std::int64_t heads, double epsilon, const Compute& compute,
                    std::int64_t firstOutput, double dropPath) {
  const std::int64_t width = x.size(2);
  const at::Tensor normed = layerNorm(p, prefix + ".norm1", x, epsilon);
  at::Tensor q, k, v, residual;
  if (firstOutput > 0) {
    // Queries of the wanted tokens, keys and values of all: rows of the one qkv matrix.
    const auto type = compute.bf16 ? at::kBFloat16 : at::kFloat;
    const at::Tensor w = p[prefix + ".attn.qkv.weight"].to(type);
    const at::Tensor b = p[prefix + ".attn.qkv.bias"].to(type);
    const at::Tensor all = normed.to(type);
    const std::int64_t outputs = x.size(1) - firstOutput;
    q = at::linear(all.narrow(1, firstOutput, outputs), w.narrow(0, 0, width),
                   b.narrow(0, 0, width));
    const at::Tensor kv =
        at::linear(all, w.narrow(0, width, 2 * width), b.narrow(0, width, 2 * width));
    k = kv.narrow(2, 0, width);
    v = kv.narrow(2, width, width);
    residual = x.narrow(1, firstOutput, outputs);
  } else {
    const at::Tensor qkv = linear(p, prefix + ".attn.qkv", normed, compute);
    q = qkv.narrow(2, 0, width);
    k = qkv.narrow(2, width, width);
    v = qkv.narrow(2, 2 * width, width);
    residual = x;
  }
  const at::Tensor mixed =
      joinHeads(attention(splitHeads(q, heads), splitHeads(k, heads), splitHeads(v, heads), {}, 0));
  const at::Tensor y =
      residual + dropBranch(linear(p, prefix + ".attn.proj", mixed, compute), dropPath, compute);
  const at::Tensor hidden = at::gelu(
      linear(p, prefix + ".mlp.fc1", layerNorm(p, prefix + ".norm2", y, epsilon), compute));
  return y + dropBranch(linear(p, prefix + ".mlp.fc2", hidden, compute), dropPath, compute);
}

at::Tensor bertLayer(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                     const at::Tensor& mask, std::int64_t heads, double epsilon, double dropout,
                     const Compute& compute) {
  const std::string self = prefix + ".attention.self.";
  const at::Tensor q = splitHeads(linear(p, self + "query", x, compute), heads);
  const at::Tensor k = splitHeads(linear(p, self + "key", x, compute), heads);
  const at::Tensor v = splitHeads(linear(p, self + "value", x, compute), heads);
  const double rate = compute.training ? dropout : 0;
  const at::Tensor mixed = joinHeads(attention(q, k, v, mask, rate));
  const at::Tensor projected = at::dropout(
      linear(p, prefix + ".attention.output.dense", mixed, compute), dropout, compute.training);
  const at::Tensor y = layerNorm(p, prefix + ".attention.output.LayerNorm", projected + x, epsilon);
  const at::Tensor hidden = at::gelu(linear(p, prefix + ".intermediate.dense", y, compute));
  const at::Tensor out =
      at::dropout(linear(p, prefix + ".output.dense", hidden, compute), dropout, compute.training);
  return layerNorm(p, prefix + ".output.LayerNorm", out + y, epsilon);
}

void declareLinear(Parameters& p, const std::string& prefix, std::int64_t in, std::int64_t out) {
  const double bound = std::sqrt(6.0 / static_cast<double>(in + out));
  p.add(prefix + ".weight", at::empty({out, in}).uniform_(-bound, bound));
  p.add(prefix + ".bias", at::zeros({out}));
}

void declareLayerNorm(Parameters& p, const std::string& prefix, std::int64_t width) {
  p.add(prefix + ".weight", at::ones({width}));
  p.add(prefix + ".bias", at::zeros({width}));
}

void declareVitBlock(Parameters& p, const std::string& prefix, std::int64_t width,
                     double mlpRatio) {
  const auto hidden = static_cast<std::int64_t>(static_cast<double>(width) * mlpRatio);
  declareLayerNorm(p, prefix + ".norm1", width);
  declareLinear(p, prefix + ".attn.qkv", width, 3 * width);
  declareLinear(p, prefix + ".attn.proj", width, width);
  declareLayerNorm(p, prefix + ".norm2", width);
  declareLinear(p, prefix + ".mlp.fc1", width, hidden);
  declareLinear(p, prefix + ".mlp.fc2", hidden, width);
}

void declareBertLayer(Parameters& p, const std::string& prefix, std::int64_t width,
                      std::int64_t intermediate) {
  for (const char* part : {"query", "key", "value"})
    declareLinear(p, prefix + ".attention.self." + part, width, width);
  declareLinear(p, prefix + ".attention.output.dense", width, width);
  declareLayerNorm(p, prefix + ".attention.output.LayerNorm", width);
  declareLinear(p, prefix + ".intermediate.dense", width, intermediate);
  declareLinear(p, prefix + ".output.dense", intermediate, width);
  declareLayerNorm(p, prefix + ".output.LayerNorm", width);
}

}  // namespace mrm
