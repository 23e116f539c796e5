using System;
using System.Runtime.InteropServices;
using Xunit;

namespace StaticNets.Training.Tests.Calls;

/// <summary>What a call writes must not overlap what it reads, unless each value takes the place of one of the same sample.</summary>
public sealed class OverlapTests
{
    private const int Count = 100;

    [Fact]
    public void Predictions_that_overlap_their_inputs_are_refused()
    {
        WideningNet net = new();
        using Predictor predictor = net.CreatePredictor(new PredictorOptions { Threads = 2 });
        float[] buffer = Samples.Values(1000, 1);
        float[] before = [.. buffer];
        AssertRefused("outputs", () => net.Predict(buffer.AsSpan(0, 200), buffer.AsSpan(0, 300)));
        AssertRefused("outputs", () => net.Predict(buffer.AsSpan(299, 200), buffer.AsSpan(0, 300)));
        AssertRefused("outputs", () => net.Predict(buffer.AsSpan(100, 200), buffer.AsSpan(299, 300)));
        AssertRefused("outputs", () => predictor.Predict(buffer.AsSpan(0, 200), buffer.AsSpan(199, 300)));
        Assert.Equal(before, buffer);

        // Side by side is well.
        float[] expected = new float[300];
        net.Predict(before.AsSpan(0, 200), expected);
        net.Predict(buffer.AsSpan(0, 200), buffer.AsSpan(200, 300));
        Assert.Equal(expected, buffer[200..500]);
    }

    [Fact]
    public void Predictions_may_take_the_place_of_their_inputs()
    {
        SquareNet net = new();
        using Predictor predictor = net.CreatePredictor(new PredictorOptions { Threads = 2 });
        float[] inputs = Samples.Values(Count * SquareNet.InputSize, 1);
        float[] expected = new float[inputs.Length];
        net.Predict(inputs, expected);
        float[] one = [.. inputs];
        net.Predict(one, one);
        Assert.Equal(expected, one);
        float[] two = [.. inputs];
        predictor.Predict(two, two);
        Assert.Equal(expected, two);
        AssertRefused("outputs", () => net.Predict(one.AsSpan(0, 30), one.AsSpan(3, 30)));
    }

    [Fact]
    public void Losses_refuse_outputs_that_overlap_the_batch()
    {
        SquareNet net = new();
        using SquareNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2 });
        float[] x = Samples.Values(Count * 3, 1);
        float[] t = Samples.Values(Count * 3, 2);
        float[] y = new float[Count * 3];
        float expected = net.ComputeLoss(new Batch { Count = Count, Inputs = x, Targets = t }, y);
        foreach (Loss loss in new Loss[] { net.ComputeLoss, trainer.ComputeLoss })
        {
            float[] inputs = [.. x];
            Assert.Equal(expected, loss(new Batch { Count = Count, Inputs = inputs, Targets = t }, inputs));
            Assert.Equal(y, inputs);
            float[] targets = [.. t];
            Assert.Equal(expected, loss(new Batch { Count = Count, Inputs = x, Targets = targets }, targets));
            Assert.Equal(y, targets);

            float[] more = new float[1000];
            AssertRefused("outputs", () => loss(new Batch { Count = 2, Inputs = more.AsSpan(0, 6), Targets = t.AsSpan(0, 6) }, more.AsSpan(5, 6)));
            AssertRefused("outputs", () => loss(new Batch { Count = 2, Inputs = x.AsSpan(0, 6), Targets = more.AsSpan(5, 6) }, more.AsSpan(0, 6)));
            AssertRefused("outputs", () => loss(
                new Batch { Count = 2, Inputs = x.AsSpan(0, 6), Targets = t.AsSpan(0, 6), SampleWeights = more.AsSpan(5, 2) },
                more.AsSpan(0, 6)));
            AssertRefused("outputs", () => loss(
                new Batch { Count = 2, Inputs = x.AsSpan(0, 6), Targets = t.AsSpan(0, 6), OutputWeights = more.AsSpan(5, 2) },
                more.AsSpan(0, 6)));
        }
    }

    [Fact]
    public void Losses_of_outputs_have_memory_of_their_own()
    {
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2 });
        float[] x = Samples.Values(2 * PointNet.InputSize, 1);
        int[] labels = new int[100];
        float[] y = new float[100];
        ITrainer asTrainer = trainer;
        AssertRefused("outputs", () => trainer.ComputeLoss(
            new Batch { Count = 2, Inputs = x, Labels = labels.AsSpan(3, 2) }, MemoryMarshal.Cast<int, float>(labels.AsSpan(0, 6))));
        AssertRefused("outputLosses", () => asTrainer.ComputeLoss(
            new Batch { Count = 2, Inputs = x, Labels = labels.AsSpan(0, 2) }, y.AsSpan(0, 6), y.AsSpan(5, 1)));
        AssertRefused("outputLosses", () => asTrainer.ComputeLoss(
            new Batch { Count = 2, Inputs = x, Labels = labels.AsSpan(0, 2) }, y.AsSpan(0, 6), x.AsSpan(0, 1)));
        AssertRefused("outputLosses", () => asTrainer.ComputeLoss(
            new Batch { Count = 2, Inputs = x, Labels = labels.AsSpan(0, 2), OutputWeights = y.AsSpan(6, 2) }, y.AsSpan(0, 6), y.AsSpan(7, 1)));
    }

    [Fact]
    public void A_step_refuses_what_it_writes_itself()
    {
        SquareNet net = new();
        using SquareNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2 });
        float[] x = Samples.Values(Count * 3, 1);
        float[] t = Samples.Values(Count * 3, 2);
        trainer.Step(x, t);
        AssertRefused("inputs", () => trainer.Step(trainer.Outputs[..6], t.AsSpan(0, 6)));
        AssertRefused("inputs", () => trainer.ComputeGradients(trainer.Gradients[..6], t.AsSpan(0, 6)));
        AssertRefused("sampleWeights", () => trainer.Step(new Batch
        {
            Count = 2, Inputs = x.AsSpan(0, 6), Targets = t.AsSpan(0, 6), SampleWeights = trainer.Outputs[..2],
        }));
        AssertRefused("outputWeights", () => trainer.Step(new Batch
        {
            Count = 2, Inputs = x.AsSpan(0, 6), Targets = t.AsSpan(0, 6), OutputWeights = trainer.Gradients[..2],
        }));

        // Targets are copied before anything is written.
        float[] outputs = trainer.Outputs.ToArray();
        SquareNet other = net.Clone();
        using SquareNet.Trainer ofOther = other.CreateTrainer();
        Assert.Equal(ofOther.Step(x, outputs), trainer.Step(x, trainer.Outputs));
        Assert.Equal(other.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Classes_have_memory_of_their_own()
    {
        PointNet net = new();
        float[] y = new float[100];
        AssertRefused("classes", () => net.GetClasses(y.AsSpan(0, 30), MemoryMarshal.Cast<float, int>(y.AsSpan(25, 10))));
        net.GetClasses(y.AsSpan(0, 30), MemoryMarshal.Cast<float, int>(y.AsSpan(30, 10)));
    }

    private delegate float Loss(Batch batch, Span<float> outputs);

    private static void AssertRefused(string argument, Action call)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, refused.ParamName);
        Assert.Contains("overlaps", refused.Message, StringComparison.Ordinal);
    }
}
