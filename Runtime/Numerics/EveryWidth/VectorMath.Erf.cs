using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>The error function, within 2.3e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        // From here on erf is 1 to the last bit.
        const float LargestErfArgument = 4;

        // -ln(1 - erf(x)) = x (Erf0 + Erf1 x + ...) for x from 0 to 4.
        const float Erf0 = 1.1283792f;
        const float Erf1 = 0.63661516f;
        const float Erf2 = 0.10282923f;
        const float Erf3 = -0.019379765f;
        const float Erf4 = 0.00030855258f;
        const float Erf5 = 0.0011624218f;
        const float Erf6 = -0.00034409188f;
        const float Erf7 = 3.4940287e-05f;

        Vector512<float> a = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(LargestErfArgument));
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Erf7), a, Vector512.Create(Erf6));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf5));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf4));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf3));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf2));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf1));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf0));
        Vector512<float> result = Vector512.Abs(ExpMinusOne(-(p * a))) | (x & Vector512.Create(-0f));
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }
}
