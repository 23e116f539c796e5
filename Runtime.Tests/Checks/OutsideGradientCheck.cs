using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Forward and backward pass with gradients from outside: against the reference, against finite differences where the net hands out the
/// gradients of its inputs, against a step of the same loss bit for bit, and the same bits with any number of threads.
/// </summary>
internal static class OutsideGradientCheck
{
    private const int Count = 13;
    /// <summary>Hashed gradients cancel more often than those of a loss.</summary>
    private const double Tolerance = 2 * GradientCheck.Tolerance;

    private const int Differences = 12;
    private const double DifferenceStep = 1e-7;

    private static readonly int[] s_counts = [1, 5, Count];

    private static readonly (int Threads, int MaxBatchSize)[] s_settings = [(1, Count), (2, Count), (3, Count), (3, 64)];

    public static void Run(NetCase net)
    {
        foreach (int count in net.HasHiddenNoise ? [] : s_counts)
        {
            CompareWithReference(net, count);
        }

        if (net.Reference.Losses is [{ Loss: Loss.MeanSquaredError, Masks.Length: 0 } loss] && net.Reference.LossOfOutput.Count == 1)
        {
            CompareWithStep(net, loss);
        }

        List<float[]> expected = OutsideGradientTrace.Of(net, 1, Count, Count);
        foreach ((int threads, int maxBatchSize) in s_settings.Skip(1))
        {
            List<float[]> trace = OutsideGradientTrace.Of(net, threads, maxBatchSize, Count);
            for (int i = 0; i < trace.Count; i++)
            {
                string what = FormattableString.Invariant($"{net}, gradients from outside, {threads} threads, MaxBatchSize {maxBatchSize}: result {i}");
                Expect.SameBits(expected[i], trace[i], what);
            }
        }
    }

    private static void CompareWithReference(NetCase net, int count)
    {
        CheckBatch batch = NetData.ClearBatch(net, count, weighted: false);
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        using IGradientTrainer trainer = tested.CreateGradientTrainer(new TrainerOptions { MaxBatchSize = 33, Seed = 5 });
        trainer.Forward(batch.Inputs);
        float[] outputs = trainer.Outputs.ToArray();
        float[] dy = OutsideGradientTrace.OutputGradients(net, count, 0);
        float[] dx = OutsideGradientTrace.Backward(net, trainer, batch, dy);

        string what = FormattableString.Invariant($"{net}, gradients from outside, batch of {count}: ");
        double[] w = ReferenceBatch.Widen(parameters);
        double[] x = ReferenceBatch.Widen(batch.Inputs);
        ReferenceNet reference = net.HasNoise
            ? ReferenceNet.Of(net.Type, ObservedNoise.Read(net.Reference, w, batch, outputs))
            : net.Reference;
        (double[] dwExpected, double[] dxExpected) = reference.Gradients(w, x, ReferenceBatch.Widen(dy));
        Expect.Close(reference.TrainingOutputs(w, x), outputs, net.Slack * ForwardCheck.Tolerance, what + "outputs");
        Expect.Close(reference.Penalty(w, batch.Wide), trainer.Penalty, GradientCheck.LossTolerance, what + "penalty");
        GradientCheck.CompareTensors(reference, dwExpected, trainer.Gradients, net.Slack * Tolerance, what);
        if (net.HasInputGradients)
        {
            Expect.Close(dxExpected, dx, net.Slack * Tolerance, what + "gradient of the inputs");
            CompareDifferences(net, reference, w, x, dy, dx, what);
        }
    }

    /// <summary>Some inputs that hold numbers. Not for whole numbers: they sit on the kinks, where differences mean nothing.</summary>
    private static void CompareDifferences(
        NetCase net, ReferenceNet reference, double[] w, double[] x, float[] dy, float[] dx, string what)
    {
        double scale = Math.Max(1e-3, dx.Max(Math.Abs));
        for (int k = 0; k < Differences && !net.WholeNumbers; k++)
        {
            int i = HashedValues.Label(6000, (uint)k, x.Length);
            int place = i % reference.InputSize;
            if (ReferenceIndexes.Of(reference).Any(range => place >= range.Offset && place < range.Offset + range.Length))
            {
                // No step leads to another index.
                continue;
            }

            double difference = (Loss(DifferenceStep) - Loss(-DifferenceStep)) / (2 * DifferenceStep);
            double error = Math.Abs(dx[i] - difference);
            Expect.True(
                error <= GradientCheck.DifferenceTolerance * scale,
                $"{what}gradient of input {i} is {dx[i]:R}, the finite difference {difference:R}: off by {error:E2}.");

            double Loss(double step)
            {
                double[] moved = [.. x];
                moved[i] += step;
                double[] y = reference.TrainingOutputs(w, moved);
                return y.Zip(dy, (value, gradient) => value * gradient).Sum()
                    + reference.Penalty(w, new ReferenceBatch(x.Length / reference.InputSize, moved));
            }
        }
    }

    /// <summary>The gradient of a mean squared error, rounded as the emitted loss rounds it.</summary>
    private static void CompareWithStep(NetCase net, OutputLoss loss)
    {
        CheckBatch batch = NetData.Batch(net, Count);
        NetUnderTest stepped = net.Create();
        stepped.SetParameters(NetData.Parameters(net));
        NetUnderTest tested = net.Create();
        tested.SetParameters(NetData.Parameters(net));
        TrainerOptions options = new() { MaxBatchSize = Count, Seed = 5 };
        using ITrainer stepping = stepped.CreateTrainer(options);
        stepping.Step(batch.Narrow);
        using ITrainer trainer = tested.CreateTrainer(options);
        trainer.Forward(batch.Inputs);
        Expect.SameBits(stepping.Outputs, trainer.Outputs, $"{net}: outputs of Forward and of a step");
        float factor = 1f / Count;
        factor *= (float)(loss.Classes / (double)net.Reference.OutputSize);
        factor *= (float)(1.0 / loss.Classes);
        float[] dy = [.. trainer.Outputs.ToArray().Select((y, i) => (y - batch.Targets[i]) * 2f * factor)];
        OutsideGradientTrace.Backward(net, trainer, batch, dy);
        Expect.SameBits(stepping.Gradients, trainer.Gradients, $"{net}: gradients of Backward and of a step");
        Expect.SameBits(stepping.Penalty, trainer.Penalty, $"{net}: penalty of Forward and of a step");
        trainer.ApplyGradients();
        Expect.SameBits(stepped.Parameters, tested.Parameters, $"{net}: weights after Backward and after a step");
    }
}
