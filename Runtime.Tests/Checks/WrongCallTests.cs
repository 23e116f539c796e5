using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Wrong calls of emitted nets: each is refused by an exception that names what is wrong, and writes nothing.</summary>
public class WrongCallTests
{
    private readonly ReferenceDigitNet _net = new(1);

    [Theory]
    [InlineData(0, 0, "inputs")]
    [InlineData(783, 10, "inputs")]
    [InlineData(785, 10, "inputs")]
    [InlineData(784, 9, "outputs")]
    [InlineData(784, 11, "outputs")]
    [InlineData(1568, 10, "outputs")]
    public void Predict_names_the_wrong_length(int inputs, int outputs, string argument)
    {
        float[] y = [.. Enumerable.Repeat(7f, outputs)];
        using Predictor predictor = _net.CreatePredictor(new PredictorOptions { Threads = 2 });

        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => _net.Predict(new float[inputs], y)).ParamName);
        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => predictor.Predict(new float[inputs], y)).ParamName);
        Assert.All(y, value => Assert.Equal(7f, value));
    }

    [Theory]
    [InlineData(0, 0, "batch")]
    [InlineData(784, 2, "inputs")]
    [InlineData(5 * 784, 5, "batch")]
    public void Step_names_the_wrong_length(int inputs, int labels, string argument) =>
        AssertRefused(argument, trainer => trainer.Step(new float[inputs], new int[labels]));

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Step_refuses_a_label_out_of_range(int label) =>
        AssertRefused("labels", trainer => trainer.Step(new float[2 * 784], [3, label]));

    [Fact]
    public void Step_refuses_weights_and_targets_that_do_not_fit()
    {
        AssertRefused("sampleWeights", trainer => trainer.Step(new Batch { Count = 1, Inputs = new float[784], Labels = new int[1], SampleWeights = new float[2] }));
        AssertRefused("targets", trainer => trainer.Step(new Batch { Count = 1, Inputs = new float[784], Labels = new int[1], Targets = new float[10] }));
        AssertRefused("batch", trainer => trainer.Step(new Batch { Count = int.MaxValue, Inputs = [], Labels = [] }));
        AssertRefused("outputs", trainer => trainer.ComputeLoss(new Batch { Count = 1, Inputs = new float[784], Labels = new int[1] }, new float[9]));
    }

    [Fact]
    public void Parameters_of_another_length_are_refused() =>
        Assert.Equal("parameters", Assert.Throws<ArgumentException>(() => _net.SetParameters(new float[ReferenceDigitNet.ParameterCount - 1])).ParamName);

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.CreateTrainer(new TrainerOptions { MaxBatchSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.CreateTrainer(new TrainerOptions { Threads = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.CreateTrainer(new TrainerOptions { PenaltyScale = float.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.CreateTrainer(new TrainerOptions { LearningRate = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.CreatePredictor(new PredictorOptions { Threads = -1 }));
        Assert.Throws<ArgumentException>(() => _net.CreateTrainer(new TrainerOptions { MaxBatchSize = int.MaxValue }));
    }

    [Fact]
    public void What_was_disposed_is_refused()
    {
        ReferenceDigitNet.Trainer trainer = _net.CreateTrainer(new TrainerOptions { MaxBatchSize = 1 });
        Predictor predictor = _net.CreatePredictor();
        trainer.Dispose();
        trainer.Dispose();
        predictor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => trainer.Step(new float[784], new int[1]));
        Assert.Throws<ObjectDisposedException>(() => trainer.ApplyGradients());
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(new float[784], new float[10]));
    }

    [Fact]
    public async Task Two_threads_on_one_trainer_are_refused_and_predictions_beside_it_are_whole()
    {
        using ReferenceDigitNet.Trainer trainer = _net.CreateTrainer(new TrainerOptions { MaxBatchSize = 16, Threads = 2 });
        float[] x = [.. Enumerable.Range(0, 16 * 784).Select(i => i % 7 / 7f)];
        int refused = 0;
        int torn = 0;
        Task[] work = [.. Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            float[] y = new float[10];
            for (int round = 0; round < 25; round++)
            {
                try
                {
                    trainer.Step(x, new int[16]);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }

                _net.Predict(x.AsSpan(0, 784), y);
                if (Math.Abs(y.Sum() - 1) > 1e-4f)
                {
                    Interlocked.Increment(ref torn);
                }
            }
        }))];

        await Task.WhenAll(work);

        Assert.Equal(0, torn);
        Assert.Equal(100, refused + trainer.Updates);
    }

    /// <summary>Asserts that the call fails and leaves weights, gradients and counters as they were.</summary>
    private void AssertRefused(string argument, Action<ReferenceDigitNet.Trainer> call)
    {
        using ReferenceDigitNet.Trainer trainer = _net.CreateTrainer(new TrainerOptions { MaxBatchSize = 4 });
        float[] weights = _net.Parameters.ToArray();

        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => call(trainer)).ParamName);
        Assert.Equal(weights, _net.Parameters.ToArray());
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.Equal(0f, gradient));
        Assert.Equal(0, trainer.Iteration);
    }
}
