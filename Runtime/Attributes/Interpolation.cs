#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>How a larger image gets its values.</summary>
public enum Interpolation
{
    /// <summary>Each pixel is repeated.</summary>
    Nearest,

    /// <summary>
    /// Blended from the four pixels around. Output o of an axis with factor f lies at <c>(o + 1/2) / f - 1/2</c> of the input, and not
    /// outside its first and last pixel: pixel centres on pixel centres, as in Keras.
    /// </summary>
    Bilinear,
}
