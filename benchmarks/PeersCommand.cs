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
    /// <exception cref="BadOptionException">No case has the prefix, or the program compiled ahead of time can't be measured.</exception>
    public static void Run(Options options)
    {
        List<BenchmarkCase> cases = [.. CaseList.All().Where(one => IsWanted(one.Name, options))];
        List<(string Name, Func<Row> Measure)> ownRows = [.. OwnRows.All(options.AotProgram).Where(one => IsWanted(one.Name, options))];
        if (cases.Count + ownRows.Count == 0)
        {
            throw new BadOptionException($"No case begins with '{options.CasePrefix}'.");
        }

        ForeignLoad load = new();
        double peak = Peak.MeasureGigaflops();
        Machine machine = Machine.Here(peak);
        machine.Write(Console.Out);
        Roofline roofline = new(peak);
        using PeerPool pool = new();
        foreach (PeerKind kind in PeerKind.All)
        {
            Console.WriteLine($"{kind.Name}: {Version(kind, pool)}");
        }

        Console.WriteLine(FormattableString.Invariant(
            $"Medians of {Turns.Rounds} rounds; the ratio is the median over the rounds of the peer's time over ours in the same round."));
        Console.WriteLine("GFLOP/s are declared ones, of the direct algorithm. Single passes (conv-...): ours inside whole steps, counting the kernel's");
        Console.WriteLine("transform that is done once a step; oneDNN's alone, in layouts of its own choice, not counting reorders.");
        Console.WriteLine();
        List<Row> rows = [];
        Table.WriteHead(Console.Out);
        foreach (Row row in cases.Select(one => Measure(one, pool, machine, roofline)).Concat(ownRows.Select(one => one.Measure())))
        {
            rows.Add(row);
            Table.WriteRow(Console.Out, row);
        }

        if (options.JsonFile is string file)
        {
            JsonReport.Write(file, machine, rows);
        }

        Machine.WriteLoad(Console.Out, load.Share(pool.ProcessorSeconds));
    }

    private static bool IsWanted(string name, Options options) => name.StartsWith(options.CasePrefix, StringComparison.Ordinal);

    private static Row Measure(BenchmarkCase benchmark, PeerPool pool, Machine machine, Roofline roofline)
    {
        double roof = roofline.Microseconds(benchmark);
        using IContender ours = benchmark.CreateOurs();
        try
        {
            (IContender peer, string note) = benchmark.CreatePeer(pool);
            using (peer)
            {
                return CreateRow(benchmark, Turns.Run(ours, peer), machine.Peak, roof, benchmark.Peer, note);
            }
        }
        catch (PeerMissingException missing)
        {
            return CreateRow(benchmark, Turns.Run(ours, peer: null), machine.Peak, roof, benchmark.Peer + " (missing)", missing.Message);
        }
    }

    private static Row CreateRow(BenchmarkCase benchmark, TurnResult result, double peak, double roof, string peer, string note)
    {
        double gigaflops = benchmark.Flops / result.OursMicroseconds / 1000;
        return new Row
        {
            Case = benchmark.Name,
            Batch = benchmark.Batch,
            Threads = benchmark.Threads,
            OursMicroseconds = result.OursMicroseconds,
            Peer = peer,
            PeerMicroseconds = result.PeerMicroseconds,
            Ratio = result.Ratio,
            Gigaflops = gigaflops,
            PeakShare = gigaflops / (peak * benchmark.Threads),
            RoofMicroseconds = roof,
            Note = note,
        };
    }

    private static string Version(PeerKind kind, PeerPool pool)
    {
        try
        {
            return pool.Get(kind, threads: 1).Ask("versions", "versions");
        }
        catch (PeerMissingException missing)
        {
            return $"missing ({missing.Message})";
        }
    }
}
