#include "engine/report/ros/ros_document.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/report/tiny_report.hpp"

using namespace skranke;

namespace {

/// All its text, a line a paragraph.
std::string text_of(const TextDocument& document) {
    std::string all;
    const auto add = [&](const Paragraph& p) { all += p.text + "\n"; };
    for (const auto& part : document.parts) {
        if (const auto* paragraph = std::get_if<Paragraph>(&part)) add(*paragraph);
        else
            for (const auto& row : std::get<DocumentTable>(part).rows)
                for (const DocumentCell& cell : row)
                    for (const Paragraph& one : cell) add(one);
    }
    return all;
}

Scenario two_offices() {
    Scenario s = test::scenario();
    s.municipalities[0].number = "0301";
    s.municipalities[0].name = "Ås";
    s.municipalities[1].number = "5014";
    s.municipalities[1].name = "Øra";
    s.offices[0].id = "1";
    Office second;
    second.id = "2";
    second.name = "NAV Øra";
    second.catchments = {{1, 1.0}};
    s.offices.push_back(second);
    return s;
}

TextDocument made(const KnownFindings& known = {}, std::vector<std::size_t> municipalities = {}, Lang lang = Lang::nb,
              const Summary& summary = test::summary()) {
    const Scenario scenario = two_offices();
    const Provenance provenance = test::provenance();
    return ros_document({scenario, summary, provenance, known, std::move(municipalities), lang});
}

bool has(const std::string& all, const std::string& text) { return all.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("The draft says of each office what happens, how likely, why, to whom and with what consequence") {
    const std::string all = text_of(made());
    for (const char* text : {"Utkast: ROS-analyse", "ikke er kontrollert mot målte ventetider", "Et lite fylke", "NAV Ås", "NAV Øra", "Betjener Øra.",
                             "Tilgjengelighet: Trolig – reglene holder i 75", "stengt dør eller telefon: 100", "offline: 12,3", "Ås: 12,3",
                             "av avgjørelsene kommer etter fristen", "Bare 20 simulerte", "1 av dem er antakelser", "00000000000034cd"})
        CHECK(has(all, text));
}

TEST_CASE("What nobody has asked yet says which command would tell") {
    const std::string all = text_of(made());
    CHECK(has(all, "skranke measures FIL"));
    CHECK(has(all, "skranke stress FIL"));
}

TEST_CASE("What has been found stands in it: measures with effect and price, and the level that triggers them") {
    KnownFindings known;
    known.has_measures = true;
    known.stress = {KnownStress::Scaled::demand, "de lokale tjenestene i 4 uker fra 27. april 2020"};
    known.measures["1"] = {{"Åpen dør lenger (1 time)", {12, 8, 16, true}, {24'000, 24'000, 24'000, true}, {2'000, 1'500, 3'000, true}}};
    known.limits["1"] = {2, 1.6, 1.5};
    known.limits["2"] = {0, 1.1, {}};
    const std::string all = text_of(made(known));
    for (const char* text : {"Åpen dør lenger (1 time)", "12,0 flere når noen i tide (8,0 til 16,0)", "24 000 kroner i perioden; 2 000 kroner per person",
                             "nærmer seg 1,5 ganger det vanlige", "av sakene blir avgjort innen fristen»",
                             "Allerede små økninger bryter regelen", "Det er prøvd med høyere etterspørsel: de lokale tjenestene i 4 uker", "ikke noe tiltak som sikkert hjelper"})
        CHECK(has(all, text));
    CHECK_FALSE(has(all, "skranke measures FIL"));

    known.stress = {KnownStress::Scaled::surge, "«permitteringer» i scenarioet"};
    const std::string of_surge = text_of(made(known));
    CHECK(has(of_surge, "Det er prøvd med en høyere bølge: «permitteringer» i scenarioet."));
    CHECK(has(of_surge, "nærmer seg 1,5 ganger høyden i scenarioet"));
    CHECK(has(of_surge, "Allerede en lav bølge bryter regelen"));
    CHECK_FALSE(has(of_surge, "ganger det vanlige"));
}

TEST_CASE("Too few needs are not told, and one municipality alone has its own office alone") {
    Summary summary = test::summary();
    summary.places[2].local.needs = 3;
    const std::string few = text_of(made({}, {}, Lang::nb, summary));
    CHECK(has(few, "Øra: for få behov"));
    CHECK_FALSE(has(few, "Øra: 4,5"));
    const std::string one = text_of(made({}, {0}));
    CHECK(has(one, "NAV Ås"));
    CHECK_FALSE(has(one, "NAV Øra"));
}

TEST_CASE("The draft speaks the chosen language, and its tables are as wide as they say") {
    for (const Lang lang : kLangs) {
        const TextDocument document = made({}, {}, lang);
        CHECK(has(text_of(document), lang == Lang::nb ? "Sårbarhet" : lang == Lang::nn ? "Sårbarheit" : "Vulnerability"));
        CHECK(document.language == (lang == Lang::nb ? "nb-NO" : lang == Lang::nn ? "nn-NO" : "en-GB"));
        for (const auto& part : document.parts)
            if (const auto* table = std::get_if<DocumentTable>(&part)) {
                double line = 0;
                for (const double width : table->widths) line += width;
                CHECK(line == Approx(1));
                CHECK(table->header.size() == table->widths.size());
                for (const auto& row : table->rows) CHECK(row.size() == table->widths.size());
            }
    }
}
