using System;
using System.Linq;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Losses and gradients of a training step against the reference's reverse mode, and some of them against finite differences of its loss.
/// Real losses, hashed targets and sample weights make the upstream gradient uneven.
/// </summary>
internal static class GradientCheck
{
    /// <summary>Of the largest gradient in the tensor.</summary>
    public const double Tolerance = 5e-5;

    /// <summary>
    /// Where a whole tensor's gradient is smaller than this share of the net's largest, its sums cancel and this share is the scale.
    /// </summary>
    public const double SmallestScale = 1e-3;

    public const double LossTolerance = 1e-5;

    /// <summary>Of the largest gradient in the net: the finite difference's own error is what it allows for.</summary>
    public const double DifferenceTolerance = 2e-4;

    /// <summary>Small, because a step over the kink of a ReLU or a maximum spoils the difference.</summary>
    private const double DifferenceStep = 1e-7;

    /// <summary>The batch whose gradients are also compared with differences, which cost many forward passes.</summary>
    private const int DifferenceCount = 5;

    private static readonly int[] s_counts = [1, 2, 5, 13, 33];

    public static void Run(NetCase net)
    {
        foreach (int count in s_counts)
        {
            RunBatch(net, NetData.ClearBatch(net, count, weighted: count != 2));
        }
    }

    private static void RunBatch(NetCase net, CheckBatch batch)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = 33, Seed = 5 });
        float loss = trainer.ComputeGradients(batch.Narrow);
        string what = FormattableString.Invariant($"{net}, batch of {batch.Count}: ");

        double[] w = ReferenceBatch.Widen(parameters);
        ReferenceNet reference = net.HasNoise
            ? ReferenceNet.Of(net.Type, ObservedNoise.Read(net.Reference, w, batch, trainer.Outputs.ToArray()))
            : net.Reference;
        double[] outputs = reference.TrainingOutputs(w, ReferenceBatch.Widen(batch.Inputs));
        Expect.Close(outputs, trainer.Outputs, net.Slack * ForwardCheck.Tolerance, what + "outputs");
        Expect.Close(reference.MeanLoss(w, batch.Wide, training: true), loss, net.Slack * LossTolerance, what + "loss");
        Expect.Close(reference.Penalty(w, batch.Wide), trainer.Penalty, LossTolerance, what + "penalty");
        Expect.SameBits(parameters, tested.Parameters, what + "parameters after ComputeGradients");
        CompareTensors(reference, reference.Gradient(w, batch.Wide), trainer.Gradients, net.Slack * Tolerance, what);
        if (batch.Count == DifferenceCount && !net.WholeNumbers)
        {
            CompareDifferences(reference, w, batch, trainer.Gradients, what);
        }
    }

    public static void CompareTensors(ReferenceNet reference, double[] expected, ReadOnlySpan<float> actual, double tolerance, string what)
    {
        double floor = SmallestScale * Expect.LargestMagnitude(expected);
        foreach (ReferenceTensor tensor in reference.Tensors)
        {
            Expect.Close(
                expected.AsSpan(tensor.Offset, tensor.Length),
                actual.Slice(tensor.Offset, tensor.Length),
                tolerance,
                what + "gradient of " + tensor.Name,
                floor);
        }
    }

    /// <summary>One weight of each tensor. Not for whole numbers: they sit on the kinks, where differences mean nothing.</summary>
    private static void CompareDifferences(ReferenceNet reference, double[] w, CheckBatch batch, ReadOnlySpan<float> gradients, string what)
    {
        double scale = Math.Max(1e-3, gradients.ToArray().Max(Math.Abs));
        foreach (ReferenceTensor tensor in reference.Tensors.Where(tensor => tensor.IsTrainable))
        {
            int i = tensor.Offset + HashedValues.Label((uint)tensor.Offset, (uint)batch.Count, tensor.Length);
            double difference = Difference(reference, w, batch.Wide, i, DifferenceStep);
            double error = Math.Abs(gradients[i] - difference);
            Expect.True(
                error <= DifferenceTolerance * scale,
                $"{what}gradient {i} ({tensor.Name}) is {gradients[i]:R}, the finite difference {difference:R}: off by {error:E2}.");
        }
    }

    /// <summary>The central difference of (mean data loss + penalty in the gradient).</summary>
    public static double Difference(ReferenceNet reference, double[] w, ReferenceBatch batch, int index, double step)
    {
        double[] moved = [.. w];
        moved[index] = w[index] + step;
        double above = reference.MeanLoss(moved, batch, training: true) + reference.PenaltyInGradient(moved, batch);
        moved[index] = w[index] - step;
        double below = reference.MeanLoss(moved, batch, training: true) + reference.PenaltyInGradient(moved, batch);
        return (above - below) / (2 * step);
    }
}
