#!/usr/bin/env bash
# Builds same_bits.cpp with every compiler, optimisation level and instruction set, and compares what the
# programs print. Fails if there is no clang++, unless SKRANKE_WITHOUT_CLANG is set.
# Usage: same_bits.test.sh SOURCE_ROOT COMPILER...     (clang++ is added)
set -euo pipefail

root=$1
shift
compilers=("$@")
if command -v clang++ >/dev/null; then
    compilers+=(clang++)
elif [[ -z ${SKRANKE_WITHOUT_CLANG:-} ]]; then
    echo "no clang++ here; with SKRANKE_WITHOUT_CLANG=1 this compares ${compilers[*]} with itself only"
    exit 1
fi
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
levels=("-O0" "-O2" "-O3" "-O2 -U__SSE2__") # the last: vectors as on a machine that we know nothing of
avx2=()
if [[ $(uname -m) == x86_64 ]]; then
    avx2=(-mavx2)
    grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo && levels+=("-O3 -mavx2 -mfma")
fi

# hashes_of COMPILER FLAG...     what same_bits prints, compiled like this
hashes_of() {
    local flags=(-std=c++20 -I "$root")
    "$@" "${flags[@]}" "${avx2[@]}" -c "$root"/engine/random/batch_avx2.cpp -o "$scratch/batch_avx2.o"
    "$@" "${flags[@]}" "$root"/tests/unit/random/same_bits.cpp "$root"/engine/random/{batch,distribution}.cpp \
        "$root"/engine/base/contract.cpp "$scratch/batch_avx2.o" -o "$scratch/same_bits"
    "$scratch/same_bits"
}

first=
for compiler in "${compilers[@]}"; do
    for level in "${levels[@]}"; do
        read -ra words <<<"$level"
        hashes_of "$compiler" -ffp-contract=off "${words[@]}" >"$scratch/now"
        echo "$(cksum <"$scratch/now")  $compiler $level"
        [[ $first ]] || { first=$scratch/first; cp "$scratch/now" "$first"; }
        diff "$first" "$scratch/now" || { echo "other bits than before"; exit 1; }
    done
done

# The comparison can fail: with arithmetic that may be rearranged the bits are others.
hashes_of "${compilers[0]}" -O2 -ffast-math >"$scratch/now"
if diff -q "$first" "$scratch/now" >/dev/null; then
    echo "bits that should differ do not"
    exit 1
fi
