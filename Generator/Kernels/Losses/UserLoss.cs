using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of a method of the user's, which takes a target and an output.</summary>
internal sealed class UserLoss(FunctionSpec function) : ElementwiseLoss
{
    public override string Name => function.QualifiedName;

    public override string Identifier => function.Emitted;

    public override string InfoProperty => $"LossMethod = {Literal.Text(Name)}";

    // It may read anything: no advice on what comes before it.
    public override bool ReadsProbabilities => true;

    protected override string Value(Flavour flavour, bool isFused) => $"{FunctionSpec.EmittedClass}.{function.Emitted}(tv, yv)";

    protected override string Gradient(Flavour flavour, bool isFused) => $"{FunctionSpec.EmittedClass}.{function.EmittedDerivative}(tv, yv)";
}
