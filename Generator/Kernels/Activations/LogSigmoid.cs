using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>-log(1 + exp(-z))</c>; the derivative, sigmoid(-z), is 1 - exp(y).</summary>
internal sealed class LogSigmoid : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"-VectorMath.Softplus(-{z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * VectorMath.OneMinusExp(-{y})";
}
