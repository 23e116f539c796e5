using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Checks;

/// <summary>
/// No kernel touches what stands beyond a buffer and its slack, nor does what stands in the slack count: with a border around each buffer
/// everything has the bits that it has without.
/// </summary>
internal static class BorderCheck
{
    private const int Threads = 2;

    // Blocks of predictions have up to 32 samples.
    private static readonly int[] s_predicted = [1, 7, 32];

    // The batch fills the buffers, so that what follows the last sample is the border.
    private static readonly int[] s_trained = [1, 13];

    public static void Run(NetCase net)
    {
        List<float[]> expected = Trace(net);
        foreach (bool isBefore in (ReadOnlySpan<bool>)[false, true])
        {
            using Border border = new(isBefore);
            List<float[]> trace = Trace(net);
            for (int i = 0; i < trace.Count; i++)
            {
                Expect.SameBits(expected[i], trace[i], FormattableString.Invariant($"{net}, border {(isBefore ? "before" : "behind")}: result {i}"));
            }
        }
    }

    private static List<float[]> Trace(NetCase net)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        List<float[]> trace = [];
        foreach (int count in s_predicted)
        {
            CheckBatch batch = NetData.Batch(net, count);
            float[] outputs = new float[count * net.Reference.OutputSize];
            tested.Predict(batch.Inputs, outputs);
            trace.Add(outputs);
            if (net.Trains)
            {
                trace.Add([tested.ComputeLoss(batch.Narrow, new float[outputs.Length])]);
            }
        }

        foreach (int count in net.TakesGradients ? s_trained : [])
        {
            trace.AddRange(OutsideGradientTrace.Of(net, Threads, count, count));
        }

        foreach (int count in net.Trains ? s_trained : [])
        {
            tested.SetParameters(parameters);
            CheckBatch batch = NetData.Batch(net, count, weighted: true);
            using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = Threads, MaxBatchSize = count, Seed = 3 });
            for (int step = 0; step < 2; step++)
            {
                trace.Add([trainer.Step(batch.Narrow), trainer.Penalty]);
                trace.Add(trainer.Gradients.ToArray());
                trace.Add(tested.Parameters.ToArray());
            }
        }

        return trace;
    }
}
