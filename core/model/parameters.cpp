#include "core/model/parameters.h"

#include <ATen/ATen.h>

#include <stdexcept>

#include "core/model/tensor_bridge.h"

namespace mrm {

at::Tensor& Parameters::insert(const std::string& name, at::Tensor value, bool trainable) {
  if (!index_.emplace(name, entries_.size()).second)
    throw std::logic_error("parameter declared twice: " + name);
  value.set_requires_grad(trainable);
  entries_.push_back({name, std::move(value), trainable});
  return entries_.back().value;
}

at::Tensor& Parameters::add(const std::string& name, at::Tensor value) {
  return insert(name, std::move(value), true);
}

at::Tensor& Parameters::addFixed(const std::string& name, at::Tensor value) {
  return insert(name, std::move(value), false);
}

void Parameters::alias(const std::string& name, const std::string& of) {
  aliases_.emplace_back(name, of);
}

const at::Tensor& Parameters::operator[](std::string_view name) const {
  const auto found = index_.find(std::string(name));
  if (found == index_.end()) throw std::out_of_range("no parameter " + std::string(name));
  return entries_[found->second].value;
}

std::int64_t Parameters::trainableElements() const {
  std::int64_t sum = 0;
  for (const Entry& entry : entries_)
    if (entry.trainable) sum += entry.value.numel();
  return sum;
}

void Parameters::to(const at::Device& device) {
  for (Entry& entry : entries_) {
    at::Tensor moved = entry.value.detach().to(device);
    moved.set_requires_grad(entry.trainable);
    entry.value = moved;
  }
}

void Parameters::clearGradients() {
  for (Entry& entry : entries_) entry.value.mutable_grad() = at::Tensor();
}

TensorFile Parameters::toTensorFile() const {
  TensorFile file;
  for (const Entry& entry : entries_) file.tensors[entry.name] = toNamedTensor(entry.value);
  for (const auto& [name, of] : aliases_) file.tensors[name] = file.tensors.at(of);
  return file;
}

}  // namespace mrm
