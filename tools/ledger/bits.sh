#!/usr/bin/env bash
# Writes the ledger of bits: for every net of the test catalogue and every flavour of this machine, hashes of predictions and of weights after 20
# steps. Ledgers of one machine before and after a change of the compiler are compared with diff.
#   tools/ledger/bits.sh OUT [MSBuild properties, such as -p:OnlyNets=Pooling]
set -euo pipefail
out=$(realpath -m "$1")
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet build -c Release Runtime.Tests -v q "$@" >&2
tests=Runtime.Tests/bin/Release/net10.0/StaticNets.Tests.dll
run() { "${@:2}" dotnet exec "$tests" --flavour "$1" --ledger yes || echo "$1: not here"; }
{
    run 512 env
    run 256 env DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0
    run 128 env
    run 128-no-fma env DOTNET_EnableAVX=0 DOTNET_EnableAVX2=0 DOTNET_EnableFMA=0
} > "$out"
wc -l "$out" >&2
