using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;

namespace StaticNets.Benchmarks.Peers;

/// <summary>The peers' processes: one for each library, number of threads and setting, started when first needed.</summary>
internal sealed class PeerPool : IDisposable
{
    private static readonly PosixSignal[] s_endings = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly Dictionary<(PeerKind Kind, int Threads, string Setting), PeerProcess> _processes = [];
    private readonly PosixSignalRegistration[] _signals;
    private bool _disposed;

    public PeerPool()
    {
        Models = new ExportedModels(this);

        // Somebody ends the run: a stopped process would outlive this one for good.
        _signals = [.. s_endings.Select(signal => PosixSignalRegistration.Create(signal, _ => Dispose()))];
    }

    /// <summary>The nets as ONNX files.</summary>
    public ExportedModels Models { get; }

    /// <summary>The processor time that the peers took.</summary>
    public double ProcessorSeconds => _processes.Values.Sum(process => process.ProcessorSeconds);

    /// <exception cref="PeerMissingException">The peer can't be started.</exception>
    public PeerProcess Get(PeerKind kind, int threads, string setting = "")
    {
        lock (_processes)
        {
            if (_disposed)
            {
                throw new PeerMissingException("the benchmark is ending");
            }

            if (!_processes.TryGetValue((kind, threads, setting), out PeerProcess? process))
            {
                process = PeerProcess.Start(kind, threads, setting);
                _processes.Add((kind, threads, setting), process);
            }

            return process;
        }
    }

    /// <summary>Prepares the peer with each of its settings, and takes the fastest.</summary>
    /// <param name="kind">The peer.</param>
    /// <param name="threads">The number of threads; with one there is nothing to set.</param>
    /// <param name="command">What prepares it. The answer is the time of a trial in microseconds and a note.</param>
    /// <exception cref="PeerMissingException">The peer can't be started or prepared.</exception>
    public (PeerProcess Process, string Note) PrepareFastest(PeerKind kind, int threads, string command)
    {
        IEnumerable<string> settings = threads > 1 ? kind.Settings : [""];
        var trials = settings.Select(setting => Prepare(Get(kind, threads, setting), setting, command));
        (_, PeerProcess process, string note) = trials.MinBy(trial => trial.Microseconds);
        return (process, note);
    }

    public void Dispose()
    {
        lock (_processes)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            foreach (PeerProcess process in _processes.Values)
            {
                process.Dispose();
            }

            Models.Dispose();
        }

        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }
    }

    private static (double Microseconds, PeerProcess Process, string Note) Prepare(PeerProcess process, string setting, string command)
    {
        string[] answer = process.Ask(command, "ready").Split(' ', 2);
        string note = setting.Length > 0 ? answer[1] + ", " + setting : answer[1];
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), process, note);
    }
}
