using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Elementary functions of a vector, for the emitted kernels: straight-line code that leaves no call behind. The lanes of all widths hold
/// the same bits where the hardware has fused multiply-add. The polynomials come from <c>tools/fit/fit.py</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts: products of the first, of 9 bits, with an exponent are exact even without fused multiply-add.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>Added to a small number it leaves the nearest integer in the lowest bits of the sum (1.5 times 2^23).</summary>
    private const float RoundingShift = 12582912f;

    private const int MantissaBits = 23;

    // exp(r) = 1 + r + r^2 (Exp2 + Exp3 r + ...) for r within half of ln 2.
    private const float Exp2 = 0.49999997f;
    private const float Exp3 = 0.16666546f;
    private const float Exp4 = 0.041667435f;
    private const float Exp5 = 0.008366272f;
    private const float Exp6 = 0.0013870695f;

    private const float InverseSqrt2 = 0.70710678118654752f;
    private const float InverseSqrt2Pi = 0.39894228040143268f;

    // 2 sqrt(2 / pi), and the same times 0.044715.
    private const float GeluLinear = 1.5957691216f;
    private const float GeluCubic = 0.0713548163f;

    /// <summary>From here on mish is x to the last bit.</summary>
    private const float LargestMishArgument = 20;

    // sin(pi t) = t (Sine1 + Sine3 t^2 + ...) for t within 1/2.
    private const float Sine1 = 3.1415927f;
    private const float Sine3 = -5.167721f;
    private const float Sine5 = 2.5502698f;
    private const float Sine7 = -0.59943736f;
    private const float Sine9 = 0.079835765f;
    private const double InversePi = 0.31830988618379067;
}
