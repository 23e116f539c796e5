using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>Softplus, which Mish and the sigmoid's logarithm are made of, too.</content>
public static partial class VectorMath
{
    /// <summary><c>log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|))</c>, within 1.8e-7 of the value; below -87.3 it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) =>
        Vector512.MaxNative(Vector512<float>.Zero, x) + Log1P(Exp(-Vector512.Abs(x)));

    /// <summary><c>1 - exp(-x)</c> for x from 0 on, accurate for small x too: the derivative of softplus where its value is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneMinusExp(Vector512<float> x) => -ExpMinusOne(Vector512.MaxNative(Vector512.Create(-87f), -x));
}
