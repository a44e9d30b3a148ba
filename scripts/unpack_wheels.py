"""Unpacks from PyPI wheels what a libtorch program needs: unpack_wheels.py cpu|cuda WHEELS TARGET

Python packages, static libraries and tools stay packed; the CPU flavour also leaves out CUDA's
libraries and headers, which a program that links libtorch_cpu alone never opens.
"""
import fnmatch
import pathlib
import sys
import zipfile

KEEP = {
    "cpu": [
        "torch/include/*", "torch/version.py",
        "torch/lib/libtorch_cpu.so", "torch/lib/libc10.so", "torch/lib/libgomp*.so*",
        "nvidia/cu13/lib/libcudart.so.*", "nvidia/cu13/lib/libcupti.so.*",
        "*.dist-info/*",
    ],
    "cuda": [
        "torch/include/*", "torch/version.py", "torch/lib/*.so", "torch/lib/*.so.*",
        "nvidia/*/lib/*.so", "nvidia/*/lib/*.so.*", "nvidia/*/include/*",
        "*.dist-info/*",
    ],
}
LEAVE = ["torch/lib/libtorch_python.so", "*/RECORD"]


def wanted(name, flavour):
    return (any(fnmatch.fnmatchcase(name, p) for p in KEEP[flavour])
            and not any(fnmatch.fnmatchcase(name, p) for p in LEAVE))


def main(flavour, wheels, target):
    members = []
    for wheel in sorted(pathlib.Path(wheels).glob("*.whl")):
        archive = zipfile.ZipFile(wheel)
        members += [(archive, info) for info in archive.infolist()
                    if not info.is_dir() and wanted(info.filename, flavour)]
    total = sum(info.file_size for _, info in members)
    done = 0
    for archive, info in members:
        archive.extract(info, target)  # checks the CRC and keeps the path inside target
        done += info.file_size
        print(f"Progress {done} of {total}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
