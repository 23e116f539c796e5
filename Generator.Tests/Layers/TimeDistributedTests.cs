using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>
/// Every layer of the catalogue in a <c>[TimeDistributed]</c>, compiled and run: it gives the bits that it gives on the steps as samples, predicting and
/// training, however the batch is split, or it is refused with a diagnostic.
/// </summary>
public sealed class TimeDistributedTests(TimeDistributedTests.Fixture fixture) : IClassFixture<TimeDistributedTests.Fixture>
{
    private const int Samples = 2;

    public static TheoryData<string> Kinds => [.. StepCase.Kinds];

    public static TheoryData<string> Cases => [.. StepCase.All.Select(tested => tested.ToString())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_layer_is_run_or_refused(string kind)
    {
        int[] cases = [.. Enumerable.Range(0, StepCase.All.Count).Where(i => StepCase.All[i].IsOf(kind))];

        Assert.True(
            cases.Any(fixture.Runs) || cases.All(i => fixture.Problems(Fixture.Wrapped(i)).SequenceEqual(["SN2062"])),
            string.Join("\n", cases.SelectMany(i => fixture.Problems(Fixture.Wrapped(i)).Select(problem => $"{StepCase.All[i]}: {problem}"))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_layer_takes_its_steps_are(string name)
    {
        int index = Index(name);
        string[] alone = fixture.Problems(Fixture.Alone(index));
        string[] wrapped = fixture.Problems(Fixture.Wrapped(index));

        Assert.True(alone.Length > 0 || wrapped.Length == 0 || wrapped.SequenceEqual(["SN2062"]), string.Join(", ", wrapped));
    }

    [Fact]
    public void What_is_written_by_hand_runs() => Assert.All(StepCase.Further, tested => Assert.True(fixture.Runs(Index(tested.ToString())), tested.ToString()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bits_are_those_of_the_steps_as_samples(string name)
    {
        int index = Index(name);
        if (!fixture.Runs(index))
        {
            return;
        }

        (RunningNet steps, RunningNet sequences) = (fixture.Net(Fixture.Alone(index)), fixture.Net(Fixture.Wrapped(index)));
        float[] inputs = RunningNet.Values(2, Samples * sequences.Info.InputSize);
        float[] targets = RunningNet.Values(3, Samples * sequences.Info.OutputSize);
        AssertSameBits(steps.Predict(inputs), sequences.Predict(inputs), $"predictions of {name}");

        StepResult expected = steps.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, Seed = 4 });
        StepResult actual = sequences.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, Seed = 4 });
        AssertSameBits(expected.Outputs, actual.Outputs, $"outputs of {name}");
        AssertSameBits(expected.Gradients, actual.Gradients, $"gradients of {name}");
        Assert.Equal(expected.Loss, actual.Loss, 1e-6f * Math.Abs(expected.Loss));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bits_are_the_same_for_any_split_and_place(string name)
    {
        int index = Index(name);
        if (!fixture.Runs(index))
        {
            return;
        }

        RunningNet net = fixture.Net(Fixture.Wrapped(index));
        const int Count = 5;
        float[] inputs = RunningNet.Values(5, Count * net.Info.InputSize);
        float[] targets = RunningNet.Values(6, Count * net.Info.OutputSize);
        StepResult expected = net.ComputeGradients(inputs, targets, new TrainerOptions { Threads = 1, MaxBatchSize = Count, Seed = 7 });
        foreach ((int threads, int maxBatchSize) in new[] { (1, 9), (2, Count), (3, 40) })
        {
            StepResult actual = net.ComputeGradients(inputs, targets, new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = 7 });
            AssertSameBits([expected.Loss, .. expected.Outputs, .. expected.Gradients], [actual.Loss, .. actual.Outputs, .. actual.Gradients], name);
        }

        float[] together = net.Predict(inputs);
        IEnumerable<float> alone = Enumerable.Range(0, Count).SelectMany(i => net.Predict(inputs.AsSpan(i * net.Info.InputSize, net.Info.InputSize)));
        AssertSameBits([.. alone], together, $"predictions of {name}");
    }

    private static int Index(string name) => StepCase.All.Select(tested => tested.ToString()).ToList().IndexOf(name);

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

    /// <summary>All cases in one assembly, compiled once; what is not valid is a stub in it.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private readonly ILookup<int, string> _problems;
        private readonly LoadedAssembly _loaded;

        public Fixture()
        {
            string[] sources = [.. StepCase.All.SelectMany((tested, i) => new[] { tested.Alone(Name(Alone(i))), tested.Wrapped(Name(Wrapped(i))) })];
            // Kernels for one target are enough, and those of 128 bits run anywhere.
            CSharpCompilation before = GeneratorRun.Compile(sources);
            GeneratorRun run = GeneratorRun.Of(before, new BuildProperties(("StaticNetsTargetList", "v2"))).GetAwaiter().GetResult();
            SyntaxTree[] trees = [.. before.SyntaxTrees];
            _problems = run.Reported
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .ToLookup(diagnostic => Array.IndexOf(trees, diagnostic.Location.SourceTree), diagnostic => diagnostic.Id);
            _loaded = new LoadedAssembly(run.After);
        }

        public static int Alone(int index) => 2 * index;

        public static int Wrapped(int index) => (2 * index) + 1;

        public bool Runs(int index) => !_problems.Contains(Alone(index)) && !_problems.Contains(Wrapped(index));

        public string[] Problems(int net) => [.. _problems[net]];

        internal RunningNet Net(int net) => RunningNet.Of(_loaded.GetType(Name(net)));

        public Task InitializeAsync() => Task.CompletedTask;

        public Task DisposeAsync()
        {
            _loaded.Dispose();
            return Task.CompletedTask;
        }

        private static string Name(int net) => "Net" + net.ToString(CultureInfo.InvariantCulture);
    }
}
