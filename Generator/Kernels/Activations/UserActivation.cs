using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Files;
using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>A method of the user's. Nothing is known of its values, so its derivative is computed from the input.</summary>
internal sealed class UserActivation(FunctionSpec function) : ActivationFunction
{
    // As many as the built-in ones have that fit in registers beside a tile's results.
    private const int MostOperations = 8;

    public FunctionSpec Function { get; } = function;

    public override string Name => Function.QualifiedName;

    public override bool IsCheap => Function.Body.Size <= MostOperations && !Function.Body.CallsVectorMath;

    public override bool DerivativeReadsInput => true;

    public override string Forward(Flavour flavour, string z) => $"{FunctionsFile.ClassName}.{Function.Emitted}({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * {FunctionsFile.ClassName}.{Function.EmittedDerivative}({z})";
}
