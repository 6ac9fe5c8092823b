#include "engine/report/html_page.hpp"

#include "engine/base/contract.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke {
namespace {

constexpr Phrase kSkip{"Hopp til svaret", "Hopp til svaret", "Skip to the answer"};
constexpr std::array<const char*, 3> kLanguageNames{"Bokmål", "Nynorsk", "English"};

std::string head(const page::Input& in) {
    const std::string title = name_of(in.scenario.title, in.scenario.name, in.lang);
    return std::string("<!DOCTYPE html>\n<html lang=\"") + key_of(in.lang) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"generator\" content=\"Skranke " +
           escaped(in.provenance.version) + "\">\n<title>" + escaped(title) + " – Skranke</title>\n<style>" +
           page::style_sheet() + "</style>\n</head>\n";
}

// The choice of language. The radio buttons stand before everything that they show and hide.
std::string language_buttons(Lang chosen) {
    std::string out;
    for (const Lang l : kLangs) {
        out += std::string("<input type=\"radio\" name=\"lang\" class=\"lang\" id=\"") + key_of(l) + "\"" +
               (l == chosen ? " checked" : "") + ">\n";
    }
    return out;
}

std::string language_labels() {
    std::string labels;
    for (const Lang l : kLangs) {
        labels += std::string("<label for=\"") + key_of(l) + "\" lang=\"" + key_of(l) + "\">" +
                  kLanguageNames[static_cast<std::size_t>(l)] + "</label>";
    }
    return element("div", "langs", labels);
}

}  // namespace

std::string html_report(const Scenario& scenario, const Summary& summary, const Provenance& provenance, Lang lang) {
    SKRANKE_EXPECT(!summary.places.empty());
    const page::Input in{scenario, summary, provenance, lang};
    return head(in) + "<body id=\"top\">\n" + language_buttons(lang) + "<div class=\"page\">\n" +
           "<a class=\"skip\" href=\"#answer\">" + spans(kSkip) + "</a>\n" + disc_symbols() + "<header>" +
           language_labels() + page::title_part(in) + "</header>\n<main>\n" + page::answer_part(in) +
           page::map_part(in) + page::groups_part(in) + page::limits_part(in) + page::policies_part(in) + page::backlog_part(in) + page::places_part(in) + page::desks_part(in) +
           page::definitions_part(in) + page::assumptions_part(in) + "</main>\n<footer>\n" + page::provenance_part(in) +
           "</footer>\n</div>\n</body>\n</html>\n";
}

}  // namespace skranke
