#pragma once
/// \file
/// The parts of a ROS draft.

#include <string>
#include <vector>

#include "engine/planning/place.hpp"
#include "engine/report/ros/ros_document.hpp"

namespace skranke::ros {

/// Parts on their way into a document.
class Parts {
  public:
    explicit Parts(TextDocument& into) : into_(into) {}
    /// Nothing where there is no text.
    void say(TextRole role, const std::string& text) {
        if (!text.empty()) into_.parts.emplace_back(Paragraph{role, text});
    }
    void table(DocumentTable table) { into_.parts.emplace_back(std::move(table)); }

  private:
    TextDocument& into_;
};

/// One paragraph in a cell.
inline DocumentCell cell(const std::string& text, TextRole role = TextRole::body) { return {{role, text}}; }

void add_event(const RosPlan& plan, Parts& parts);                                   ///< what happens, and when
void add_area(const RosPlan& plan, Parts& parts);                                    ///< verdict of the whole area, measures of the scenario
void add_office(const RosPlan& plan, const PlanningPlace& place, Parts& parts);      ///< the form of one office

}  // namespace skranke::ros
