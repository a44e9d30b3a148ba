// Where libtorch computes, and in what precision.
#pragma once

#include <string>

namespace mrm {

struct DeviceChoice {
  bool cuda = false;
  bool bf16 = false;        // matrix products in bfloat16
  int threads = 1;          // of the CPU
  std::string description;  // "CPU (Intel Xeon), 2 threads, fp32"
  std::string note;         // what was decided otherwise than asked, for the log; may be empty
};

// Loads libtorch's CUDA half when it is installed and a GPU answers. Call first in main(): later
// calls of libtorch would not see it. Returns whether CUDA can be used; `why` says why not.
bool loadCuda(std::string* why = nullptr);

// Whether this CPU multiplies bfloat16 matrices faster than fp32 ones (AVX512-BF16 or AMX).
bool cpuHasBf16();

// `device`: auto, cpu, cuda; `precision`: auto, fp32, bf16; threads 0: all cores. Sets libtorch's
// thread count. Throws Error when CUDA is asked for and absent.
DeviceChoice chooseDevice(const std::string& device, const std::string& precision, int threads);

}  // namespace mrm
