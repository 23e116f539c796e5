using System;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.CustomFunctions;

/// <summary>Functions that a user wrote against the same built in, and what the runtime says of them.</summary>
public sealed class CustomFunctionTests
{
    private const int Count = 33;

    [Fact]
    public void A_written_softsign_has_the_bits_of_the_built_in_one_and_of_its_method()
    {
        float[] x = [.. Samples.Values(Count * 37, seed: 3).Select(value => 20 * value)];
        float[] builtIn = new float[x.Length];
        float[] written = new float[x.Length];
        new BuiltInSoftsign().Predict(x, builtIn);
        new WrittenSoftsign().Predict(x, written);

        Assert.Equal(builtIn, written);
        Assert.Equal(Array.ConvertAll(x, WrittenSoftsign.Softsign), written);
    }

    [Fact]
    public void Gradients_and_losses_are_those_of_the_built_in_functions()
    {
        BuiltInNet builtIn = new(seed: 5);
        WrittenNet written = new(seed: 5);
        Assert.Equal(builtIn.Parameters.ToArray(), written.Parameters.ToArray());
        float[] inputs = [.. Samples.Values(Count * 4, seed: 1).Select(value => 3 * value)];
        float[] targets = Samples.Values(Count * 5, seed: 2);
        using BuiltInNet.Trainer expected = builtIn.CreateTrainer();
        using WrittenNet.Trainer actual = written.CreateTrainer();

        Assert.Equal(expected.ComputeGradients(inputs, targets), actual.ComputeGradients(inputs, targets), 1e-6f);

        float largest = expected.Gradients.ToArray().Max(MathF.Abs);
        Assert.True(largest > 0.01f);
        for (int i = 0; i < expected.Gradients.Length; i++)
        {
            Assert.Equal(expected.Gradients[i], actual.Gradients[i], 1e-6f * largest);
        }
    }

    [Fact]
    public void Fit_and_evaluate_report_a_written_loss_as_any_other()
    {
        BuiltInNet builtIn = new(seed: 5);
        WrittenNet written = new(seed: 5);
        Dataset data = new(Samples.Values(Count * 4, seed: 1), Samples.Values(Count * 5, seed: 2), 4);
        FitOptions options = new() { Epochs = 3, BatchSize = 8, Verbose = Verbose.Silent };
        History expected = builtIn.Fit(data, options);
        History actual = written.Fit(data, options);

        Assert.Equal(expected.Columns.Keys, actual.Columns.Keys);
        Assert.Equal(expected["loss"][^1], actual["loss"][^1], 1e-5);
        Assert.Equal(expected["mean_absolute_error"][^1], actual["mean_absolute_error"][^1], 1e-5);
        Assert.True(actual["loss"][^1] < actual["loss"][0]);
        Assert.Equal(builtIn.Evaluate(data).Loss, written.Evaluate(data).Loss, 1e-5);
    }

    [Fact]
    public void The_net_says_what_its_loss_is()
    {
        NetInfo info = InfoOf<WrittenNet>();

        Assert.Null(info.Loss);
        Assert.Equal("WrittenNet.Huber", info.LossMethod);
        Assert.Equal("WrittenNet.Huber", Assert.Single(info.Outputs).LossMethod);
        Assert.Equal(5, info.TargetSize);
        Assert.Null(InfoOf<BuiltInNet>().LossMethod);
    }

    [Fact]
    public void Labels_are_refused_by_the_name_of_the_loss()
    {
        using WrittenNet.Trainer trainer = new WrittenNet().CreateTrainer();

        ArgumentException failure = Assert.Throws<ArgumentException>(
            () => ((ITrainer)trainer).ComputeGradients(new Batch { Inputs = new float[4], Labels = new int[1], Count = 1 }));

        Assert.Contains("WrittenNet.Huber takes targets", failure.Message);
    }

    private static NetInfo InfoOf<TNet>()
        where TNet : class, IStaticNet<TNet> => TNet.Info;
}
