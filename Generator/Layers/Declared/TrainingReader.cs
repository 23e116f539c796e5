using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Optimizers;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Reads how the net is trained from <c>[Compile]</c>.</summary>
internal static class TrainingReader
{
    public static Training? Read(NetSpec spec, Problems problems)
    {
        if (spec.Compile is not { } attribute)
        {
            return null;
        }

        var arguments = new ArgumentReader(attribute, problems.For(Problem.Compile), attribute.Kind);
        OptimizerRule? optimizer = OptimizerCatalogue.Read(arguments.EnumOrNull<Optimizer>("Optimizer"), arguments);
        if (optimizer is not null && ProximalL1(spec, problems) && !optimizer.HasProximalStep)
        {
            problems.For(Problem.Compile).Add(TrainingDiagnostics.NoProximalStep(optimizer.Name));
        }

        bool inputGradients = arguments.Boolean("InputGradients", false);
        return optimizer is null ? null : new Training(optimizer, LossReader.IsGiven(arguments), inputGradients);
    }

    /// <summary>
    /// Whether <c>[Compile]</c> stands there and names a loss, or was meant to: one that names nothing at all is still being typed.
    /// </summary>
    public static bool HasLoss(NetSpec spec) => spec.Compile is { } attribute
        && new ArgumentReader(attribute, new Problems().For(Problem.Compile), attribute.Kind) is var arguments
        && (LossReader.IsGiven(arguments) || !arguments.Has("Optimizer"));

    /// <summary>Whether L1 penalties are proximal steps: layers read their penalties before the rest is known.</summary>
    public static bool ProximalL1(NetSpec spec, Problems problems) => spec.Compile is { } attribute
        && new ArgumentReader(attribute, problems.For(Problem.Compile), attribute.Kind).Boolean("ProximalL1", false);
}
