#!/usr/bin/env bash
# Builds same_bits.cpp in every way that is at hand and compares what the programs print.
# Usage: same_bits.test.sh SOURCE_ROOT COMPILER...     (clang++ is added if there is one)
set -euo pipefail

root=$1
shift
compilers=("$@")
command -v clang++ >/dev/null && compilers+=(clang++)
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT

# hash_of COMPILER FLAG...
hash_of() {
    "$@" -std=c++20 -I "$root" "$root"/tests/unit/random/same_bits.cpp "$root"/engine/random/distribution.cpp \
        "$root"/engine/base/contract.cpp -o "$scratch/same_bits"
    "$scratch/same_bits"
}

expected=
for compiler in "${compilers[@]}"; do
    for flags in "-O0" "-O3 -march=native"; do
        read -ra words <<<"$flags"
        hash=$(hash_of "$compiler" -ffp-contract=off "${words[@]}")
        echo "$hash  $compiler $flags"
        expected=${expected:-$hash}
        [[ $hash == "$expected" ]] || { echo "other bits than before"; exit 1; }
    done
done

# The comparison can fail: with arithmetic that may be rearranged the bits are others.
hash=$(hash_of "${compilers[0]}" -O2 -ffast-math)
echo "$hash  ${compilers[0]} -O2 -ffast-math"
[[ $hash != "$expected" ]] || { echo "bits that should differ do not"; exit 1; }
