# Imported targets for the libtorch inside PyPI's torch wheel. Needs no CUDA toolkit.
#   TORCH_WHEEL_DIR : folder that `pip install --no-deps --target` filled (holds torch/ and nvidia/);
#                     scripts/setup.sh makes it
# Target:
#   LibTorch::cpu   headers, libtorch_cpu and libc10: all that is linked. CUDA is loaded at run time.
# libtorch_cpu itself loads libcudart and libcupti; the wheel's RUNPATH finds them in nvidia/cu13/lib.
set(TORCH_WHEEL_DIR "" CACHE PATH "Folder with the unpacked torch wheel (scripts/setup.sh makes it)")
find_path(LibTorchWheel_ROOT NAMES include/torch/csrc/api/include/torch/torch.h
          HINTS ${TORCH_WHEEL_DIR}/torch NO_DEFAULT_PATH)
foreach(lib torch_cpu c10)
  find_library(LibTorchWheel_${lib} ${lib} HINTS ${LibTorchWheel_ROOT}/lib NO_DEFAULT_PATH)
endforeach()
if(LibTorchWheel_ROOT)
  file(STRINGS ${LibTorchWheel_ROOT}/version.py _version REGEX "^__version__")
  string(REGEX REPLACE ".*'([^']+)'.*" "\\1" LibTorchWheel_VERSION "${_version}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorchWheel
  REQUIRED_VARS LibTorchWheel_ROOT LibTorchWheel_torch_cpu LibTorchWheel_c10
  VERSION_VAR LibTorchWheel_VERSION
  REASON_FAILURE_MESSAGE "Run ./run or ./check, which fetch libtorch, or set TORCH_WHEEL_DIR.")
if(LibTorchWheel_FOUND AND NOT TARGET LibTorch::cpu)
  add_library(LibTorch::c10 SHARED IMPORTED)
  set_target_properties(LibTorch::c10 PROPERTIES IMPORTED_LOCATION ${LibTorchWheel_c10})
  add_library(LibTorch::cpu SHARED IMPORTED)
  set_target_properties(LibTorch::cpu PROPERTIES
    IMPORTED_LOCATION ${LibTorchWheel_torch_cpu}
    # imported: passed as -isystem, so that torch's headers give no warnings
    INTERFACE_INCLUDE_DIRECTORIES
      "${LibTorchWheel_ROOT}/include;${LibTorchWheel_ROOT}/include/torch/csrc/api/include"
    INTERFACE_LINK_LIBRARIES LibTorch::c10)
  set_property(TARGET LibTorch::cpu APPEND PROPERTY
    INTERFACE_LINK_OPTIONS "LINKER:--allow-shlib-undefined")
endif()
