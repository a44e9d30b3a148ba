#include "core/run/iso_time.h"

#include <algorithm>
#include <cstdio>

namespace mrm {

using namespace std::chrono;

std::string isoSeconds(system_clock::time_point time) {
  return isoMilliseconds(time).substr(0, 19) + "Z";
}

std::string isoMilliseconds(system_clock::time_point time) {
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<milliseconds>(time - day));
  char text[64];
  std::snprintf(
      text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return text;
}

std::optional<system_clock::time_point> parseIsoTime(std::string_view text) {
  constexpr std::string_view kSeconds = "dddd-dd-ddTdd:dd:ddZ",
                             kMilliseconds = "dddd-dd-ddTdd:dd:dd.dddZ";
  const auto matches = [&](std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == 'd' ? c >= '0' && c <= '9' : c == p; });
  };
  if (!matches(kSeconds) && !matches(kMilliseconds)) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t digits) {
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  const year_month_day date{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                            day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok() || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 59)
    return std::nullopt;
  // 1677 to 2262 is what nanoseconds in 64 bits can tell.
  if (date.year() < year(1678) || date.year() > year(2261)) return std::nullopt;
  return sys_days(date) + hours(number(11, 2)) + minutes(number(14, 2)) + seconds(number(17, 2)) +
         milliseconds(text.size() > kSeconds.size() ? number(20, 3) : 0);
}

}  // namespace mrm
