#!/usr/bin/env bash
# Installs what the benchmarks compare with: PyTorch and oneDNN from Debian, ONNX Runtime and TorchSharp from NuGet (900 MB on disk). To be
# run as root on Debian; it may be run again. It says in the end what could not be installed: the benchmarks go without it.
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
choose_openblas libblas.so.3
choose_openblas liblapack.so.3

build_peer() { # <what> <project>
    dotnet build -c Release -v quiet -o "bin/$2" "$2" || missing+=("$1: dotnet build $PWD/$2")
}

# TorchSharp's native library wants a newer C++ runtime (GLIBCXX_3.4.32) than Debian 12 has. That of Debian 13, with its C library, is put
# beside the program, whose loader it becomes; the system stays as it is.
lend_newer_runtime() { # <program>
    local here=$PWD/bin/debian13 library=usr/lib/x86_64-linux-gnu
    grep -q GLIBCXX_3.4.32 /usr/lib/x86_64-linux-gnu/libstdc++.so.6 && return 0
    install_packages "TorchSharp's loader" patchelf
    mkdir -p "$here"/{lists/partial,cache/archives/partial,root}
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main" > "$here/sources.list"
    local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$here/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$here/lists" -o "Dir::Cache=$here/cache" -o APT::Sandbox::User=root)
    (cd "$here" && "${apt[@]}" update && "${apt[@]}" download libc6 libstdc++6 libgcc-s1 zlib1g libssl3t64 libicu76) || return 1
    for package in "$here"/*.deb; do
        dpkg-deb -x "$package" "$here/root"
    done
    patchelf --set-interpreter "$here/root/$library/ld-linux-x86-64.so.2" --force-rpath --set-rpath "$here/root/$library" "$1"
}

build_peer "ONNX Runtime" OnnxRuntimePeer
build_peer "TorchSharp" TorchSharpPeer
lend_newer_runtime bin/TorchSharpPeer/TorchSharpPeer || missing+=("TorchSharp: Debian 13's C++ runtime")

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
answers "TorchSharp" bin/TorchSharpPeer/TorchSharpPeer
answers "ONNX Runtime" bin/OnnxRuntimePeer/OnnxRuntimePeer
answers "oneDNN" bin/onednn_peer

if ((${#missing[@]} > 0)); then
    echo
    echo "Not installed:"
    printf '  %s\n' "${missing[@]}"
    exit 1
fi
