#include "core/dicom/isolated.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>

#include "core/base/error.h"

namespace mrm::dicom {
namespace {

constexpr std::size_t kMessageBytes = 512;
constexpr rlim_t kSeconds = 60;
// What the child says in the first byte of the memory; 0 when it ended before.
constexpr std::byte kDone{1}, kFailed{2};

// Memory that a child shares: its state, a message, the result.
class SharedMemory {
 public:
  explicit SharedMemory(std::size_t size) : size_(size) {
    memory_ = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED) throw std::bad_alloc();
  }
  ~SharedMemory() { ::munmap(memory_, size_); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  std::span<std::byte> bytes() const { return {static_cast<std::byte*>(memory_), size_}; }

 private:
  std::size_t size_;
  void* memory_;
};

void limit(int resource, rlim_t value) {
  const rlimit limits{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &limits);
}

// What the child does. It leaves by _exit() alone: what the parent set up is not undone twice.
[[noreturn]] void runChild(std::byte& state, std::span<std::byte> message,
                           std::span<std::byte> result,
                           const std::function<void(std::span<std::byte>)>& work) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(signal, SIG_DFL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, kSeconds);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (nowhere >= 0) ::dup2(nowhere, 2);  // the assertion's text
  try {
    work(result);
    state = kDone;
  } catch (const Error& error) {
    const std::size_t count = std::min(error.problem().size(), message.size() - 1);
    std::memcpy(message.data(), error.problem().data(), count);
    state = kFailed;
  } catch (...) {
  }
  ::_exit(0);
}

}  // namespace

std::optional<std::string> runIsolated(std::size_t size, std::span<std::byte> result,
                                       const std::function<void(std::span<std::byte>)>& work) {
  const SharedMemory shared(1 + kMessageBytes + size);
  std::byte& state = shared.bytes().front();
  const auto message = shared.bytes().subspan(1, kMessageBytes);
  const auto buffer = shared.bytes().subspan(1 + kMessageBytes);
  const pid_t child = ::fork();
  if (child < 0) throw Error(std::string("no process can be started: ") + std::strerror(errno));
  if (child == 0) runChild(state, message, buffer, work);
  // It ends with ECHILD, after the child, where the process ignores its children.
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  if (state == kFailed) return std::string(reinterpret_cast<const char*>(message.data()));
  if (state != kDone) return std::string();
  std::copy_n(buffer.begin(), std::min(result.size(), buffer.size()), result.begin());
  return std::nullopt;
}

}  // namespace mrm::dicom
