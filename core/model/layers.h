// The layers that ViT and BERT are made of, as functions of named parameters. Internal: includes
// ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "core/model/parameters.h"

namespace mrm {

// How a forward pass computes.
struct Compute {
  bool bf16 = false;      // matrix products in bfloat16, the rest in fp32
  bool training = false;  // dropout and drop path are active
};

// x [..., in] -> [..., out], with PREFIX.weight [out, in] and PREFIX.bias.
at::Tensor linear(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                  const Compute& compute);

// Over the last dimension, in fp32.
at::Tensor layerNorm(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                     double epsilon);

// Scaled dot-product attention of q, k, v [batch, heads, tokens, head width]; `mask` is undefined
// or a boolean tensor that broadcasts to [batch, heads, queries, keys], true where a key may be
// attended.
at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                     const at::Tensor& mask, double dropout);

// One pre-norm ViT block: PREFIX.{norm1,attn.qkv,attn.proj,norm2,mlp.fc1,mlp.fc2}. x [batch,
// tokens, width]. Outputs are computed for the tokens from `firstOutput` on, [batch, tokens -
// firstOutput, width]; they equal those of the full computation, since the other tokens still serve
// as keys and values.
at::Tensor vitBlock(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                    std::int64_t heads, double epsilon, const Compute& compute,
                    std::int64_t firstOutput = 0, double dropPath = 0);

// One post-norm BERT layer: PREFIX.attention.self.{query,key,value}, PREFIX.attention.output,
// PREFIX.intermediate, PREFIX.output. x [batch, tokens, width].
at::Tensor bertLayer(const Parameters& p, const std::string& prefix, const at::Tensor& x,
                     const at::Tensor& mask, std::int64_t heads, double epsilon, double dropout,
                     const Compute& compute);

// Declares the parameters of one layer with their initial values: Xavier uniform weights and zero
// biases, as MAE sets every linear layer. The report decoder's too: at small widths BERT's normal
// weights of deviation 0.02 leave attention flat for hundreds of steps.
void declareLinear(Parameters& p, const std::string& prefix, std::int64_t in, std::int64_t out);
void declareLayerNorm(Parameters& p, const std::string& prefix, std::int64_t width);
void declareVitBlock(Parameters& p, const std::string& prefix, std::int64_t width, double mlpRatio);
void declareBertLayer(Parameters& p, const std::string& prefix, std::int64_t width,
                      std::int64_t intermediate);

}  // namespace mrm
