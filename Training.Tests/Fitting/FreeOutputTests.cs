using System;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Fitting;

/// <summary>Outputs without a loss are predicted, and training is as if they were not there.</summary>
public sealed class FreeOutputTests
{
    private const int Count = 20;

    private static readonly FitOptions s_quiet = new() { Verbose = Verbose.Silent, BatchSize = 8, Epochs = 3, Seed = 2 };

    [Fact]
    public void Training_leaves_them_out()
    {
        (FreeOutputNet free, PairNet pair) = Nets();
        float[] head = free.GetWeight("head/kernel").ToArray();

        History history = free.Fit(Data(), s_quiet with { ValidationSplit = 0.2 });
        History expected = pair.Fit(Data(), s_quiet with { ValidationSplit = 0.2 });

        Assert.Equal(expected.Columns.Keys, history.Columns.Keys);
        Assert.All(expected.Columns, column => Assert.Equal(column.Value, history[column.Key]));
        foreach (TensorInfo tensor in pair.GetInfo().Tensors)
        {
            Assert.Equal(pair.GetWeight(tensor.Name).ToArray(), free.GetWeight(tensor.Name).ToArray());
        }

        Assert.Equal(head, free.GetWeight("head/kernel").ToArray());
    }

    [Fact]
    public void Predictions_and_evaluations_have_them()
    {
        (FreeOutputNet free, PairNet pair) = Nets();
        float[] outputs = free.Predict(Data());
        float[] expected = pair.Predict(Data());
        ReadOnlySpan<float> kernel = free.GetWeight("head/kernel");
        for (int n = 0; n < Count; n++)
        {
            ReadOnlySpan<float> y = outputs.AsSpan(n * FreeOutputNet.OutputSize, FreeOutputNet.OutputSize);
            Assert.Equal(expected.AsSpan(n * PairNet.OutputSize, PairNet.OutputSize).ToArray(), y[FreeOutputNet.Outputs.KindOffset..].ToArray());
            ReadOnlySpan<float> features = y.Slice(FreeOutputNet.Outputs.FeaturesOffset, FreeOutputNet.Outputs.FeaturesSize);
            Assert.Equal(features.ToArray(), y.Slice(FreeOutputNet.Outputs.GridOffset, FreeOutputNet.Outputs.GridSize).ToArray());
            double first = 0;
            for (int i = 0; i < features.Length; i++)
            {
                first += features[i] * kernel[i * FreeOutputNet.Outputs.HeadSize];
            }

            Assert.Equal(first, y[FreeOutputNet.Outputs.HeadOffset], 1e-5);
        }

        float[] withLoss = new float[outputs.Length];
        using IBatchReader reader = Data().CreateReader(Count);
        Assert.True(reader.Read(out Batch batch));
        float[] losses = new float[5];
        float loss = free.ComputeLoss(batch, withLoss, losses);
        Assert.Equal(outputs, withLoss);
        Assert.Equal([0f, 0f, 0f], losses[..3]);
        Assert.Equal((0.5f * losses[3]) + losses[4], loss, 1e-6);
        Evaluation evaluation = free.Evaluate(Data(), new EvaluationOptions { ConfusionMatrix = true, ConfusionMatrixOutput = "kind" });
        Assert.Equal(["kind_loss", "place_loss"], evaluation.OutputLosses.Keys);
        Assert.Equal(pair.Evaluate(Data()).Loss, evaluation.Loss);
        Assert.Equal(Count, Enumerable.Range(0, 9).Sum(i => evaluation.ConfusionMatrix![i / 3, i % 3]));
        Assert.Throws<ArgumentException>(() => free.Evaluate(Data(), new EvaluationOptions { ConfusionMatrix = true, ConfusionMatrixOutput = "features" }));
    }

    [Fact]
    public void A_trainers_outputs_are_0_there()
    {
        (FreeOutputNet free, PairNet pair) = Nets();
        using FreeOutputNet.Trainer trainer = free.CreateTrainer();
        using PairNet.Trainer other = pair.CreateTrainer();
        float[] inputs = Samples.Values(2 * FreeOutputNet.InputSize, 9);

        float loss = trainer.Step(inputs, [0, 2], new float[4]);

        Assert.Equal(other.Step(inputs, [0, 2], new float[4]), loss);
        float[] zeros = new float[FreeOutputNet.Outputs.KindOffset];
        Assert.Equal([.. zeros, .. other.Outputs[..5], .. zeros, .. other.Outputs[5..]], trainer.Outputs.ToArray());
        Assert.Equal(0, trainer.OutputLosses[1]);
    }

    [Fact]
    public void The_only_loss_is_the_nets()
    {
        LogitNet net = new(seed: 3);
        Dataset data = Samples.Points(30);
        float[] before = net.Predict(data);
        using IBatchReader reader = data.CreateReader(30);
        Assert.True(reader.Read(out Batch batch));
        double loss = 0;
        for (int n = 0; n < 30; n++)
        {
            double[] exponentials = [.. before.Skip(n * 6).Take(3).Select(z => Math.Exp(z))];
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(exponentials[i] / exponentials.Sum(), before[(n * 6) + 3 + i], 1e-6);
            }

            loss -= Math.Log(exponentials[batch.Labels[n]] / exponentials.Sum()) / 30;
        }

        Evaluation evaluation = net.Evaluate(data);
        Assert.Equal(loss, evaluation.Loss, 1e-6);
        Assert.Empty(evaluation.OutputLosses);
        History history = net.Fit(data, s_quiet with { BatchSize = 30, Epochs = 40, ClassWeight = new() { [0] = 1 } });
        Assert.Equal(loss, history["loss"][0], 1e-6);
        Assert.True(history["loss"][^1] < 0.99 * loss);
        Assert.DoesNotContain("logits_loss", history.Columns.Keys);
    }

    [Fact]
    public void The_mean_of_no_steps_is_0()
    {
        float[] outputs = [9, 9];
        new WordNet(seed: 1).Predict(new float[3], outputs);

        Assert.Equal([0f, 0f], outputs);
    }

    private static (FreeOutputNet Free, PairNet Pair) Nets()
    {
        FreeOutputNet free = new(seed: 1);
        PairNet pair = new(seed: 5);
        foreach (TensorInfo tensor in pair.GetInfo().Tensors)
        {
            free.GetWeight(tensor.Name).CopyTo(pair.GetWeight(tensor.Name));
        }

        return (free, pair);
    }

    private static Dataset Data() => new(
        Samples.Values(Count * FreeOutputNet.InputSize, 7),
        [.. Enumerable.Range(0, Count).Select(n => n % 3)],
        Samples.Values(Count * 2, 8),
        FreeOutputNet.InputSize);
}
