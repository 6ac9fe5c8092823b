# Sourced by tools/run, tools/test and bench/compare: what a machine needs, and how build/ comes about.
# Errors  status 2 and the exact install line when packages are missing and may not be installed;
#         status 1 when the build fails.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build/release

# Debian 12 packages. A program before the colon means: any program of that name will do.
build_packages=(g++:g++ cmake:cmake ninja:ninja-build
    libtbb-dev libhdf5-dev libcli11-dev libfmt-dev libtomlplusplus-dev nlohmann-json3-dev libfast-float-dev
    libboost-dev libboost-math-dev libzip-dev libpugixml-dev libxlsxwriter-dev catch2 libbenchmark-dev
    clang++-19:clang-19 wasm-ld-19:lld-19 llvm-ar-19:llvm-19 wasi-libc libc++-19-dev-wasm32 libclang-rt-19-dev-wasm32)
test_packages=(clang++:clang librandom123-dev node:nodejs npm:npm chromium:chromium
    /usr/bin/python3:python3 python3-h5py python3-h5netcdf python3-netcdf4 python3-xarray hdf5-tools)

say() { printf 'skranke: %s\n' "$*" >&2; }

# Prints those of the given packages that this machine lacks, one a line.
missing_packages() {
    local entry status
    for entry; do
        if [[ $entry == *:* ]]; then
            command -v -- "${entry%%:*}" >/dev/null || printf '%s\n' "${entry#*:}"
        else
            status=$(dpkg-query --show --showformat='${db:Status-Status}' -- "$entry" 2>/dev/null) || true
            [[ $status == installed ]] || printf '%s\n' "$entry"
        fi
    done
}

# Installs what is missing of the given packages; touches neither apt nor network if nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || { say "no dpkg here; the build will say what it lacks"; return 0; }
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    local apt=(env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -o Dpkg::Use-Pty=0) become=()
    local line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    ((EUID == 0)) || become=(sudo -n)
    if ((EUID != 0)) && ! sudo -n true 2>/dev/null; then
        say "packages are missing and this user may not install them; have this run once as root:"
        printf '  %s\n' "$line" >&2
        exit 2
    fi
    say "installing ${missing[*]}"
    "${become[@]}" "${apt[@]}" update >/dev/null || say "the package lists could not be refreshed; trying with the old ones"
    if ! "${become[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null; then
        say "the packages could not be installed; what was tried, as root:"
        printf '  %s\n' "$line" >&2
        exit 2
    fi
}

# What the browser test needs from npm, as its lock file says; without it ctest lists that test as skipped.
install_node_packages() {
    local folder=$root/tests/web
    [[ -d $folder/node_modules/playwright-core ]] && return 0
    command -v npm >/dev/null || { say "no npm here; the test in a browser will be skipped"; return 0; }
    say "installing the packages of $folder"
    npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >/dev/null ||
        say "npm could not install them; the test in a browser will be skipped"
}

# build_preset PRESET TARGET: configures build/PRESET and builds one target of it.
build_preset() {
    local output quiet=()
    say "configuring build/$1"
    output=$(cmake -S "$root" --preset "$1" 2>&1) || { printf '%s\n' "$output" >&2; say "configuring failed"; exit 1; }
    [[ -t 2 ]] || quiet=(-- --quiet)
    say "building $2 in build/$1"
    cmake --build "$root/build/$1" --target "$2" "${quiet[@]}" >&2 || { say "the build failed"; exit 1; }
}
