"""Reads a file with safetensors and writes what it holds with safetensors: read_safetensors.py IN OUT"""
import sys

import numpy
from safetensors import TensorSpec, deserialize, safe_open, serialize_file

DTYPES = {"BOOL": "bool", "U8": "uint8", "I8": "int8", "I16": "int16", "I32": "int32", "I64": "int64",
          "F16": "float16", "BF16": "bfloat16", "F32": "float32", "F64": "float64"}

with open(sys.argv[1], "rb") as file:
    tensors = deserialize(file.read())
with safe_open(sys.argv[1], framework="np") as file:
    metadata = file.metadata()
# As bytes: numpy has no bfloat16.
buffers = {name: numpy.frombuffer(bytes(tensor["data"]), numpy.uint8) for name, tensor in tensors}
serialize_file({name: TensorSpec(dtype=DTYPES[tensor["dtype"]], shape=tensor["shape"],
                                 data_ptr=buffers[name].ctypes.data, data_len=buffers[name].nbytes)
                for name, tensor in tensors}, sys.argv[2], metadata)
