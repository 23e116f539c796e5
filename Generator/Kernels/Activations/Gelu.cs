using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z F(z)</c> with F the normal distribution's function; the derivative is F(z) + z f(z) with f its density.</summary>
internal sealed class Gelu : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"{z} * VectorMath.NormalCdf({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * {flavour.MultiplyAdd(z, $"VectorMath.NormalPdf({z})", $"VectorMath.NormalCdf({z})")}";
}
