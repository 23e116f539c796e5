using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>
/// Every layer of the catalogue in a <c>[TimeDistributed]</c>, compiled and run: it gives the bits that it gives on the steps as samples, predicting and
/// training, however the batch is split, or it is refused with a diagnostic.
/// </summary>
public sealed class TimeDistributedTests(TimeDistributedTests.Fixture fixture) : IClassFixture<TimeDistributedTests.Fixture>
{
    public static TheoryData<string> Cases => [.. StepCase.All.Select(tested => tested.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layer_is_run_or_refused(string layers)
    {
        string[] problems = [.. fixture.Problems[layers].SelectMany(ids => ids)];
        bool mayBeRefused = StepCase.All.Single(tested => tested.ToString() == layers).IsOfCatalogue;

        Assert.True(fixture.Nets.ContainsKey(layers) || (mayBeRefused && problems.Length > 0 && problems.All(id => id == "SN2062")), string.Join(", ", problems));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bits_are_those_of_the_steps_as_samples(string layers)
    {
        if (!fixture.Nets.TryGetValue(layers, out (RunningNet Steps, RunningNet Sequences) nets))
        {
            return;
        }

        const int Samples = 2;
        float[] inputs = RunningNet.Values(2, Samples * nets.Sequences.Info.InputSize);
        float[] targets = RunningNet.Values(3, Samples * nets.Sequences.Info.OutputSize);
        AssertSameBits(nets.Steps.Predict(inputs), nets.Sequences.Predict(inputs), "predictions");

        StepResult expected = nets.Steps.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, Seed = 4 });
        StepResult actual = nets.Sequences.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, Seed = 4 });
        AssertSameBits(expected.Outputs, actual.Outputs, "outputs");
        AssertSameBits(expected.Gradients, actual.Gradients, "gradients");
        Assert.Equal(expected.Loss, actual.Loss, 1e-6f * Math.Abs(expected.Loss));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bits_are_the_same_for_any_split_and_place(string layers)
    {
        if (!fixture.Nets.TryGetValue(layers, out (RunningNet Steps, RunningNet Sequences) nets))
        {
            return;
        }

        const int Samples = 5;
        RunningNet net = nets.Sequences;
        float[] inputs = RunningNet.Values(5, Samples * net.Info.InputSize);
        float[] targets = RunningNet.Values(6, Samples * net.Info.OutputSize);
        StepResult expected = net.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, MaxBatchSize = Samples, Seed = 7 });
        foreach ((int threads, int maxBatchSize) in new[] { (1, 9), (2, Samples), (3, 40) })
        {
            StepResult actual = net.ComputeGradients(inputs, targets, new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = 7 });
            string what = string.Create(CultureInfo.InvariantCulture, $"loss, outputs and gradients of {threads} threads");
            AssertSameBits([expected.Loss, .. expected.Outputs, .. expected.Gradients], [actual.Loss, .. actual.Outputs, .. actual.Gradients], what);
        }

        IEnumerable<float> alone = Enumerable.Range(0, Samples).SelectMany(i => net.Predict(inputs.AsSpan(i * net.Info.InputSize, net.Info.InputSize)));
        AssertSameBits([.. alone], net.Predict(inputs), "predictions");
    }

    private static void AssertSameBits(float[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]),
                string.Create(CultureInfo.InvariantCulture, $"{what}: value {i} is {actual[i]:R} instead of {expected[i]:R}"));
        }
    }

    /// <summary>All cases in one assembly, compiled once.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private StepAssembly? _assembly;

        /// <summary>What the analyzer says of the cases in wrappers.</summary>
        internal ILookup<string, IEnumerable<string>> Problems => _assembly!.Problems;

        /// <summary>The nets of the cases that are valid: the layers over the steps as samples, and in wrappers over sequences.</summary>
        internal IReadOnlyDictionary<string, (RunningNet Steps, RunningNet Sequences)> Nets => _assembly!.Nets;

        public async Task InitializeAsync() => _assembly = await StepAssembly.Of(StepCase.All);

        public Task DisposeAsync()
        {
            _assembly!.Dispose();
            return Task.CompletedTask;
        }
    }
}
