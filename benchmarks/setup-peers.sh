#!/usr/bin/env bash
# Installs what the benchmarks compare with: PyTorch and oneDNN from Debian, ONNX Runtime from npm. To be run as root on Debian; it may be
# run again. It says in the end what could not be installed: the benchmarks go without it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/Peers"

export DEBIAN_FRONTEND=noninteractive
missing=()

if ((EUID != 0)); then
    echo "Run this as root: it installs Debian packages." >&2
    exit 1
fi

install_packages() { # <what for> <package>...
    local purpose=$1
    shift
    apt-get install -y --no-install-recommends "$@" || missing+=("$purpose: apt-get install $*")
}

# Debian's PyTorch multiplies matrices with whatever BLAS is chosen; without this it is a slow reference.
choose_openblas() { # <library>
    local library=$1 triplet
    triplet=$(gcc -print-multiarch)
    update-alternatives --set "$library-$triplet" "/usr/lib/$triplet/openblas-pthread/$library" || missing+=("OpenBLAS as $library")
}

apt-get update || echo "apt-get update failed; going on with the lists that are here." >&2
install_packages "a C++ compiler" g++
install_packages "PyTorch" python3-torch python3-numpy libopenblas0-pthread
install_packages "the export to ONNX" python3-onnx
install_packages "oneDNN" libdnnl-dev
command -v npm > /dev/null || install_packages "npm" nodejs npm
choose_openblas libblas.so.3
choose_openblas liblapack.so.3

# The package's script would fetch a build for graphics cards.
npm install --ignore-scripts --no-package-lock --no-audit --no-fund || missing+=("ONNX Runtime: npm install in $PWD")

mkdir -p bin
g++ -std=c++17 -O2 -Wall -Wextra onednn_peer.cpp -ldnnl -o bin/onednn_peer || missing+=("oneDNN: compiling onednn_peer.cpp")

# Installed is what answers.
answers() { # <what> <program>...
    local what=$1
    shift
    local version
    version=$(echo versions | "$@" 2> /dev/null) && [[ $version == versions* ]] || missing+=("$what does not answer: $*")
    echo "$what: ${version:-missing}"
}

echo
answers "PyTorch" /usr/bin/python3 pytorch_peer.py
answers "ONNX Runtime" node onnxruntime_peer.js
answers "oneDNN" bin/onednn_peer

if ((${#missing[@]} > 0)); then
    echo
    echo "Not installed:"
    printf '  %s\n' "${missing[@]}"
    exit 1
fi
