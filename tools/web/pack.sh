#!/usr/bin/env bash
# Packs what a page needs to play a scenario into a C++ source: the module, compressed, as base64; the scripts one after
# another; and the hash by which a page's content security policy allows them. The same input gives the same bytes.
#   tools/web/pack.sh OUT.cpp MODULE.wasm SCRIPT.js...
set -euo pipefail
out=$1 module=$2
shift 2

cat -- "$@" >"$out.js"
gzip -9 --no-name --stdout -- "$module" | base64 --wrap=0 >"$out.module"
digest=$(sha256sum <"$out.js" | cut -c -64 | sed 's/../\\x&/g')
hash=$(printf "$digest" | base64)

# bytes NAME FILE: the file between two symbols
bytes() { printf '    ".global %s, %s_end\\n%s: .incbin \\"%s\\"\\n%s_end:\\n"\n' "$1" "$1" "$1" "$2" "$1"; }
cat >"$out" <<CODE
#include "tools/web/bundle.hpp"

asm(".pushsection .rodata\n"
$(bytes skranke_page_module "$out.module")
$(bytes skranke_page_script "$out.js")
    ".popsection\n");

extern "C" const char skranke_page_module[], skranke_page_module_end[], skranke_page_script[], skranke_page_script_end[];

namespace skranke {

const LiveEngine* live_engine() {
    static const LiveEngine packed{{skranke_page_module, static_cast<std::size_t>(skranke_page_module_end - skranke_page_module)},
                                   {skranke_page_script, static_cast<std::size_t>(skranke_page_script_end - skranke_page_script)},
                                   "$hash"};
    return &packed;
}

}  // namespace skranke
CODE
