#include "core/model/tensor_bridge.h"

#include <ATen/ATen.h>

#include <cstring>

#include "core/base/error.h"

namespace mrm {
namespace {

at::ScalarType scalarTypeOf(DataType type) {
  switch (type) {
    case DataType::Bool:
      return at::kBool;
    case DataType::U8:
      return at::kByte;
    case DataType::I8:
      return at::kChar;
    case DataType::I16:
      return at::kShort;
    case DataType::I32:
      return at::kInt;
    case DataType::I64:
      return at::kLong;
    case DataType::F16:
      return at::kHalf;
    case DataType::BF16:
      return at::kBFloat16;
    case DataType::F32:
      return at::kFloat;
    case DataType::F64:
      return at::kDouble;
  }
  throw Error("has a type that cannot be used");
}

DataType dataTypeOf(at::ScalarType type) {
  switch (type) {
    case at::kBool:
      return DataType::Bool;
    case at::kByte:
      return DataType::U8;
    case at::kChar:
      return DataType::I8;
    case at::kShort:
      return DataType::I16;
    case at::kInt:
      return DataType::I32;
    case at::kLong:
      return DataType::I64;
    case at::kHalf:
      return DataType::F16;
    case at::kBFloat16:
      return DataType::BF16;
    case at::kFloat:
      return DataType::F32;
    case at::kDouble:
      return DataType::F64;
    default:
      throw Error("a tensor of this type cannot be stored");
  }
}

}  // namespace

NamedTensor toNamedTensor(const at::Tensor& tensor) {
  auto copy = std::make_shared<at::Tensor>(
      tensor.detach().to(at::kCPU, tensor.scalar_type(), false, /*copy=*/true).contiguous());
  NamedTensor named;
  named.type = dataTypeOf(copy->scalar_type());
  named.shape.assign(copy->sizes().begin(), copy->sizes().end());
  named.data = static_cast<const std::byte*>(copy->const_data_ptr());
  named.storage = std::shared_ptr<const void>(copy, copy->const_data_ptr());
  return named;
}

at::Tensor toTensor(const NamedTensor& tensor) {
  at::Tensor out = at::empty(tensor.shape, at::TensorOptions(scalarTypeOf(tensor.type)));
  if (tensor.bytes() > 0) std::memcpy(out.mutable_data_ptr(), tensor.data, tensor.bytes());
  return out;
}

}  // namespace mrm
