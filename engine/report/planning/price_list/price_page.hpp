#pragma once
/// \file
/// A price list as a page: the answer in words, every office with its best measure, then each office with all measures,
/// their doses and its sequence; what measures are taken to be and to cost.

#include <string>

#include "engine/planning/price_list/priced_area.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string price_page(const Scenario& scenario, const PricedArea& area, const Provenance& provenance, Lang lang);

}  // namespace skranke
