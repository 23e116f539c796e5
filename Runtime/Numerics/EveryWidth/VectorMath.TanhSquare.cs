using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary><c>tanh(x)^2</c>, the derivative of <c>x - tanh(x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhSquare(Vector512<float> x)
    {
        Vector512<float> t = Tanh(x);
        return t * t;
    }
}
