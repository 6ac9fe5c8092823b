#pragma once
/// \file
/// Dates as spreadsheets keep them: numbers of days whose format alone says that they are dates.
///
/// Source  ECMA-376-1 (2016), 18.8.30 (number formats) and 18.17.4 (dates).

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace skranke {

/// The day that number 0 stands for.
enum class DateSystem { from_1900, from_1904 };

/// Whether a built-in format, by its number, shows dates.
bool is_date_format(int number);
/// Whether a format of the workbook's own, such as "dd.mm.yyyy hh:mm", shows dates.
bool is_date_format(std::string_view code);

/// "2020-03-16", or "2020-03-16 09:30" if there is a time of day; nothing for what is no day: negative
/// numbers, 29 February 1900 and days after 2199.
std::optional<std::string> date_of_serial(double serial, DateSystem system);

/// Seconds since 1970 of a time like 2026-01-02T03:04:05Z; 0 for anything else.
std::time_t seconds_of(const std::string& time);

}  // namespace skranke
