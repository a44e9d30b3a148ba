// The named tensors of a model. Internal to core/model and core/train: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/checkpoint/tensor_file.h"

namespace mrm {

class Parameters {
 public:
  struct Entry {
    std::string name;
    at::Tensor value;
    bool trainable = true;
  };

  // A trainable parameter; throws std::logic_error when the name is taken.
  at::Tensor& add(const std::string& name, at::Tensor value);
  // A tensor that is stored with the model but not trained (position tables, indices).
  at::Tensor& addFixed(const std::string& name, at::Tensor value);
  // A second name of one tensor: written and read, trained once.
  void alias(const std::string& name, const std::string& of);

  const at::Tensor& operator[](std::string_view name) const;  // throws std::out_of_range
  bool has(std::string_view name) const { return index_.find(std::string(name)) != index_.end(); }
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<std::pair<std::string, std::string>>& aliases() const { return aliases_; }
  std::int64_t trainableElements() const;

  void to(const at::Device& device);
  void clearGradients();
  // Copies on the CPU under all names, aliases included, in fp32 (integers as they are).
  TensorFile toTensorFile() const;

 private:
  at::Tensor& insert(const std::string& name, at::Tensor value, bool trainable);
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::pair<std::string, std::string>> aliases_;  // name, of
};

}  // namespace mrm
