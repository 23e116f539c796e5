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
}
