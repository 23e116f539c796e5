using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Checks;

/// <summary>What some steps with gradients from outside leave.</summary>
internal static class OutsideGradientTrace
{
    private const int Steps = 3;
    private const uint GradientSeed = 5000;

    /// <summary>Uneven gradients of the outputs, as those of a mean over the batch.</summary>
    public static float[] OutputGradients(NetCase net, int count, uint variant) =>
        HashedValues.Array(GradientSeed + variant, count * net.Reference.OutputSize, 2f / count);

    /// <summary>Outputs, penalty, gradients of weights and inputs, and weights, step after step.</summary>
    public static List<float[]> Of(NetCase net, int threads, int maxBatchSize, int count)
    {
        NetUnderTest tested = net.Create();
        tested.SetParameters(NetData.Parameters(net));
        using IGradientTrainer trainer = tested.CreateGradientTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = 3 });
        List<float[]> trace = [];
        for (int step = 0; step < Steps; step++)
        {
            int samples = step == Steps - 1 ? (count + 3) / 4 : count;
            CheckBatch batch = NetData.Batch(net, samples, (uint)step);
            trainer.Forward(batch.Narrow);
            trace.Add([.. trainer.Outputs, trainer.Penalty]);
            if (threads > 1 && trainer is ITrainer withLoss)
            {
                // Another call between, of another number of threads.
                withLoss.ComputeLoss(NetData.Batch(net, 1).Narrow, new float[net.Reference.OutputSize]);
            }

            trace.Add(Backward(net, trainer, batch, OutputGradients(net, samples, (uint)step)));
            trace.Add(trainer.Gradients.ToArray());
            trainer.ApplyGradients();
            trace.Add(tested.Parameters.ToArray());
        }

        return trace;
    }

    /// <summary>The backward pass, and the gradients of the inputs where the net has them.</summary>
    public static float[] Backward(NetCase net, IGradientTrainer trainer, CheckBatch batch, float[] outputGradients)
    {
        float[] inputGradients = new float[net.HasInputGradients ? batch.Inputs.Length : 0];
        if (net.HasInputGradients)
        {
            Array.Fill(inputGradients, float.NaN);
            trainer.Backward(outputGradients, inputGradients);
        }
        else
        {
            trainer.Backward(outputGradients);
        }

        return inputGradients;
    }
}
