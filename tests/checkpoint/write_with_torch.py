"""Writes checkpoints with torch.save, and the same tensors with safetensors, into a folder.

The files in data/ come from here:  python write_with_torch.py FOLDER
"""
import argparse
import collections
import pathlib
import sys

import numpy
import torch
from safetensors.torch import save_file

folder = pathlib.Path(sys.argv[1])
torch.manual_seed(0)


def tensors():
    base = torch.arange(6, dtype=torch.float32)
    grid = torch.arange(20, dtype=torch.float32).reshape(4, 5)
    state = collections.OrderedDict(
        float32=torch.randn(2, 3),
        float16=torch.randn(3).half(),
        bfloat16=torch.randn(3).bfloat16(),
        float64=torch.randn(2, dtype=torch.float64),
        int64=torch.tensor([-(2**62), 7]),
        int32=torch.tensor([-5, 2**31 - 1], dtype=torch.int32),
        int16=torch.tensor([-300, 300], dtype=torch.int16),
        int8=torch.tensor([-128, 127, 0], dtype=torch.int8),
        uint8=torch.tensor([0, 255, 3], dtype=torch.uint8),
        bool=torch.tensor([True, False, True]),
        scalar=torch.tensor(3.5),
        empty=torch.zeros(0, 4),
        parameter=torch.nn.Parameter(torch.randn(4)),
        shared_front=base[:4],
        shared_back=base[2:],
        transposed=torch.arange(12, dtype=torch.int32).reshape(3, 4).t(),
        strided=grid[1:4:2, ::2],
        permuted=torch.arange(24, dtype=torch.int16).reshape(2, 3, 4).permute(2, 0, 1),
        expanded=torch.arange(3, dtype=torch.float32).expand(4, 3),
        one_row=grid[2:3].t().t(),
    )
    state._metadata = collections.OrderedDict({"": {"version": 1}})
    return state


def wrapped(state, name="model"):
    weight = torch.nn.Parameter(torch.randn(3, 3))
    optimizer = torch.optim.AdamW([weight], lr=1e-3)
    weight.sum().backward()
    optimizer.step()
    return {
        name: state,
        "optimizer": optimizer.state_dict(),
        "epoch": 3,
        "best": numpy.float64(0.875),
        "scaler": {"scale": 65536.0, "growth_interval": 2000},
        "args": argparse.Namespace(lr=1.5e-4, betas=(0.9, 0.95), resume=None, dist=False,
                                   data="a b", nested={"seed": -7, "big": 2**70}),
        "dtype": torch.bfloat16,
        "size": torch.Size([4, 5]),
        "device": torch.device("cuda", 1),
        "tags": {"x"},
    }


state = tensors()
save_file({k: v.detach().contiguous().clone() for k, v in state.items()},
          folder / "expected.safetensors", metadata={"made by": "torch", "naïve": "Ω"})
torch.save(wrapped(state), folder / "zip.pth")
torch.save(wrapped(state), folder / "legacy.pth", _use_new_zipfile_serialization=False)
if len(sys.argv) > 2 and sys.argv[2] == "all":
    for protocol in (2, 3, 4, 5):
        for new in (True, False):
            torch.save(state, folder / f"raw{protocol}{'zip' if new else 'legacy'}.pth",
                       pickle_protocol=protocol, _use_new_zipfile_serialization=new)
    for name in ("state_dict", "module", "model_state_dict"):
        torch.save(wrapped(state, name), folder / f"under_{name}.pth")
    torch.save({"module." + k: v for k, v in state.items()}, folder / "data_parallel.pth")
