using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>The input position under a tap of a result, which may lie in the padding, as emitted code computes it.</summary>
internal static class InputPosition
{
    public static string Of(WindowAxis axis, string result, string tap) =>
        At.Sum(At.Sum(At.Times(result, axis.Stride), At.Times(tap, axis.Dilation)), -axis.Before);
}
