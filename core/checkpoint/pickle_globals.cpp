#include "core/checkpoint/pickle_globals.h"

#include <algorithm>
#include <array>

namespace mrm::pickle {
namespace {

struct Allowed {
  std::string_view module, name;
  Global global;
};
// Python 2 and protocols up to 2 call builtins "__builtin__"; numpy 2 renamed its core.
constexpr std::array kAllowed{
    Allowed{"collections", "OrderedDict", Global::OrderedDict},
    Allowed{"builtins", "set", Global::Set},
    Allowed{"__builtin__", "set", Global::Set},
    Allowed{"builtins", "frozenset", Global::Set},
    Allowed{"__builtin__", "frozenset", Global::Set},
    Allowed{"argparse", "Namespace", Global::Namespace},
    Allowed{"_codecs", "encode", Global::CodecsEncode},
    Allowed{"numpy.core.multiarray", "scalar", Global::NumpyScalar},
    Allowed{"numpy._core.multiarray", "scalar", Global::NumpyScalar},
    Allowed{"numpy", "dtype", Global::NumpyDtype},
    Allowed{"torch._utils", "_rebuild_tensor", Global::RebuildTensor},
    Allowed{"torch._utils", "_rebuild_tensor_v2", Global::RebuildTensor},
    Allowed{"torch._utils", "_rebuild_tensor_v3", Global::RebuildTensorWithDtype},
    Allowed{"torch._utils", "_rebuild_parameter", Global::RebuildParameter},
    Allowed{"torch._utils", "_rebuild_parameter_with_state", Global::RebuildParameter},
    Allowed{"torch", "Size", Global::Size},
    Allowed{"torch", "device", Global::Device},
};

struct TorchType {
  std::string_view storage, dtype, alias;
  std::optional<DataType> type;
};
// docs.pytorch.org, "Tensor attributes" and "Storage".
constexpr std::array kTorchTypes{
    TorchType{"FloatStorage", "float32", "float", DataType::F32},
    TorchType{"HalfStorage", "float16", "half", DataType::F16},
    TorchType{"BFloat16Storage", "bfloat16", "", DataType::BF16},
    TorchType{"DoubleStorage", "float64", "double", DataType::F64},
    TorchType{"LongStorage", "int64", "long", DataType::I64},
    TorchType{"IntStorage", "int32", "int", DataType::I32},
    TorchType{"ShortStorage", "int16", "short", DataType::I16},
    TorchType{"CharStorage", "int8", "", DataType::I8},
    TorchType{"ByteStorage", "uint8", "", DataType::U8},
    TorchType{"BoolStorage", "bool", "", DataType::Bool},
    TorchType{"UntypedStorage", "", "", DataType::U8},
    TorchType{"", "uint16", "", {}},
    TorchType{"", "uint32", "", {}},
    TorchType{"", "uint64", "", {}},
    TorchType{"", "float8_e4m3fn", "", {}},
    TorchType{"", "float8_e4m3fnuz", "", {}},
    TorchType{"", "float8_e5m2", "", {}},
    TorchType{"", "float8_e5m2fnuz", "", {}},
    TorchType{"", "float8_e8m0fnu", "", {}},
    TorchType{"", "complex32", "chalf", {}},
    TorchType{"ComplexFloatStorage", "complex64", "cfloat", {}},
    TorchType{"ComplexDoubleStorage", "complex128", "cdouble", {}},
    TorchType{"QInt8Storage", "qint8", "", {}},
    TorchType{"QUInt8Storage", "quint8", "", {}},
    TorchType{"QInt32Storage", "qint32", "", {}},
    TorchType{"QUInt4x2Storage", "quint4x2", "", {}},
    TorchType{"QUInt2x4Storage", "quint2x4", "", {}},
};

struct Refused {
  std::string_view module, name, meaning;
};
constexpr std::array kRefused{
    Refused{"torch._utils", "_rebuild_sparse_tensor", "a sparse tensor"},
    Refused{"torch._utils", "_rebuild_nested_tensor", "a nested tensor"},
    Refused{"torch._utils", "_rebuild_qtensor", "a quantized tensor"},
    Refused{"torch._utils", "_rebuild_meta_tensor_no_storage", "a tensor without values"},
    Refused{"torch._utils", "_rebuild_wrapper_subclass", "a tensor of a class of its own"},
    Refused{"torch._tensor", "_rebuild_from_type_v2", "a tensor of a class of its own"},
};

const TorchType* findStorage(std::string_view name) {
  const auto found = std::find_if(kTorchTypes.begin(), kTorchTypes.end(),
                                  [&](const TorchType& t) { return t.storage == name; });
  return name.empty() || found == kTorchTypes.end() ? nullptr : &*found;
}

const TorchType* findDtype(std::string_view name) {
  const auto found = std::find_if(kTorchTypes.begin(), kTorchTypes.end(), [&](const TorchType& t) {
    return t.dtype == name || t.alias == name;
  });
  return name.empty() || found == kTorchTypes.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Global> findGlobal(std::string_view module, std::string_view name) {
  for (const Allowed& allowed : kAllowed)
    if (allowed.module == module && allowed.name == name) return allowed.global;
  if ((module == "torch" || module == "torch.cuda" || module == "torch.storage") &&
      findStorage(name))
    return Global::StorageClass;
  if (module == "torch" && findDtype(name)) return Global::TorchDtype;
  return {};
}

std::string_view meaningOfRefused(std::string_view module, std::string_view name) {
  for (const Refused& refused : kRefused)
    if (refused.module == module && refused.name == name) return refused.meaning;
  return {};
}

std::optional<DataType> typeOfStorageClass(std::string_view name) {
  const TorchType* found = findStorage(name);
  return found ? found->type : std::nullopt;
}

std::optional<DataType> typeOfTorchDtype(std::string_view name) {
  const TorchType* found = findDtype(name);
  return found ? found->type : std::nullopt;
}

}  // namespace mrm::pickle
