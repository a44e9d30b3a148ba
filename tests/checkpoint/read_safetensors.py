"""Reads a file with safetensors and writes what it holds with safetensors: read_safetensors.py IN OUT"""
import sys

from safetensors import safe_open
from safetensors.torch import save_file

with safe_open(sys.argv[1], framework="pt") as file:
    tensors = {name: file.get_tensor(name) for name in file.keys()}
    metadata = file.metadata()
save_file(tensors, sys.argv[2], metadata=metadata)
