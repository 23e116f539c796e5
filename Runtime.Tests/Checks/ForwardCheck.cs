using System;
using System.Collections.Generic;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Predictions and inference losses against the reference; and that a sample's outputs do not depend on where it stands in a batch.
/// </summary>
internal static class ForwardCheck
{
    /// <summary>Of the largest output's magnitude.</summary>
    public const double Tolerance = 1e-5;

    public const double LossTolerance = 1e-5;

    private static readonly int[] s_counts = [1, 2, 5, 7, 13, 33];

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        InfoCheck.Run(net, tested.Info);
        tested.SetParameters(parameters);
        Expect.SameBits(parameters, tested.Parameters, $"{net}: Parameters after SetParameters");
        CheckOutputs(net, tested, parameters);
        CheckPredictors(net, tested);
        NanCheck.Run(net, tested, parameters);
        if (net.Trains)
        {
            CheckLoss(net, tested, parameters);
        }
    }

    private static void CheckOutputs(NetCase net, NetUnderTest tested, float[] parameters)
    {
        int largest = s_counts[^1];
        int inputSize = net.Reference.InputSize;
        int outputSize = net.Reference.OutputSize;
        float[] inputs = NetData.Batch(net, largest).Inputs;
        float[] alone = new float[largest * outputSize];
        for (int i = 0; i < largest; i++)
        {
            tested.Predict(inputs.AsSpan(i * inputSize, inputSize), alone.AsSpan(i * outputSize, outputSize));
        }

        double[] expected = net.Reference.Predict(ReferenceBatch.Widen(parameters), ReferenceBatch.Widen(inputs));
        Expect.Close(expected, alone, net.Slack * Tolerance, $"{net}: outputs");
        foreach (int count in s_counts)
        {
            // Taken from the end, so that a sample stands at another place in each batch.
            int first = largest - count;
            float[] outputs = new float[count * outputSize];
            tested.Predict(inputs.AsSpan(first * inputSize), outputs);
            Expect.SameBits(alone.AsSpan(first * outputSize), outputs, $"{net}: outputs in a batch of {count}");
        }
    }

    private static void CheckPredictors(NetCase net, NetUnderTest tested)
    {
        float[] inputs = NetData.Batch(net, s_counts[^1]).Inputs;
        float[] expected = new float[s_counts[^1] * net.Reference.OutputSize];
        tested.Predict(inputs, expected);
        for (int threads = 1; threads <= 3; threads++)
        {
            float[] outputs = new float[expected.Length];
            PredictCall predict = tested.CreatePredictor(threads, out IDisposable owner);
            using (owner)
            {
                predict(inputs, outputs);
            }

            Expect.SameBits(expected, outputs, $"{net}: outputs of a predictor with {threads} threads");
        }
    }

    private static void CheckLoss(NetCase net, NetUnderTest tested, float[] parameters)
    {
        foreach (int count in s_counts)
        {
            CheckBatch batch = NetData.Batch(net, count, variant: (uint)count, weighted: count % 2 == 1);
            float[] predicted = new float[count * net.Reference.OutputSize];
            float[] outputs = new float[predicted.Length];
            tested.Predict(batch.Inputs, predicted);
            float loss = tested.ComputeLoss(batch.Narrow, outputs);
            Expect.SameBits(predicted, outputs, $"{net}: outputs of ComputeLoss, batch of {count}");
            double expected = net.Reference.MeanLoss(ReferenceBatch.Widen(parameters), batch.Wide, training: false);
            Expect.Close(expected, loss, net.Slack * LossTolerance, $"{net}: ComputeLoss, batch of {count}");
            CheckOutputLosses(net, tested, parameters, batch, loss);
        }
    }

    private static void CheckOutputLosses(NetCase net, NetUnderTest tested, float[] parameters, CheckBatch batch, float loss)
    {
        IReadOnlyList<OutputLoss?> losses = net.Reference.LossOfOutput;
        float[] own = new float[losses.Count];
        float[] shared = new float[own.Length];
        float[] outputs = new float[batch.Count * net.Reference.OutputSize];
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { Threads = 2 });
        Expect.SameBits(loss, tested.ComputeLoss(batch.Narrow, outputs, own), $"{net}: ComputeLoss with the outputs' losses");
        Expect.SameBits(loss, trainer.ComputeLoss(batch.Narrow, outputs, shared), $"{net}: the trainer's ComputeLoss with the outputs' losses");
        Expect.SameBits(own, shared, $"{net}: the outputs' losses on two threads");
        double[] expected = net.Reference.MeanLosses(ReferenceBatch.Widen(parameters), batch.Wide, training: false);
        for (int i = 0, known = 0; i < own.Length; i++)
        {
            double unweighted = losses[i] is { } ofOutput ? expected[known++] / ofOutput.Weight : 0;
            Expect.Close(unweighted, own[i], net.Slack * LossTolerance, $"{net}: the loss of output {i}, batch of {batch.Count}");
        }
    }
}
