using System;
using System.Collections.Generic;
using StaticNets.Benchmarks.Peers;
using StaticNets.Benchmarks.Profiling;

namespace StaticNets.Benchmarks.Cases;

/// <summary>
/// The passes of the CNN's second convolution alone, bias included. Ours count all that a pass needs in a training step, the kernel's
/// transform once a step too.
/// </summary>
internal sealed class ConvolutionCases
{
    private const int Batch = 32;
    private const int Weights = (3 * 3 * 32 * 64) + 64;
    private const int InputSize = 13 * 13 * 32;
    private const int OutputSize = 11 * 11 * 64;

    private static readonly (string Name, LayerPass Pass)[] s_passes =
    [
        ("forward", LayerPass.Forward),
        ("backward-data", LayerPass.BackwardData),
        ("backward-weights", LayerPass.BackwardWeights),
    ];

    private readonly Lazy<InstrumentedNet> _automatic = new(() => InstrumentedNet.Compile(DeclaredNets.Conv));
    private readonly Lazy<InstrumentedNet> _direct = new(() => InstrumentedNet.Compile(DeclaredNets.ConvDirect));

    public IEnumerable<BenchmarkCase> All(int threads)
    {
        foreach ((string name, LayerPass pass) in s_passes)
        {
            yield return Create($"conv-{name}", DeclaredNets.Conv, _automatic, name, pass, "direct", threads);
            yield return Create($"conv-{name}-direct", DeclaredNets.ConvDirect, _direct, name, pass, "direct", threads);
            yield return Create($"conv-{name}-winograd", DeclaredNets.Conv, _automatic, name, pass, "winograd", threads);
        }
    }

    private static BenchmarkCase Create(
        string name,
        DeclaredNet net,
        Lazy<InstrumentedNet> instrumented,
        string passName,
        LayerPass pass,
        string peerAlgorithm,
        int threads) => new()
    {
        Name = name,
        Batch = Batch,
        Threads = threads,
        Flops = DeclaredNets.Measured(net).PassFlops * Batch,
        Traffic = Traffic.OfPass(Weights, InputSize + OutputSize, Batch),
        CreateOurs = () => new PassContender(instrumented.Value, DeclaredNets.Measured(net), pass, Batch, threads),
        Peer = PeerKind.OneDnn.Name,
        CreatePeer = pool =>
        {
            PeerProcess process = pool.Get(PeerKind.OneDnn, threads);
            string note = process.Ask(FormattableString.Invariant($"conv {passName} {peerAlgorithm} {Batch}"), "ready");
            return (new PeerContender(process), note);
        },
    };
}
