using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Emit.Files;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>What a few lines may expand to has bounds, and the compiler may change its mind at any time.</summary>
[Collection(AloneCollection.Name)]
public sealed class ExpansionTests
{
    private const string Residual =
        "using StaticNets; [Conv2D(Block.Filters, 3, Padding = Padding.Same), BatchNormalization, Add(Block.Input), Activation(Activation.Relu)] "
        + "public sealed class ResidualAttribute(int filters) : BlockAttribute(filters); ";

    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(10);

    [Fact]
    public Task A_block_that_contains_itself_twice_is_refused_at_once() => AssertQuick(
        "using StaticNets; [Dense(4), Endless, Endless] public sealed class EndlessAttribute : BlockAttribute; [StaticNet, Input(4), Endless, Dense(1)] partial class Net;",
        "SN1030 Endless");

    [Fact]
    public Task Blocks_that_contain_each_other_are_refused_at_once() => AssertQuick(
        "using StaticNets; [Odd, Dense(4), Odd] public sealed class EvenAttribute : BlockAttribute; [Even, Dense(4), Even] public sealed class OddAttribute : BlockAttribute; "
        + "[StaticNet, Input(4), Even, Dense(1)] partial class Net;",
        "SN1030 Even");

    [Fact]
    public Task Repeated_blocks_of_repeated_blocks_have_a_bound() => AssertQuick(
        "using StaticNets; [Dense(4)] public sealed class OneAttribute : BlockAttribute; [One(Repeat = 10000)] public sealed class ManyAttribute : BlockAttribute; "
        + "[Many(Repeat = 10000)] public sealed class MostAttribute : BlockAttribute; [StaticNet, Input(4), Most(Repeat = 10000), Dense(1)] partial class Net;",
        "SN1032 Most(Repeat = 10000)");

    [Fact]
    public Task Nested_blocks_that_double_have_a_bound() => AssertQuick(
        "using StaticNets; [Dense(4)] public sealed class B0Attribute : BlockAttribute; "
        + string.Concat(Enumerable.Range(1, 24).Select(i => $"[B{i - 1}, B{i - 1}] public sealed class B{i}Attribute : BlockAttribute; "))
        + "[StaticNet, Input(4), B24, Dense(1)] partial class Net;",
        "SN1032 B24");

    [Fact]
    public Task Repeated_blocks_with_a_mistake_have_a_bound() => AssertQuick(
        "using StaticNets; public sealed class EmptyAttribute : BlockAttribute; [Empty] public sealed class ManyAttribute : BlockAttribute; "
        + "[Many(Repeat = 10000)] public sealed class MostAttribute : BlockAttribute; [StaticNet, Input(4), Most(Repeat = 10000), Dense(1)] partial class Net;",
        "SN1031 Most(Repeat = 10000)",
        "SN1032 Most(Repeat = 10000)");

    [Fact]
    public Task The_code_of_a_net_has_a_bound() => AssertQuick(
        "using StaticNets; [StaticNet, Input(400000, 1), Conv1D(2, 1), Conv1D(2, 1, Strides = 100000), Flatten, Dense(1), "
        + "Compile(Loss.MeanSquaredError, Optimizer.Sgd)] partial class Net;",
        "SN3013 Conv1D(2, 1, Strides = 100000)");

    [Fact]
    public void Cancelling_stops_the_parser_the_graph_the_passes_the_plans_and_the_emission()
    {
        CSharpCompilation compilation = GeneratorRun.Compile(Trained(repeat: 1));
        NetSpec spec = Spec(compilation);
        NetCompilation net = GraphBuilder.Build(spec, default);
        NetPlan plan = PlannedNet.Of(spec, default).Plan!;
        CancellationToken cancelled = new(canceled: true);

        Assert.Throws<OperationCanceledException>(() => NetParser.Parse(compilation.GetTypeByMetadataName("Net")!, compilation, cancelled));
        Assert.Throws<OperationCanceledException>(() => GraphBuilder.Build(spec, cancelled));
        Assert.Throws<OperationCanceledException>(() => NetLowering.Lower(net.Graph!, cancelled));
        Assert.Throws<OperationCanceledException>(() => PassPipeline.ForInference(net.Lowered!, cancelled));
        Assert.Throws<OperationCanceledException>(() => PassPipeline.ForTraining(net.Lowered!, cancelled));
        Assert.Throws<OperationCanceledException>(() => InferencePlan.Of(net.Lowered!, cancelled));
        Assert.Throws<OperationCanceledException>(() => TrainingPlan.Of(net.Lowered!, cancelled));
        Assert.Throws<OperationCanceledException>(() => NetEmitter.Emit(spec, plan, TargetSelection.Of(_ => null), cancelled));
    }

    /// <summary>The compiler takes its question back while the answer is being written, as it does at every key that is typed.</summary>
    [Fact]
    public void A_long_emission_ends_soon_after_it_is_cancelled()
    {
        NetSpec spec = Spec(GeneratorRun.Compile(Trained(repeat: 300)));
        NetPlan plan = PlannedNet.Of(spec, default).Plan!;
        long start = Stopwatch.GetTimestamp();
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(100));

        Assert.Throws<OperationCanceledException>(() => NetEmitter.Emit(spec, plan, TargetSelection.Of(_ => null), source.Token));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(90), TimeSpan.FromSeconds(3));
    }

    /// <summary>
    /// Layers are named, labelled and connected in linear time: four times as many blocks take four times as long, and somewhat longer while
    /// other tests fill the caches; in quadratic time it would be sixteen times.
    /// </summary>
    [Fact]
    public void The_graph_of_many_blocks_is_built_in_linear_time()
    {
        NetSpec few = Spec(GeneratorRun.Compile(Trained(repeat: 200)));
        NetSpec many = Spec(GeneratorRun.Compile(Trained(repeat: 800)));
        IEnumerable<double> ratios = Enumerable.Range(0, 3)
            .Select(_ => Fastest(() => GraphBuilder.Build(many, default)) / Fastest(() => GraphBuilder.Build(few, default)));

        Assert.Contains(ratios, ratio => ratio < 8);
    }

    private static string Trained(int repeat) => Residual
        + $"[StaticNet, Input(16, 16, 16), Residual(16, Repeat = {repeat}), Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] partial class Net;";

    private static NetSpec Spec(CSharpCompilation compilation) =>
        NetParser.Parse(compilation.GetTypeByMetadataName("Net")!, compilation, default)!.Spec;

    private static TimeSpan Fastest(Action action) => Enumerable.Range(0, 10).Select(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }).Min();

    private static async Task AssertQuick(string source, params string[] expected)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratorRun run = await GeneratorRun.Of(source).WaitAsync(TimeSpan.FromMinutes(1));

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, s_most);
    }
}
