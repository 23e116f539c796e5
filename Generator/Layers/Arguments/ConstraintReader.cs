using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Arguments;

/// <summary>Reads a weight's constraint: <c>KernelConstraint</c> with <c>MaxNorm</c>, <c>MinNorm</c> and <c>NormRate</c>.</summary>
internal static class ConstraintReader
{
    private static readonly string[] s_ofMaxNorm = ["MaxNorm"];
    private static readonly string[] s_ofMinMaxNorm = ["MinNorm", "MaxNorm", "NormRate"];

    /// <param name="arguments">The attribute.</param>
    /// <param name="weight">What the weight's constraint is called after: <c>Kernel</c>, <c>Bias</c>.</param>
    /// <param name="prefix">What the names of its numbers begin with: nothing for a kernel, <c>Bias</c>.</param>
    public static WeightConstraint? Read(ArgumentReader arguments, string weight, string prefix)
    {
        Constraint kind = arguments.Enum(weight + "Constraint", Constraint.None);
        string[] settings = kind switch
        {
            Constraint.MaxNorm => s_ofMaxNorm,
            Constraint.MinMaxNorm => s_ofMinMaxNorm,
            _ => [],
        };
        foreach (string setting in s_ofMinMaxNorm.Where(setting => arguments.Has(prefix + setting) && !settings.Contains(setting)))
        {
            arguments.Problems.Add(ArgumentDiagnostics.NotOfConstraint(arguments.Label, prefix + setting, kind));
        }

        double max = Number(arguments, prefix + "MaxNorm", kind == Constraint.MaxNorm ? 2 : 1, double.MaxValue, "finite and not negative");
        double min = Number(arguments, prefix + "MinNorm", 0, max, $"between 0 and {prefix}MaxNorm");
        double rate = Number(arguments, prefix + "NormRate", 1, 1, "between 0 and 1");
        return kind == Constraint.None ? null : new WeightConstraint(kind, min, max, rate);
    }

    private static double Number(ArgumentReader arguments, string name, double defaultValue, double largest, string range) =>
        arguments.InRange(name, defaultValue, value => value >= 0 && value <= largest, range);
}
