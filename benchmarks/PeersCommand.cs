using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Benchmarks.Cases;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Peers;
using StaticNets.Benchmarks.Reporting;

namespace StaticNets.Benchmarks;

/// <summary>Measures ours and the peers', side by side in one run.</summary>
internal static class PeersCommand
{
    public static void Run(Options options)
    {
        double peak = Peak.MeasureGigaflops();
        Console.WriteLine(FormattableString.Invariant($"multiply-add peak of a core: {peak:F1} GFLOP/s"));
        using PeerPool pool = new();
        List<Row> rows = [];
        Table.WriteHead(Console.Out);
        foreach (BenchmarkCase benchmark in CaseList.All().Where(one => one.Name.StartsWith(options.CasePrefix, StringComparison.Ordinal)))
        {
            (Row row, string note) = Measure(benchmark, pool, peak);
            rows.Add(row);
            Table.WriteRow(Console.Out, row, note);
        }

        if (options.JsonFile is string file)
        {
            JsonReport.Write(file, rows);
        }
    }

    private static (Row Row, string Note) Measure(BenchmarkCase benchmark, PeerPool pool, double peak)
    {
        (IContender? peer, string note) = PreparePeer(benchmark, pool);
        using IContender ours = benchmark.CreateOurs();
        TurnResult result = Turns.Run(ours, peer);
        double gigaflops = benchmark.Flops / result.OursMicroseconds / 1000;
        Row row = new()
        {
            Case = benchmark.Name,
            Batch = benchmark.Batch,
            Threads = benchmark.Threads,
            OursMicroseconds = result.OursMicroseconds,
            Peer = benchmark.Peer.Name + (peer is null ? " (missing)" : ""),
            PeerMicroseconds = result.PeerMicroseconds,
            Ratio = result.Ratio,
            Gigaflops = gigaflops,
            PeakShare = gigaflops / (peak * benchmark.Threads),
        };
        return (row, note);
    }

    private static (IContender? Contender, string Note) PreparePeer(BenchmarkCase benchmark, PeerPool pool)
    {
        try
        {
            return benchmark.CreatePeer(pool);
        }
        catch (PeerMissingException missing)
        {
            return (null, missing.Message);
        }
    }
}
