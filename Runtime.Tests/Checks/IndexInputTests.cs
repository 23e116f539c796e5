using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Inputs that should be indexes and are none are refused at every entry, before anything is written.</summary>
public class IndexInputTests
{
    private const int Samples = 3;

    private readonly EmbedTwice _net = new(1);

    public static TheoryData<float> Wrong => [-1, 5, 2.5f, 1e9f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, -float.Epsilon];

    [Fact]
    public void The_net_says_which_inputs_are_indexes() => Assert.Equal([new IndexInput(3, 4, 5)], Info<EmbedTwice>().IndexInputs);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Predict_and_predictors_refuse(float wrong)
    {
        float[] y = [.. Enumerable.Repeat(7f, Samples * EmbedTwice.OutputSize)];
        using Predictor predictor = _net.CreatePredictor(new PredictorOptions { Threads = 2 });

        AssertRefused(() => _net.Predict(Inputs(wrong), y));
        AssertRefused(() => predictor.Predict(Inputs(wrong), y));
        Assert.All(y, value => Assert.Equal(7f, value));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Trainers_refuse(float wrong)
    {
        using EmbedTwice.Trainer trainer = _net.CreateTrainer(new TrainerOptions { MaxBatchSize = 8, Threads = 2 });
        float[] targets = new float[Samples * EmbedTwice.OutputSize];
        float[] y = [.. Enumerable.Repeat(7f, targets.Length)];
        float[] before = trainer.Parameters.ToArray();

        AssertRefused(() => trainer.Step(Inputs(wrong), targets));
        AssertRefused(() => trainer.ComputeGradients(Inputs(wrong), targets));
        AssertRefused(() => trainer.ComputeLoss(new Batch { Count = Samples, Inputs = Inputs(wrong), Targets = targets }, y));
        AssertRefused(() => _net.ComputeLoss(new Batch { Count = Samples, Inputs = Inputs(wrong), Targets = targets }, y));
        Assert.All(y, value => Assert.Equal(7f, value));
        Assert.Equal(0, trainer.Iteration);
        Assert.Equal(before, trainer.Parameters.ToArray());
    }

    [Fact]
    public void Fit_and_Evaluate_refuse()
    {
        Dataset data = new(Inputs(5), new float[Samples * EmbedTwice.OutputSize], EmbedTwice.InputSize);

        AssertRefused(() => _net.Fit(data, new FitOptions { Verbose = Verbose.Silent }), "data");
        AssertRefused(() => _net.Evaluate(data), "data");
    }

    [Fact]
    public void The_largest_index_and_negative_zero_are_indexes()
    {
        float[] y = new float[2 * Samples * EmbedTwice.OutputSize];

        _net.Predict(Inputs(4), y.AsSpan(0, Samples * EmbedTwice.OutputSize));
        _net.Predict(Inputs(-0f), y.AsSpan(Samples * EmbedTwice.OutputSize));

        Assert.All(y, value => Assert.True(float.IsFinite(value)));
    }

    private static NetInfo Info<TNet>()
        where TNet : class, IStaticNet<TNet> => TNet.Info;

    /// <summary>Three samples of three numbers, which may be anything, and four indexes below 5.</summary>
    private static float[] Inputs(float last)
    {
        float[] inputs = [.. Enumerable.Repeat(new[] { -0.5f, 0.25f, 1e9f, 0, 1, 2, 4 }, Samples).SelectMany(sample => sample)];
        inputs[^1] = last;
        return inputs;
    }

    private static void AssertRefused(Action call, string argument = "inputs")
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains("sample 2", refusal.Message);
        Assert.Contains("0 to 4", refusal.Message);
    }
}
