#include "engine/report/map/borders.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

namespace skranke {

namespace {

using nlohmann::json;

constexpr int kWidth = 1000, kMostHeight = 1500;
constexpr int kDeepest = 12;          // of brackets; a MultiPolygon in a collection takes eight
constexpr std::size_t kNumberDigits = 4;
constexpr int kScanLines = 15;        // on which the widest part of an outline is looked for
constexpr double kDegree = 3.14159265358979323846 / 180;
constexpr std::array<const char*, 4> kNumberKeys{"kommunenummer", "kommunenr", "municipality", "id"};

struct Place {
    double lon = 0, lat = 0;
};
struct Point {
    int x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
template <class P>
using Ring = std::vector<P>;
using Places = std::vector<Ring<Place>>;

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string as_number(const json& value) {
    std::string number;
    if (value.is_string()) number = value.get<std::string>();
    if (value.is_number_unsigned()) number = std::to_string(value.get<std::uint64_t>());
    const bool is_digits = !number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_digits && number.size() < kNumberDigits) number.insert(0, kNumberDigits - number.size(), '0');
    return number;
}

std::string number_of(const json& feature) {
    const auto properties = feature.find("properties");
    if (properties != feature.end() && properties->is_object())
        for (const char* wanted : kNumberKeys)
            for (const auto& [key, value] : properties->items())
                if (lower(key) == wanted && !as_number(value).empty()) return as_number(value);
    return feature.contains("id") ? as_number(feature["id"]) : "";
}

/// \return whether the ring is one
bool add_ring(const json& ring, Places& into) {
    if (!ring.is_array()) return false;
    Ring<Place>& places = into.emplace_back();
    for (const json& at : ring) {
        if (!at.is_array() || at.size() < 2 || !at[0].is_number() || !at[1].is_number()) return false;
        places.push_back({at[0].get<double>(), at[1].get<double>()});
    }
    return true;
}

bool add_polygon(const json& rings, Places& into) {
    return rings.is_array() && std::all_of(rings.begin(), rings.end(), [&](const json& ring) { return add_ring(ring, into); });
}

bool add_geometry(const json& feature, Places& into) {
    const auto geometry = feature.find("geometry");
    if (geometry == feature.end() || !geometry->is_object() || !geometry->contains("coordinates")) return false;
    const json& coordinates = (*geometry)["coordinates"];
    const std::string type = geometry->contains("type") && (*geometry)["type"].is_string() ? (*geometry)["type"].get<std::string>() : "";
    if (type == "Polygon") return add_polygon(coordinates, into);
    return type == "MultiPolygon" && coordinates.is_array() &&
           std::all_of(coordinates.begin(), coordinates.end(), [&](const json& polygon) { return add_polygon(polygon, into); });
}

bool is_in_degrees(const Places& rings) {
    return std::all_of(rings.begin(), rings.end(), [](const Ring<Place>& ring) {
        return std::all_of(ring.begin(), ring.end(), [](const Place& p) { return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90; });
    });
}

/// Degrees to the grid of a drawing: equirectangular, true in its middle.
class Projection {
  public:
    explicit Projection(const std::vector<const Places*>& all) {
        double west = 180, east = -180, south = 90, north = -90;
        for (const Places* rings : all)
            for (const Ring<Place>& ring : *rings)
                for (const Place& p : ring) {
                    west = std::min(west, p.lon), east = std::max(east, p.lon);
                    south = std::min(south, p.lat), north = std::max(north, p.lat);
                }
        shrink_ = std::max(0.01, std::cos((south + north) / 2 * kDegree));
        const double across = std::max(1e-9, (east - west) * shrink_), down = std::max(1e-9, north - south);
        scale_ = std::min(kWidth / across, kMostHeight / down);
        west_ = west;
        north_ = north;
        width_ = std::max(1, static_cast<int>(std::lround(across * scale_)));
        height_ = std::max(1, static_cast<int>(std::lround(down * scale_)));
    }
    Point operator()(const Place& p) const {
        return {static_cast<int>(std::lround((p.lon - west_) * shrink_ * scale_)), static_cast<int>(std::lround((north_ - p.lat) * scale_))};
    }
    int width() const { return width_; }
    int height() const { return height_; }

  private:
    double west_ = 0, north_ = 0, shrink_ = 1, scale_ = 1;
    int width_ = 0, height_ = 0;
};

/// Without what rounding made equal, and without points on a straight line.
Ring<Point> thinned(const Ring<Place>& ring, const Projection& projection) {
    Ring<Point> points;
    for (const Place& place : ring) {
        const Point p = projection(place);
        if (!points.empty() && points.back() == p) continue;
        if (points.size() >= 2) {
            const Point &a = points[points.size() - 2], &b = points.back();
            if ((b.x - a.x) * (p.y - b.y) == (b.y - a.y) * (p.x - b.x)) points.pop_back();
        }
        points.push_back(p);
    }
    while (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

long long twice_area(const Ring<Point>& ring) {
    long long sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
        sum += static_cast<long long>(a.x) * b.y - static_cast<long long>(b.x) * a.y;
    }
    return std::abs(sum);
}

std::string path_of(const Ring<Point>& ring) {
    std::string path = "M" + std::to_string(ring.front().x) + " " + std::to_string(ring.front().y) + "l";
    for (std::size_t i = 1; i < ring.size(); ++i)
        path += (i > 1 ? " " : "") + std::to_string(ring[i].x - ring[i - 1].x) + " " + std::to_string(ring[i].y - ring[i - 1].y);
    return path + "z";
}

/// Where a horizontal line has most of the ring on it, rather in its middle than at its upper or lower end.
void place_name(const Ring<Point>& ring, Outline& outline) {
    const auto [low, high] = std::minmax_element(ring.begin(), ring.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
    double best = 0;
    for (int line = 1; line <= kScanLines; ++line) {
        const double off = std::abs(2.0 * line / (kScanLines + 1) - 1);
        const double y = low->y + (high->y - low->y) * static_cast<double>(line) / (kScanLines + 1);
        std::vector<double> crossings;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
            if ((a.y <= y) != (b.y <= y)) crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int room = static_cast<int>(crossings[i + 1] - crossings[i]);
            if (room * (1 - off) <= best) continue;
            best = room * (1 - off);
            outline.room = room;
            outline.x = static_cast<int>(std::lround((crossings[i] + crossings[i + 1]) / 2));
            outline.y = static_cast<int>(std::lround(y));
        }
    }
}

Outline outline_of(const std::string& number, const Places& rings, const Projection& projection) {
    Outline outline;
    outline.number = number;
    Ring<Point> largest;
    for (const Ring<Place>& ring : rings) {
        Ring<Point> points = thinned(ring, projection);
        if (points.empty()) continue;
        if (twice_area(points) > 0) outline.path += path_of(points);
        if (largest.empty() || twice_area(points) > twice_area(largest)) largest = std::move(points);
    }
    if (largest.empty()) return outline;
    outline.x = largest.front().x;
    outline.y = largest.front().y;
    if (outline.path.empty()) outline.path = "M" + std::to_string(outline.x) + " " + std::to_string(outline.y) + "h1v1h-1z";
    place_name(largest, outline);
    return outline;
}

struct Found {
    std::map<std::string, Places> places;  // by municipality
    std::string error;
};

Found find_places(const json& file) {
    Found found;
    const auto features = file.is_object() ? file.find("features") : file.end();
    if (!file.is_object() || features == file.end() || !features->is_array()) {
        found.error = "is no GeoJSON FeatureCollection: it should begin {\"type\": \"FeatureCollection\", \"features\": [...";
        return found;
    }
    std::size_t count = 0;
    for (const json& feature : *features) {
        ++count;
        const std::string number = feature.is_object() ? number_of(feature) : "";
        if (number.empty()) continue;
        Places& rings = found.places[number];
        if (!add_geometry(feature, rings)) {
            found.error = "feature " + std::to_string(count) + ", municipality " + number +
                          ": its geometry should be a Polygon or a MultiPolygon with coordinates [longitude, latitude]";
            return found;
        }
        if (!is_in_degrees(rings)) {
            found.error = "feature " + std::to_string(count) + ", municipality " + number +
                          ": coordinates are not degrees; convert the file to longitude and latitude (EPSG:4326)";
            return found;
        }
    }
    if (found.places.empty())
        found.error = "no feature says which municipality it is: a property kommunenummer would, with four digits, such as \"5001\"";
    return found;
}

}  // namespace

BordersRead read_borders(const std::string& geojson, const std::vector<std::string>& numbers) {
    BordersRead read;
    if (geojson.size() > kLargestBorders) {
        read.error = "is larger than 32 MB; thin it first, for example with mapshaper -simplify";
        return read;
    }
    bool is_deep = false;
    const auto shallow = [&](int depth, json::parse_event_t, json&) {
        is_deep |= depth > kDeepest;
        return depth <= kDeepest;
    };
    const json file = json::parse(geojson, shallow, false);
    if (file.is_discarded() || is_deep) {
        read.error = is_deep ? "is no GeoJSON: its brackets are too deep" : "is no JSON";
        return read;
    }
    Found found = find_places(file);
    if (!found.error.empty()) {
        read.error = found.error;
        return read;
    }
    std::vector<const Places*> wanted;
    for (const std::string& number : numbers) {
        const auto at = found.places.find(number);
        if (at == found.places.end() || at->second.empty())
            read.missing.push_back(number);
        else
            wanted.push_back(&at->second);
    }
    if (wanted.empty()) {
        read.error = "has none of the scenario's municipalities; it has " + found.places.begin()->first + " and " +
                     std::to_string(found.places.size() - 1) + " others";
        return read;
    }
    const Projection projection(wanted);
    read.map.width = projection.width();
    read.map.height = projection.height();
    for (const std::string& number : numbers)
        if (const auto at = found.places.find(number); at != found.places.end() && !at->second.empty())
            read.map.outlines.push_back(outline_of(number, at->second, projection));
    return read;
}

}  // namespace skranke
