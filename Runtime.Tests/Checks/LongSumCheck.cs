using System;
using System.Linq;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Sums of many terms against the reference: outputs, losses, penalties, gradients and statistics, of equal terms, whose rounding errors all have one
/// sign, and of positive random ones. The error may not grow with the number of terms.
/// </summary>
internal static class LongSumCheck
{
    /// <summary>Of the largest value.</summary>
    public const double Tolerance = 2e-6;

    /// <summary>A squared error doubles that of its output.</summary>
    public const double LossTolerance = 2 * Tolerance;

    /// <summary>Gradients of which less is left than this are sums of equal terms that cancel.</summary>
    private const double SmallestGradient = 1e-9;

    private const uint Seed = 5000;
    private const float Equal = 0.1f;

    // Below all outputs, so that all gradients have one sign.
    private const float Target = -1;

    public static void Run(NetCase net)
    {
        if (!net.IsNormalizing)
        {
            Run(net, "equal terms", _ => Equal, tensor => 0.3f / MathF.Sqrt(tensor.FanIn));
        }

        Run(net, "random terms", i => HashedValues.Value(Seed, i, 1) + 0.5f, null);
    }

    private static void Run(NetCase net, string what, Func<uint, float> input, Func<ReferenceTensor, float>? weight)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = new float[net.Reference.ParameterCount];
        foreach (ReferenceTensor tensor in net.Reference.Tensors)
        {
            for (int i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
            {
                parameters[i] = weight?.Invoke(tensor) ?? (HashedValues.Value(Seed + 1, (uint)i, 1) + 0.5f) / MathF.Sqrt(tensor.FanIn);
            }
        }

        tested.SetParameters(parameters);
        CheckBatch batch = Batch(net, input);
        double[] w = ReferenceBatch.Widen(parameters);
        string name = $"{net}, {what}: ";
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = batch.Count, Threads = 1 });
        using ITrainer shared = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = batch.Count + 3, Threads = 3 });
        float loss = trainer.ComputeGradients(batch.Narrow);
        Expect.SameBits(loss, shared.ComputeGradients(batch.Narrow), $"{name}loss of three threads");
        Expect.SameBits(trainer.Gradients, shared.Gradients, name + "gradients of three threads");
        Expect.Close(net.Reference.MeanLoss(w, batch.Wide, training: true), loss, net.Slack * LossTolerance, name + "loss");
        Expect.Close(net.Reference.Penalty(w, batch.Wide), trainer.Penalty, Tolerance, name + "penalty");
        Expect.Close(net.Reference.TrainingOutputs(w, ReferenceBatch.Widen(batch.Inputs)), trainer.Outputs, net.Slack * Tolerance, name + "outputs");
        double[] gradient = net.Reference.Gradient(w, batch.Wide);
        foreach (ReferenceTensor tensor in net.Reference.Tensors.Where(tensor => tensor.IsTrainable))
        {
            ReadOnlySpan<double> expected = gradient.AsSpan(tensor.Offset, tensor.Length);
            if (Expect.LargestMagnitude(expected) >= SmallestGradient)
            {
                ReadOnlySpan<float> actual = trainer.Gradients.Slice(tensor.Offset, tensor.Length);
                Expect.Close(expected, actual, net.Slack * Tolerance, $"{name}gradient of {tensor.Name}");
            }
        }

        CheckPrediction(net, tested, batch, w, name);
    }

    private static void CheckPrediction(NetCase net, NetUnderTest tested, CheckBatch batch, double[] w, string name)
    {
        float[] outputs = new float[batch.Count * net.Reference.OutputSize];
        tested.Predict(batch.Inputs, outputs);
        Expect.Close(net.Reference.Predict(w, ReferenceBatch.Widen(batch.Inputs)), outputs, net.Slack * Tolerance, name + "predictions");
        float[] alone = new float[net.Reference.OutputSize];
        int last = batch.Count - 1;
        tested.Predict(batch.Inputs.AsSpan(last * net.Reference.InputSize), alone);
        Expect.SameBits(alone, outputs.AsSpan(last * alone.Length), name + "the last sample's predictions alone");
    }

    private static CheckBatch Batch(NetCase net, Func<uint, float> input)
    {
        float[] inputs = [.. Enumerable.Range(0, net.LongSums * net.Reference.InputSize).Select(i => input((uint)i))];
        foreach (IndexInput range in ReferenceIndexes.Of(net.Reference))
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                inputs[i] = HashedValues.Label(Seed, (uint)i, range.Limit);
            }
        }

        int known = net.LongSums * net.Reference.Losses[0].KnownSize;
        bool takesLabels = net.Reference.Losses[0].TakesLabels;
        float target = net.Reference.Losses[0].Loss == Loss.CategoricalCrossentropy ? 1f / net.Reference.Losses[0].Classes : Target;
        return new CheckBatch
        {
            Count = net.LongSums,
            Inputs = inputs,
            Labels = takesLabels ? new int[known] : [],
            Targets = takesLabels ? [] : [.. Enumerable.Repeat(target, known)],
        };
    }
}
