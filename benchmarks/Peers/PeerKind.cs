using System;
using System.Collections.Generic;

namespace StaticNets.Benchmarks.Peers;

/// <summary>A library that ours is compared with, and the program that runs it.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Program">The program to start.</param>
/// <param name="Arguments">The program's arguments; files are relative to the peers' directory.</param>
internal sealed record PeerKind(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// Environment variables, <c>NAME=value</c>, one of which may make the library faster on several threads. Empty stands for none.
    /// </summary>
    public IReadOnlyList<string> Settings { get; private init; } = [""];

    /// <summary>Whether setup-peers.sh builds the program in the peers' directory.</summary>
    public bool IsBuiltHere { get; private init; }

    /// <summary>Debian's Python has Debian's PyTorch; another one that comes first in the path may have none.</summary>
    public static PeerKind PyTorch { get; } = new("pytorch", "/usr/bin/python3", ["pytorch_peer.py"])
    {
        // It has two teams of threads, OpenMP's and OpenBLAS', which spin and get into each other's way.
        Settings = ["", "OMP_WAIT_POLICY=passive", "OMP_PROC_BIND=true", "OPENBLAS_NUM_THREADS=1"],
    };

    public static PeerKind TorchSharp { get; } = new("torchsharp", "bin/TorchSharpPeer/TorchSharpPeer", []) { IsBuiltHere = true };

    public static PeerKind OnnxRuntime { get; } = new("onnxruntime", "bin/OnnxRuntimePeer/OnnxRuntimePeer", []) { IsBuiltHere = true };

    public static PeerKind OneDnn { get; } = new("onednn", "bin/onednn_peer", []) { IsBuiltHere = true };

    public static IReadOnlyList<PeerKind> All => [PyTorch, TorchSharp, OnnxRuntime, OneDnn];
}

/// <summary>A peer is not installed, or does not do what it is told. The message says why.</summary>
internal sealed class PeerMissingException(string message) : Exception(message);
