using StaticNets.Generator.Expressions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>A method of the user's: calls of what it was compiled to.</summary>
internal sealed class UserFormula(FunctionSpec function) : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"{FunctionSpec.EmittedClass}.{function.Emitted}({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * {FunctionSpec.EmittedClass}.{function.EmittedDerivative}({z})";
}
