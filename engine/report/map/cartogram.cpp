#include "engine/report/map/cartogram.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {
namespace {

constexpr double kPi = 3.14159265358979323846;
// Chosen by eye on Trøndelag and Norway.
constexpr double kCover = 0.42;       // circles' area / area of the box around the centre points
constexpr double kAir = 1.03;         // distance kept between centres / sum of radii
constexpr double kPullHome = 0.06;    // of the way home, each step, fading to 0
constexpr double kLargest = 0.125;    // radius of a single circle / width; a few get more, by the root of their number
constexpr int kSteps = 400;           // with the pull; circles grow to full size over the first half
constexpr int kMostSettling = 20000;  // steps without it, until nothing overlaps

// Cosine of degrees between -90 and 90 by its series, whose terms every machine rounds alike.
double cosine(double degrees) {
    const double x = degrees * kPi / 180.0;
    double term = 1.0, sum = 1.0;
    for (int k = 1; k <= 12; ++k) {
        term *= -x * x / ((2.0 * k - 1.0) * (2.0 * k));
        sum += term;
    }
    return sum;
}

struct Box {
    double left, right, top, bottom;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

Box box_around(const std::vector<Circle>& circles) {
    Box box{circles[0].x, circles[0].x, circles[0].y, circles[0].y};
    for (const Circle& c : circles) {
        box.left = std::min(box.left, c.x - c.r);
        box.right = std::max(box.right, c.x + c.r);
        box.top = std::min(box.top, c.y - c.r);
        box.bottom = std::max(box.bottom, c.y + c.r);
    }
    return box;
}

// Centre points on a plane, in degrees of latitude, without radii.
std::vector<Circle> projected(const std::vector<CartogramPlace>& places) {
    double lat_sum = 0;
    for (const CartogramPlace& p : places) lat_sum += p.lat;
    const double shrink = cosine(lat_sum / static_cast<double>(places.size()));
    std::vector<Circle> points;
    points.reserve(places.size());
    for (const CartogramPlace& p : places) points.push_back({p.lon * shrink, -p.lat, 0});
    return points;
}

void set_radii(std::vector<Circle>& circles, const std::vector<CartogramPlace>& places) {
    const Box box = box_around(circles);
    const double side = std::max({box.width(), box.height(), 1e-3});
    // A row of places, or a single one, still gets a fair share of a square.
    const double area = std::max(box.width(), side / 4) * std::max(box.height(), side / 4);
    double people = 0;
    for (const CartogramPlace& p : places) people += std::max(p.population, 1.0);
    for (std::size_t i = 0; i < places.size(); ++i)
        circles[i].r = std::sqrt(kCover * area * std::max(places[i].population, 1.0) / people / kPi);
}

// Moves every pair apart that overlaps when drawn at `grown` of its size, the smaller circle
// further; true if any had overlapped.
bool push_apart(std::vector<Circle>& circles, double grown) {
    constexpr double kTolerated = 1e-3;  // of the distance wanted
    bool any = false;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        for (std::size_t j = i + 1; j < circles.size(); ++j) {
            Circle& a = circles[i];
            Circle& b = circles[j];
            const double wanted = grown * kAir * (a.r + b.r);
            double dx = b.x - a.x, dy = b.y - a.y;
            if (dx >= wanted || -dx >= wanted || dy >= wanted || -dy >= wanted) continue;
            double distance = std::sqrt(dx * dx + dy * dy);
            const double overlap = wanted - distance;
            if (overlap <= kTolerated * wanted) continue;
            any = true;
            if (distance < 1e-9 * wanted) {  // one on the other: the later place goes east
                dx = distance = 1.0;
                dy = 0.0;
            }
            const double share = b.r * b.r / (a.r * a.r + b.r * b.r);  // of the way that `a` moves
            a.x -= dx / distance * overlap * share;
            a.y -= dy / distance * overlap * share;
            b.x += dx / distance * overlap * (1.0 - share);
            b.y += dy / distance * overlap * (1.0 - share);
        }
    }
    return any;
}

// Circles grow from nothing, so that each pushes its neighbours out in the direction they lie in.
void lay_out(std::vector<Circle>& circles) {
    const std::vector<Circle> homes = circles;
    for (int step = 0; step < kSteps; ++step) {
        const double part = static_cast<double>(step + 1) / kSteps;
        const double pull = kPullHome * (1.0 - part);
        for (std::size_t i = 0; i < circles.size(); ++i) {
            circles[i].x += pull * (homes[i].x - circles[i].x);
            circles[i].y += pull * (homes[i].y - circles[i].y);
        }
        push_apart(circles, std::min(1.0, 2.0 * part));
    }
    for (int step = 0; step < kMostSettling && push_apart(circles, 1.0); ++step) {
    }
}

}  // namespace

Cartogram dorling_cartogram(const std::vector<CartogramPlace>& places, double width) {
    SKRANKE_EXPECT(width > 0);
    if (places.empty()) return {};
    Cartogram drawing{width, 0, projected(places)};
    set_radii(drawing.circles, places);
    lay_out(drawing.circles);
    const Box box = box_around(drawing.circles);
    double largest = 0;
    for (const Circle& c : drawing.circles) largest = std::max(largest, c.r);
    const double most = kLargest * width * std::sqrt(static_cast<double>(places.size()));
    const double scale = std::min(width / box.width(), most / largest);
    const double margin = (width - box.width() * scale) / 2;
    for (Circle& c : drawing.circles) c = {(c.x - box.left) * scale + margin, (c.y - box.top) * scale, c.r * scale};
    drawing.height = box.height() * scale;
    return drawing;
}

}  // namespace skranke
