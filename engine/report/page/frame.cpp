#include "engine/report/page/frame.hpp"

#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kSkip{"Hopp til svaret", "Hopp til svaret", "Skip to the answer"};
constexpr std::array<const char*, 3> kLanguageNames{"Bokmål", "Nynorsk", "English"};

// That script, WebAssembly, and workers made by the script itself.
std::string allowed_script(const Frame& frame) {
    if (frame.script_hash.empty()) return {};
    return "; script-src 'sha256-" + frame.script_hash + "' 'wasm-unsafe-eval'; worker-src blob:; img-src blob:";
}

std::string head(const Frame& frame) {
    return std::string("<!DOCTYPE html>\n<html lang=\"") + key_of(frame.lang) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'" +
           allowed_script(frame) +
           "\">\n"
           "<meta name=\"generator\" content=\"Skranke " +
           escaped(frame.version) + "\">\n<title>" + escaped(frame.title) + " – Skranke</title>\n<style>" +
           style_sheet() + "</style>\n</head>\n";
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

std::string framed(const Frame& frame, const std::string& header, const std::string& main, const std::string& footer) {
    return head(frame) + "<body id=\"top\">\n" + language_buttons(frame.lang) + "<div class=\"page\">\n" +
           "<a class=\"skip\" href=\"#" + frame.answer + "\">" + spans(kSkip) + "</a>\n" + disc_symbols() + "<header>" +
           language_labels() + header + "</header>\n<main>\n" + main + "</main>\n<footer>\n" + footer +
           "</footer>\n</div>\n</body>\n</html>\n";
}

}  // namespace skranke::page
