using System;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Warm calls allocate nothing, on any thread. The counter is the process' own, so other threads of the test runner may disturb a round;
/// a call that really allocates disturbs every round.
/// </summary>
internal static class AllocationCheck
{
    private const int Rounds = 8;
    private const int CallsARound = 50;
    private const int Count = 13;

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        CheckBatch batch = NetData.Batch(net, Count, weighted: true);
        float[] outputs = new float[Count * net.Reference.OutputSize];
        Expect.True(Smallest(() => tested.Predict(batch.Inputs, outputs)) == 0, $"{net}: a warm Predict allocates.");
        for (int threads = 1; threads <= 3; threads++)
        {
            PredictCall predict = tested.CreatePredictor(threads, out IDisposable owner);
            using (owner)
            {
                Expect.True(Smallest(() => predict(batch.Inputs, outputs)) == 0, $"{net}: a warm predictor with {threads} threads allocates.");
            }

            if (net.Trains)
            {
                RunTrainer(net, tested, threads, batch, outputs);
            }
        }
    }

    private static void RunTrainer(NetCase net, NetUnderTest tested, int threads, CheckBatch batch, float[] outputs)
    {
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = Count });
        Expect.True(Smallest(() => trainer.Step(batch.Narrow)) == 0, $"{net}: a warm Step with {threads} threads allocates.");
        Expect.True(Smallest(() => trainer.ComputeLoss(batch.Narrow, outputs)) == 0, $"{net}: a warm ComputeLoss with {threads} threads allocates.");
        Expect.True(
            Smallest(() =>
            {
                trainer.Step(batch.Narrow);
                tested.Predict(batch.Inputs, outputs);
            }) == 0,
            $"{net}: Step and Predict in turn allocate with {threads} threads.");
    }

    /// <summary>The bytes of the quietest round.</summary>
    private static long Smallest(Action call)
    {
        call();
        call();
        long smallest = long.MaxValue;
        for (int round = 0; round < Rounds && smallest > 0; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < CallsARound; i++)
            {
                call();
            }

            smallest = Math.Min(smallest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return smallest;
    }
}
