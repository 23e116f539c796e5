using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Benchmarks.Peers;

/// <summary>The peers' processes: one for each library and number of threads, started when first needed.</summary>
internal sealed class PeerPool : IDisposable
{
    private readonly Dictionary<(PeerKind Kind, int Threads), PeerProcess> _processes = [];

    public PeerPool()
    {
        Models = new ExportedModels(this);
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>The nets as ONNX files.</summary>
    public ExportedModels Models { get; }

    /// <summary>The processor time that the peers took.</summary>
    public double ProcessorSeconds => _processes.Values.Sum(process => process.ProcessorSeconds);

    /// <exception cref="PeerMissingException">The peer can't be started.</exception>
    public PeerProcess Get(PeerKind kind, int threads)
    {
        if (!_processes.TryGetValue((kind, threads), out PeerProcess? process))
        {
            process = PeerProcess.Start(kind, threads);
            _processes.Add((kind, threads), process);
        }

        return process;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        foreach (PeerProcess process in _processes.Values)
        {
            process.Dispose();
        }

        _processes.Clear();
        Models.Dispose();
    }

    // A stopped process would outlive this one for good.
    private void End(object? sender, EventArgs arguments) => Dispose();
}
