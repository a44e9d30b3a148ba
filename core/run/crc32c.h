// CRC-32C (Castagnoli), the check sum of TensorBoard's record framing.
#pragma once

#include <cstdint>
#include <string_view>

namespace mrm {

// Reflected polynomial 0x82F63B78 (RFC 3720, appendix B.4); of "123456789" it is 0xE3069283.
std::uint32_t crc32c(std::string_view bytes);

}  // namespace mrm
