using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Benchmarks.Cases;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>A call of a kernel in an emitted orchestrating method.</summary>
/// <param name="Phase">The method that it stands in: <c>Predict</c>, <c>Backward</c>, …</param>
/// <param name="Method">The kernel's name.</param>
/// <param name="Layer">The layer that it is for, or null where its layer has no weights.</param>
/// <param name="Pass">The pass that it is a part of.</param>
/// <param name="DoesDeclaredWork">Whether it does the pass' multiply-adds, and not only what goes with them.</param>
internal sealed partial record KernelCall(string Phase, string Method, DeclaredLayer? Layer, LayerPass Pass, bool DoesDeclaredWork)
{
    private static readonly (string Name, LayerPass Pass)[] s_passes =
    [
        ("BackwardData", LayerPass.BackwardData),
        ("BackwardWeights", LayerPass.BackwardWeights),
        ("BackwardBias", LayerPass.BackwardWeights),
        ("Forward", LayerPass.Forward),
    ];

    /// <summary>Finds out what a call is for, by the names that docs/emitted-code.md explains.</summary>
    /// <param name="phase">The method that it stands in.</param>
    /// <param name="method">The kernel's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="layers">The net's layers with weights.</param>
    public static KernelCall Read(string phase, string method, string arguments, IReadOnlyList<DeclaredLayer> layers)
    {
        DeclaredLayer? namesake = layers
            .Where(layer => method.StartsWith(layer.Name, StringComparison.Ordinal))
            .MaxBy(layer => layer.Name.Length);

        // Layers of the same shape share a kernel, which is called after the first: what it works on tells more.
        Match weights = WeightsName().Match(arguments);
        Match owner = weights.Success ? weights : DerivedName().Match(arguments);
        string ownerName = owner.Groups[1].Value.Replace("_", "", StringComparison.Ordinal);
        DeclaredLayer? layer = layers.FirstOrDefault(one => one.Name.Equals(ownerName, StringComparison.OrdinalIgnoreCase)) ?? namesake;
        if (phase is "DeriveWeights" or "PrepareWeights")
        {
            LayerPass reader = arguments.Contains("Transposed", StringComparison.Ordinal) ? LayerPass.BackwardData : LayerPass.Forward;
            return new KernelCall(phase, method, layer, reader, DoesDeclaredWork: false);
        }

        string part = method[(namesake?.Name.Length ?? 0)..];
        (string? name, LayerPass pass) = s_passes.FirstOrDefault(one => part.StartsWith(one.Name, StringComparison.Ordinal));
        return new KernelCall(phase, method, layer, pass, DoesDeclaredWork: name is not null and not "BackwardBias");
    }

    [GeneratedRegex(@"Weights\.(\w+?)(Kernel|Bias)\b")]
    private static partial Regex WeightsName();

    [GeneratedRegex(@"ref (\w+?)(Transposed|Transformed)")]
    private static partial Regex DerivedName();
}
