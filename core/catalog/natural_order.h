// The order in which people expect names with numbers: "2" before "10".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mrm {

// Below 0, 0 or above 0. Runs of ASCII digits are compared by their value, everything else byte by
// byte; names that differ in leading zeros only come in the order of their bytes.
int naturalOrder(std::string_view a, std::string_view b);

// Indices of the texts in their order; equal ones by index. Fast for names that differ near their
// beginning or after one that all share.
std::vector<std::uint32_t> naturallySorted(const std::vector<std::string_view>& texts);

}  // namespace mrm
