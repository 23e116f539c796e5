using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Tests;

public sealed class EvaluationTests
{
    private static readonly FitOptions Quiet = new() { Verbose = Verbose.Silent };

    [Fact]
    public void Evaluation_names_its_values_and_Predict_keeps_the_order()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(50);
        net.Fit(data, Quiet with { Epochs = 3 });
        Evaluation result = net.Evaluate(data, batchSize: 7);
        Assert.Equal(result.Loss, result["loss"]);
        Assert.Equal(50, result.Count);
        Assert.Contains("it has: loss, accuracy.", Assert.Throws<KeyNotFoundException>(() => result["auc"]).Message, StringComparison.Ordinal);
        Assert.Equal(FormattableString.Invariant($"accuracy: {result["accuracy"]:F4} - loss: {result.Loss:F4}"), result.ToString());
        Assert.Throws<KeyNotFoundException>(() => net.Fit(data, Quiet)["val_loss"]);

        float[] all = net.Predict(data, batchSize: 7);
        float[] last = net.Predict(data.Skip(49));
        Assert.Equal(150, all.Length);
        Assert.Equal(last.AsSpan().ToArray(), net.Predict(data)[147..]);
        Assert.Equal(net.Predict(data), net.Predict(data, batchSize: 7));
    }

    [Fact]
    public void Sample_weights_scale_the_loss_and_not_the_metrics()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(10);
        Evaluation plain = net.Evaluate(data, 4);
        Evaluation weighted = net.Evaluate(data.WithSampleWeights([.. Enumerable.Repeat(3f, 10)]), 4);
        Assert.Equal(3 * plain.Loss, weighted.Loss, 1e-5);
        Assert.Equal(plain["accuracy"], weighted["accuracy"]);
    }

    [Fact]
    public void Each_evaluation_begins_anew()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(100);
        using Evaluator evaluator = new(LinearNet.Info, data, 32, ((ITrainableNet<LinearNet>)net).ComputeLoss);
        Assert.True(evaluator.Run(CancellationToken.None));
        double before = evaluator.Metrics.Items[0].Result;
        net.Fit(data, Quiet with { Epochs = 5 });
        Assert.True(evaluator.Run(CancellationToken.None));
        Assert.True(evaluator.Metrics.Items[0].Result > before + 0.2);
        Assert.Equal(net.Evaluate(data)["accuracy"], evaluator.Metrics.Items[0].Result);
        Assert.Equal(net.Evaluate(data).Loss, evaluator.Loss);
        Assert.Equal(100, evaluator.Count);
    }
}
