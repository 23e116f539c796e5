using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Common;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Initializers;

/// <summary>All initializers, one line each, and how layers read them.</summary>
internal static class InitializerCatalogue
{
    private const string VarianceScaling = "VarianceScaling";

    private static readonly string[] s_fanModes = ["FanIn", "FanOut", "FanAverage"];
    private static readonly string[] s_distributions = ["TruncatedNormal", "UntruncatedNormal", "Uniform"];

    private static readonly InitializerKind[] s_kinds =
    [
        ByFans("GlorotUniform", 1),
        ByFans("GlorotNormal", 1),
        ByFans("HeUniform", 2),
        ByFans("HeNormal", 2),
        ByFans("LecunUniform", 1),
        ByFans("LecunNormal", 1),
        new("Zeros", null, (_, place, _) => $"{place}.Clear();"),
        new("Ones", null, (_, place, _) => $"{place}.Fill(1f);"),
        new("Constant", null, (weight, place, _) => $"{place}.Fill({Literal.Float(weight.Start.Constant)});"),
        Independent("RandomNormal", 0.05),
        Independent("TruncatedNormal", 0.05),
        Independent("RandomUniform", 0.05),
        new("Orthogonal", 1, (weight, place, tensor) =>
            $"WeightInitializer.Orthogonal({place}, {Literal.Int(weight.Shape.Last)}, {Scale(weight)}, seed, {tensor});") { LeastRank = 2 },
        new("Identity", 1, (weight, place, _) =>
            $"WeightInitializer.Identity({place}, {Literal.Int(weight.Shape.Last)}, {Scale(weight)});") { LeastRank = 2, LargestRank = 2 },
        new(VarianceScaling, 1, (weight, place, tensor) =>
            $"WeightInitializer.VarianceScaling({place}, global::StaticNets.FanMode.{weight.Start.FanMode}, "
                + $"global::StaticNets.VarianceDistribution.{weight.Start.Distribution}, {Fans(weight)}, "
                + $"seed, {tensor}{GivenScale(weight)});"),
    ];

    /// <summary>The members of <c>StaticNets.Initializer</c>.</summary>
    public static IEnumerable<string> Names => s_kinds.Select(kind => kind.Name);

    public static InitializerKind Find(string name) => s_kinds.First(kind => kind.Name == name);

    /// <summary>
    /// Reads how a weight starts: <c>KernelInitializer</c> with <c>KernelConstant</c> and <c>KernelScale</c> for <paramref name="weight"/>
    /// <c>Kernel</c>. The layer adds the fans once it knows its shape: <c>start with { FanIn = …, FanOut = … }</c>.
    /// </summary>
    public static WeightStart Read(ArgumentReader arguments, string weight, string defaultInitializer)
    {
        string argument = weight + "Initializer";
        string name = arguments.Enum(argument, defaultInitializer, Names);
        return new WeightStart(name, arguments.Finite(weight + "Constant", 0), 1, 1)
        {
            Scale = ReadScale(arguments, weight + "Scale", Find(name)),
            Argument = argument,
            FanMode = ReadSetting(arguments, weight + "FanMode", name, s_fanModes),
            Distribution = ReadSetting(arguments, weight + "Distribution", name, s_distributions),
        };
    }

    /// <summary>Reports the weights whose shape their initializer can't fill.</summary>
    public static bool Fit(Layer layer, LayerProblems problems)
    {
        WeightTensor[] wrong = layer.Weights.Where(weight => !Find(weight.Start.Initializer).Fits(weight.Shape)).ToArray();
        foreach (WeightTensor weight in wrong)
        {
            problems.Add("SN2021", weight.Start.Argument, layer, weight.Start.Initializer, weight.Name, weight.Shape.ToString());
        }

        return wrong.Length == 0;
    }

    /// <summary>A setting of VarianceScaling, which the others don't have. The first value is the default.</summary>
    private static string ReadSetting(ArgumentReader arguments, string name, string initializer, string[] values)
    {
        if (initializer != VarianceScaling && arguments.Has(name))
        {
            arguments.Problems.Add("SN2092", name, arguments.Label, name, initializer);
        }

        return arguments.Enum(name, values[0], values);
    }

    private static double? ReadScale(ArgumentReader arguments, string name, InitializerKind kind)
    {
        if (!arguments.Has(name))
        {
            return null;
        }

        if (kind.Scale is null)
        {
            arguments.Problems.Add("SN2020", name, arguments.Label, name, kind.Name);
            return null;
        }

        return arguments.Positive(name, 1);
    }

    private static InitializerKind ByFans(string name, double scale) => new(name, scale, (weight, place, tensor) =>
        $"WeightInitializer.{name}({place}, {Fans(weight)}, seed, {tensor}{GivenScale(weight)});");

    private static string Fans(WeightTensor weight) => $"{Literal.Int(weight.Start.FanIn)}, {Literal.Int(weight.Start.FanOut)}";

    private static string GivenScale(WeightTensor weight) => weight.Start.Scale is { } scale ? ", " + Literal.Double(scale) : "";

    private static InitializerKind Independent(string name, double scale) => new(name, scale, (weight, place, tensor) =>
        $"WeightInitializer.{name}({place}, {Scale(weight)}, seed, {tensor});");

    private static string Scale(WeightTensor weight) => Literal.Double(weight.Start.Scale ?? Find(weight.Start.Initializer).Scale ?? 1);
}
