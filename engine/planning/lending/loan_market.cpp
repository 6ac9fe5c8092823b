#include "engine/planning/lending/loan_market.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();
constexpr double kPerKm = 1e-9;  // so small that it decides nothing but between equals
constexpr double kNothing = 1e-7;

/// A network with its rest capacities.
class Network {
  public:
    explicit Network(std::size_t nodes) : nodes_(nodes) {}

    /// \return the edge's number
    std::size_t add(std::size_t from, std::size_t to, int capacity, double cost) {
        edges_.push_back({from, to, capacity, cost});
        edges_.push_back({to, from, 0, -cost});
        return edges_.size() - 2;
    }

    /// Sends units one by one along the cheapest way, as long as that gains.
    void flow(std::size_t source, std::size_t sink) {
        for (;;) {
            const std::vector<std::size_t> way = cheapest(source, sink);
            if (way.empty()) return;
            for (const std::size_t e : way) {
                --edges_[e].capacity;
                ++edges_[e ^ 1].capacity;
            }
        }
    }

    int flow_on(std::size_t edge) const { return edges_[edge ^ 1].capacity; }

  private:
    struct Edge {
        std::size_t from, to;
        int capacity;
        double cost;
    };

    /// Edges of the cheapest way; none if it gains nothing. Bellman and Ford's, as costs may be below 0.
    std::vector<std::size_t> cheapest(std::size_t source, std::size_t sink) const {
        std::vector<double> cost(nodes_, kEndless);
        std::vector<std::size_t> by(nodes_, edges_.size());
        cost[source] = 0;
        for (bool is_better = true; is_better;) {
            is_better = false;
            for (std::size_t e = 0; e < edges_.size(); ++e) {
                const Edge& edge = edges_[e];
                if (edge.capacity == 0 || !(cost[edge.from] + edge.cost < cost[edge.to] - kPerKm / 10)) continue;
                cost[edge.to] = cost[edge.from] + edge.cost;
                by[edge.to] = e;
                is_better = true;
            }
        }
        std::vector<std::size_t> way;
        if (!(cost[sink] < -kNothing)) return way;
        for (std::size_t node = sink; node != source; node = edges_[by[node]].from) way.push_back(by[node]);
        return way;
    }

    std::vector<Edge> edges_;  // each followed by its reverse
    std::size_t nodes_;
};

/// The best loans, where a place may lend and borrow at once.
std::vector<StaffLoan> flow_of(const LoanMarket& market) {
    const std::size_t places = market.losses.size();
    SKRANKE_EXPECT(market.gains.size() == places && market.km.size() == places);
    const std::size_t source = 2 * places, sink = source + 1;  // lenders first, then borrowers
    Network network(sink + 1);
    struct Way {
        std::size_t lender, borrower, edge;
    };
    std::vector<Way> ways;
    for (std::size_t a = 0; a < places; ++a) {
        for (const double loss : market.losses[a]) network.add(source, a, 1, loss);
        for (const double gain : market.gains[a]) network.add(places + a, sink, 1, -gain);
        for (std::size_t b = 0; b < places; ++b)
            if (a != b && std::isfinite(market.km[a][b]))
                ways.push_back({a, b, network.add(a, places + b, static_cast<int>(market.losses[a].size()), kPerKm * market.km[a][b])});
    }
    network.flow(source, sink);
    std::vector<StaffLoan> loans;
    for (const Way& way : ways)
        if (const int units = network.flow_on(way.edge); units > 0) loans.push_back({way.lender, way.borrower, units});
    return loans;
}

/// Units that each place lends and borrows.
struct Units {
    std::vector<int> lent, borrowed;
};

Units units_of(const std::vector<StaffLoan>& loans, std::size_t places) {
    Units units{std::vector<int>(places), std::vector<int>(places)};
    for (const StaffLoan& loan : loans) {
        units.lent[loan.lender] += loan.units;
        units.borrowed[loan.borrower] += loan.units;
    }
    return units;
}

double worth_of(const LoanMarket& market, const std::vector<StaffLoan>& loans) {
    const Units units = units_of(loans, market.losses.size());
    double worth = 0;
    for (std::size_t p = 0; p < market.losses.size(); ++p)
        worth += std::accumulate(market.gains[p].begin(), market.gains[p].begin() + units.borrowed[p], 0.0) -
                 std::accumulate(market.losses[p].begin(), market.losses[p].begin() + units.lent[p], 0.0);
    return worth;
}

}  // namespace

std::vector<StaffLoan> best_loans(const LoanMarket& market) {
    std::vector<StaffLoan> loans = flow_of(market);
    const Units units = units_of(loans, market.losses.size());
    for (std::size_t p = 0; p < units.lent.size(); ++p) {
        if (units.lent[p] == 0 || units.borrowed[p] == 0) continue;
        LoanMarket lends = market, borrows = market;
        lends.gains[p].clear();
        borrows.losses[p].clear();
        std::vector<StaffLoan> as_lender = best_loans(lends), as_borrower = best_loans(borrows);
        return worth_of(market, as_lender) >= worth_of(market, as_borrower) ? as_lender : as_borrower;
    }
    return loans;
}

std::vector<double> not_falling(std::vector<double> values) {
    // Pool adjacent violators: who falls below the one before shares its mean.
    std::vector<std::pair<double, int>> pools;
    for (const double value : values) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].first > pools.back().first) {
            const auto [last, count] = pools.back();
            pools.pop_back();
            auto& [mean, before] = pools.back();
            mean = (mean * before + last * count) / (before + count);
            before += count;
        }
    }
    values.clear();
    for (const auto& [mean, count] : pools) values.insert(values.end(), static_cast<std::size_t>(count), mean);
    return values;
}

}  // namespace skranke
