using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Initializers;

/// <summary>All initializers, one line each, and how layers read them.</summary>
internal static class InitializerCatalogue
{
    private const string VarianceScaling = nameof(Initializer.VarianceScaling);

    private static readonly InitializerKind[] s_kinds =
    [
        ByFans(nameof(Initializer.GlorotUniform), 1),
        ByFans(nameof(Initializer.GlorotNormal), 1),
        ByFans(nameof(Initializer.HeUniform), 2),
        ByFans(nameof(Initializer.HeNormal), 2),
        ByFans(nameof(Initializer.LecunUniform), 1),
        ByFans(nameof(Initializer.LecunNormal), 1),
        new(nameof(Initializer.Zeros), null, (_, place, _) => $"{place}.Clear();"),
        new(nameof(Initializer.Ones), null, (_, place, _) => $"{place}.Fill(1f);"),
        new(nameof(Initializer.Constant), null, (weight, place, _) => $"{place}.Fill({Literal.Float(weight.Start.Constant)});"),
        Independent(nameof(Initializer.RandomNormal), 0.05),
        Independent(nameof(Initializer.TruncatedNormal), 0.05),
        Independent(nameof(Initializer.RandomUniform), 0.05),
        new(nameof(Initializer.Orthogonal), 1, (weight, place, tensor) =>
            $"WeightInitializer.Orthogonal({place}, {Literal.Int(weight.Shape.Last)}, {Scale(weight)}, seed, {tensor});") { LeastRank = 2 },
        new(nameof(Initializer.Identity), 1, (weight, place, _) =>
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
        string name = arguments.EnumOrNull<Initializer>(argument)?.ToString() ?? defaultInitializer;
        return new WeightStart(name, arguments.Finite(weight + "Constant", 0), 1, 1)
        {
            Scale = ReadScale(arguments, weight + "Scale", Find(name)),
            Argument = argument,
            FanMode = ReadSetting(arguments, weight + "FanMode", name, FanMode.FanIn),
            Distribution = ReadSetting(arguments, weight + "Distribution", name, VarianceDistribution.TruncatedNormal),
        };
    }

    /// <summary>Reports the weights whose shape their initializer can't fill.</summary>
    public static bool Fit(Layer layer, LayerProblems problems)
    {
        WeightTensor[] wrong = layer.Weights.Where(weight => !Find(weight.Start.Initializer).Fits(weight.Shape)).ToArray();
        foreach (WeightTensor weight in wrong)
        {
            problems.Add(ArgumentDiagnostics.NotForShape(
                problems.Label(layer), weight.Start.Argument, weight.Start.Initializer, weight.Name, weight.Shape));
        }

        return wrong.Length == 0;
    }

    /// <summary>A setting of VarianceScaling, which the others don't have.</summary>
    private static T ReadSetting<T>(ArgumentReader arguments, string name, string initializer, T defaultValue)
        where T : struct, Enum
    {
        if (initializer != VarianceScaling && arguments.Has(name))
        {
            arguments.Problems.Add(ArgumentDiagnostics.NotOfInitializer(arguments.Label, name, initializer));
        }

        return arguments.Enum(name, defaultValue);
    }

    private static double? ReadScale(ArgumentReader arguments, string name, InitializerKind kind)
    {
        if (!arguments.Has(name))
        {
            return null;
        }

        if (kind.Scale is null)
        {
            arguments.Problems.Add(ArgumentDiagnostics.NoScale(arguments.Label, name, kind.Name));
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
