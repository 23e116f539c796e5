using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StaticNets.Tests.Checks;

/// <summary>
/// What a change of the compiler must leave as it is: a line for each net with hashes of its predictions and of its weights after training,
/// with one and with three threads. Two ledgers of one machine are compared as text; <c>tools/ledger</c> writes them.
/// </summary>
internal static class BitLedger
{
    private const int Steps = 20;
    private const int Count = 13;

    private static readonly int[] s_threads = [1, 3];

    /// <summary>The line of a net: its name and the hashes, or what went wrong in their place.</summary>
    public static string Line(string flavour, NetCase net)
    {
        IEnumerable<string> hashes = s_threads.SelectMany(threads => Hashes(net, threads));
        return $"{flavour} {net.Name} {string.Join(' ', hashes)}";
    }

    private static IEnumerable<string> Hashes(NetCase net, int threads)
    {
        string label = threads.ToString(CultureInfo.InvariantCulture) + ":";
        NetUnderTest tested = net.Create();
        tested.SetParameters(NetData.Parameters(net));
        if (net.Trains)
        {
            yield return label + "weights=" + Hash(Train(net, tested, threads));
            tested.SetParameters(NetData.Parameters(net));
        }

        CheckBatch batch = NetData.Batch(net, Count, 0, weighted: false);
        float[] outputs = new float[Count * net.Reference.OutputSize];
        tested.CreatePredictor(threads, out IDisposable owner)(batch.Inputs, outputs);
        owner.Dispose();
        yield return label + "outputs=" + Hash(outputs);
    }

    private static float[] Train(NetCase net, NetUnderTest tested, int threads)
    {
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = Count, Seed = 3 });
        List<float> losses = [];
        for (int step = 0; step < Steps; step++)
        {
            // The last batch is short, as at the end of an epoch.
            CheckBatch batch = NetData.Batch(net, step == Steps - 1 ? 4 : Count, (uint)step, weighted: step % 2 == 0);
            losses.Add(trainer.Step(batch.Narrow));
        }

        return [.. losses, .. tested.Parameters];
    }

    private static string Hash(float[] values) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())).AsSpan(0, 8)).ToLowerInvariant();
}
