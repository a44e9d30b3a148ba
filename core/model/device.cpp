#include "core/model/device.h"

#include <ATen/ATen.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <cpuid.h>
#include <dlfcn.h>

#include <algorithm>
#include <thread>

#include "core/base/error.h"
#include "core/run/host.h"

namespace mrm {
bool loadCuda(std::string* why) {
  // libtorch_cuda.so lies beside libtorch_cpu.so, where the program's RUNPATH finds it.
  static const char* problem = [] {
    return dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL) ? nullptr : dlerror();
  }();
  if (problem) {
    if (why) *why = problem;
    return false;
  }
  if (!at::hasCUDA() || at::detail::getCUDAHooks().deviceCount() == 0) {
    if (why) *why = "no NVIDIA GPU answers";
    return false;
  }
  return true;
}

bool cpuHasBf16() {
#if defined(__x86_64__)
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
  const bool amxBf16 = d & (1u << 22);
  if (a < 1 || !__get_cpuid_count(7, 1, &a, &b, &c, &d)) return amxBf16;
  const bool avx512Bf16 = a & (1u << 5);
  return amxBf16 || avx512Bf16;
#else
  return false;
#endif
}

DeviceChoice chooseDevice(const std::string& device, const std::string& precision, int threads) {
  DeviceChoice choice;
  std::string why;
  if (device != "cpu") choice.cuda = loadCuda(&why);
  if (device == "cuda" && !choice.cuda)
    throw Error("no GPU can be used (" + why + ")", "run.device",
                "Set it to auto or cpu, or install the NVIDIA driver and start with ./run --cuda.");
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  choice.threads = threads > 0 ? threads : cores;
  at::set_num_threads(choice.threads);
  if (choice.cuda) {
    choice.bf16 = precision != "fp32";
    choice.description = std::string("GPU, ") + (choice.bf16 ? "bf16" : "fp32");
    return choice;
  }
  choice.bf16 = precision != "fp32" && cpuHasBf16();
  if (precision == "bf16" && !choice.bf16)
    choice.note =
        "This processor has no bf16 instructions, with which bf16 would be several times slower "
        "than "
        "fp32: computing in fp32.";
  const std::string model = cpuModel();
  choice.description =
      (model.empty() ? "CPU, " : "CPU (" + model + "), ") + std::to_string(choice.threads) +
      (choice.threads == 1 ? " thread, " : " threads, ") + (choice.bf16 ? "bf16" : "fp32");
  return choice;
}

}  // namespace mrm
