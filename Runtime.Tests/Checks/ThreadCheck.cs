using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Checks;

/// <summary>
/// The same bits from 1, 2 and 3 threads and from different MaxBatchSize: losses, gradients, weights, over several steps.
/// </summary>
internal static class ThreadCheck
{
    private const int Steps = 5;
    private const int Count = 13;

    private static readonly (int Threads, int MaxBatchSize)[] s_settings = [(1, Count), (2, Count), (3, Count), (1, 40), (3, 64)];

    public static void Run(NetCase net)
    {
        List<float[]>? expected = null;
        foreach ((int threads, int maxBatchSize) in s_settings)
        {
            List<float[]> trace = Train(net, threads, maxBatchSize);
            expected ??= trace;
            for (int i = 0; i < trace.Count; i++)
            {
                string what = FormattableString.Invariant($"{net}, {threads} threads, MaxBatchSize {maxBatchSize}: {Describe(i)}");
                Expect.SameBits(expected[i], trace[i], what);
            }
        }
    }

    private static List<float[]> Train(NetCase net, int threads, int maxBatchSize)
    {
        NetUnderTest tested = net.Create();
        tested.SetParameters(NetData.Parameters(net));
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = 3 });
        List<float[]> trace = [];
        for (int step = 0; step < Steps; step++)
        {
            // The last batch is short, as at the end of an epoch.
            CheckBatch batch = NetData.Batch(net, step == Steps - 1 ? 4 : Count, (uint)step, weighted: step % 2 == 0);
            float[] outputs = new float[batch.Count * net.Reference.OutputSize];
            float loss = trainer.Step(batch.Narrow);
            float lossAfter = trainer.ComputeLoss(batch.Narrow, outputs);
            trace.Add([loss, trainer.Penalty, lossAfter, .. trainer.OutputLosses]);
            trace.Add([.. outputs]);
            trace.Add(trainer.Gradients.ToArray());
            trace.Add(tested.Parameters.ToArray());
        }

        return trace;
    }

    private static string Describe(int entry)
    {
        string what = (entry % 4) switch { 0 => "losses", 1 => "outputs", 2 => "gradients", _ => "weights" };
        return FormattableString.Invariant($"{what} of step {entry / 4}");
    }
}
