using System;
using StaticNets.Tests.Shared;

namespace StaticNets.Tests.Checks;

/// <summary>Warm calls allocate nothing, on any thread.</summary>
internal static class AllocationCheck
{
    private const int CallsARound = 50;
    private const int Count = 13;

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        CheckBatch batch = NetData.Batch(net, Count, weighted: true);
        float[] outputs = new float[Count * net.Reference.OutputSize];
        ExpectNothing($"{net}: Predict", () => tested.Predict(batch.Inputs, outputs));
        for (int threads = 1; threads <= 3; threads++)
        {
            PredictCall predict = tested.CreatePredictor(threads, out IDisposable owner);
            using (owner)
            {
                ExpectNothing($"{net}: predictor with {threads} threads", () => predict(batch.Inputs, outputs));
            }

            if (net.Trains)
            {
                RunTrainer(net, tested, threads, batch, outputs);
            }

            if (net.TakesGradients)
            {
                RunGradients(net, tested, threads, batch, outputs);
            }
        }
    }

    private static void RunTrainer(NetCase net, NetUnderTest tested, int threads, CheckBatch batch, float[] outputs)
    {
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = Count });
        ExpectNothing($"{net}: Step with {threads} threads", () => trainer.Step(batch.Narrow));
        ExpectNothing($"{net}: ComputeLoss with {threads} threads", () => trainer.ComputeLoss(batch.Narrow, outputs));
        ExpectNothing($"{net}: Step and Predict in turn, {threads} threads", () =>
        {
            trainer.Step(batch.Narrow);
            tested.Predict(batch.Inputs, outputs);
        });
    }

    private static void RunGradients(NetCase net, NetUnderTest tested, int threads, CheckBatch batch, float[] outputGradients)
    {
        float[] inputGradients = net.HasInputGradients ? new float[batch.Inputs.Length] : [];
        using IGradientTrainer trainer = tested.CreateGradientTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = Count });
        ExpectNothing($"{net}: Forward and Backward with {threads} threads", () =>
        {
            trainer.Forward(batch.Narrow);
            if (inputGradients.Length > 0)
            {
                trainer.Backward(outputGradients, inputGradients);
            }
            else
            {
                trainer.Backward(outputGradients);
            }

            trainer.ApplyGradients();
        });
    }

    private static void ExpectNothing(string what, Action call)
    {
        long bytes = AllocatedBytes.OfCalls(CallsARound, call);
        Expect.True(bytes == 0, $"{what}: {CallsARound} warm calls allocate {bytes} bytes.");
    }
}
