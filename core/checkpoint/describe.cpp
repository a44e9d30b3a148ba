#include "core/checkpoint/describe.h"

#include <map>
#include <string_view>

#include "core/base/printable.h"

namespace mrm {
namespace {

constexpr std::size_t kShownName = 500;  // bytes

std::string countOf(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " tensor" : " tensors");
}

void list(std::string& text, const char* title, const std::vector<ExpectedTensor>& tensors) {
  if (tensors.empty()) return;
  text += std::string(title) + " (" + std::to_string(tensors.size()) + "):\n";
  for (const auto& tensor : tensors)
    text += "  " + printable(tensor.name, kShownName) + " " + shapeText(tensor.shape) + "\n";
}

}  // namespace

CheckpointDifference compareWithModel(const TensorFile& file,
                                      const std::vector<ExpectedTensor>& model) {
  CheckpointDifference difference;
  std::map<std::string_view, const ExpectedTensor*> expected;
  for (const auto& tensor : model) expected.emplace(tensor.name, &tensor);
  for (const auto& [name, tensor] : expected) {
    const auto found = file.tensors.find(tensor->name);
    if (found == file.tensors.end())
      difference.missing.push_back(*tensor);
    else if (found->second.shape != tensor->shape)
      difference.otherShape.push_back({tensor->name, tensor->shape, found->second.shape});
    else
      ++difference.equal;
  }
  for (const auto& [name, tensor] : file.tensors)
    if (!expected.contains(name)) difference.unexpected.push_back({name, tensor.shape});
  return difference;
}

std::string CheckpointDifference::toText() const {
  std::string text = countOf(equal) + (equal == 1 ? " fits" : " fit") + " the model";
  text += none() ? "; there is no difference.\n" : ".\n";
  list(text, "Missing, the model has them but the file does not", missing);
  list(text, "Unexpected, the file has them but the model does not", unexpected);
  if (!otherShape.empty())
    text += "Of another shape (" + std::to_string(otherShape.size()) + "):\n";
  for (const auto& tensor : otherShape)
    text += "  " + printable(tensor.name, kShownName) + " is " + shapeText(tensor.found) +
            " in the file, " + shapeText(tensor.expected) + " in the model\n";
  return text;
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i)
    text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

}  // namespace mrm
