// Runs a decoder that may end the process in a process of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace mrm::dicom {

// Calls `work` in a forked child with a buffer of `size` bytes, zero at first, that both share, and
// copies the buffer to `result` when `work` returns. Nothing on success; otherwise the message of
// the Error that it threw, or "" when the child ended before it returned: by a failed assertion, a
// fault, or after 60 seconds of processor time. `work` must not use threads of its own or wait for
// others: of this process's threads the child has the calling one alone.
std::optional<std::string> runIsolated(std::size_t size, std::span<std::byte> result,
                                       const std::function<void(std::span<std::byte>)>& work);

}  // namespace mrm::dicom
