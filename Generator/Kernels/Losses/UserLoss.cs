using StaticNets.Generator.Expressions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of a method of the user's, which takes a target and an output.</summary>
internal sealed class UserLoss(FunctionSpec function) : ElementwiseLoss
{
    protected override string Value(Flavour flavour, bool isFused) => $"{FunctionSpec.EmittedClass}.{function.Emitted}(tv, yv)";

    protected override string Gradient(Flavour flavour, bool isFused) =>
        $"{FunctionSpec.EmittedClass}.{function.EmittedDerivative}(tv, yv)";
}
