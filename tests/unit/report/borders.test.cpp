// Outlines of municipalities from GeoJSON, thinned; and what is no such file.

#include "engine/report/map/borders.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace skranke;

namespace {

std::string feature(const std::string& properties, const std::string& type, const std::string& coordinates) {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates + "}}";
}

std::string collection(const std::string& features) { return R"({"type":"FeatureCollection","features":[)" + features + "]}"; }

/// A square of one degree of latitude at the equator, where a degree of longitude is as long.
std::string square(int west, int south) {
    const std::string w = std::to_string(west), e = std::to_string(west + 1), s = std::to_string(south), n = std::to_string(south + 1);
    return "[[[" + w + "," + s + "],[" + e + "," + s + "],[" + e + "," + n + "],[" + w + "," + n + "],[" + w + "," + s + "]]]";
}

}  // namespace

TEST_CASE("Squares side by side become squares with one common border, north upwards") {
    const std::string file = collection(feature(R"({"kommunenummer":"5001"})", "Polygon", square(0, 0)) + "," +
                                        feature(R"({"KOMMUNENR":301})", "Polygon", square(1, 0)) + "," +
                                        feature(R"({"kommunenummer":"9999"})", "Polygon", square(70, 70)));
    const BordersRead read = read_borders(file, {"5001", "0301"});
    CHECK(read.error.empty());
    CHECK(read.missing.empty());
    CHECK(read.map.width == 1000);
    CHECK(read.map.height == 500);
    REQUIRE(read.map.outlines.size() == 2);
    CHECK(read.map.outlines[0].number == "5001");
    CHECK(read.map.outlines[0].path == "M0 500l500 0 0 -500 -500 0z");
    CHECK(read.map.outlines[1].path == "M500 500l500 0 0 -500 -500 0z");
    CHECK(read.map.outlines[1].room == 500);
    CHECK(read.map.outlines[1].x == 750);
    CHECK(read.map.outlines[1].y > 0);
    CHECK(read.map.outlines[1].y < 500);
}

TEST_CASE("Vertices on a line, repeated ones and islands smaller than the grid are left out") {
    const std::string many = "[[[[0,0],[0.2,0],[0.2,0],[0.5,0],[1,0],[1,1],[0,1],[0,0]]],[[[0.5,1.0001],[0.5001,1.0001],[0.5001,1.0002],[0.5,1.0001]]]]";
    const BordersRead read = read_borders(collection(feature(R"({"kommunenr":"5001"})", "MultiPolygon", many)), {"5001"});
    REQUIRE(read.map.outlines.size() == 1);
    CHECK(read.map.outlines[0].path == "M0 1000l1000 0 0 -1000 -1000 0z");
}

TEST_CASE("A municipality that is smaller than the grid is still there") {
    const std::string tiny = "[[[0.5,0.5],[0.5001,0.5],[0.5001,0.5001],[0.5,0.5]]]";
    const BordersRead read = read_borders(collection(feature(R"({"kommunenr":"5001"})", "Polygon", square(0, 0)) + "," +
                                                     feature(R"({"kommunenr":"5002"})", "Polygon", tiny)), {"5001", "5002"});
    REQUIRE(read.map.outlines.size() == 2);
    CHECK(read.map.outlines[1].path == "M500 500h1v1h-1z");
}

TEST_CASE("Municipalities without an outline are named") {
    const BordersRead read = read_borders(collection(feature(R"({"kommunenr":"5001"})", "Polygon", square(0, 0))), {"5001", "5002"});
    CHECK(read.error.empty());
    CHECK(read.missing == std::vector<std::string>{"5002"});
}

TEST_CASE("What is no file of borders is told by a sentence, whatever it is") {
    const auto error = [](const std::string& file) { return read_borders(file, {"5001"}).error; };
    CHECK(error("") == "is no JSON");
    CHECK(error("<html>") == "is no JSON");
    CHECK(error("[1, 2") == "is no JSON");
    CHECK(error("[1, 2]").find("FeatureCollection") != std::string::npos);
    CHECK(error(R"({"features": 3})").find("FeatureCollection") != std::string::npos);
    CHECK(error(collection("1, null, {}")).find("kommunenummer") != std::string::npos);
    CHECK(error(collection(feature(R"({"kommunenr":"0301"})", "Polygon", square(0, 0)))).find("none of the scenario's") != std::string::npos);
    CHECK(error(collection(feature(R"({"kommunenr":"5001"})", "Point", "[1,2]"))).find("feature 1, municipality 5001") == 0);
    CHECK(error(collection(feature(R"({"kommunenr":"5001"})", "Polygon", "[[[\"a\",2]]]"))).find("feature 1") == 0);
    CHECK(error(collection(feature(R"({"kommunenr":"5001"})", "Polygon", "[[[569000,7032000],[569100,7032000]]]"))).find("EPSG:4326") != std::string::npos);
    CHECK(error(std::string(100000, '[')) == "is no GeoJSON: its brackets are too deep");
    CHECK(error(std::string(kLargestBorders + 1, ' ')).find("32 MB") != std::string::npos);
}

TEST_CASE("Rings without points do no harm") {
    const BordersRead read = read_borders(collection(feature(R"({"kommunenr":"5001"})", "Polygon", "[[]]")), {"5001"});
    CHECK(read.error.empty());
    CHECK(read.map.outlines.size() == 1);
}
