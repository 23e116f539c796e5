#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>
/// How weights start, with Keras' formulas. The properties that end in <c>Scale</c> (<c>KernelScale</c>, <c>BiasScale</c>) set the scale
/// that a formula names. Biases count as their own fan in and out.
/// </summary>
public enum Initializer
{
    /// <summary>Uniform with variance <c>scale / average(fanIn, fanOut)</c>. Scale 1.</summary>
    GlorotUniform,

    /// <summary>Truncated normal with variance <c>scale / average(fanIn, fanOut)</c>. Scale 1.</summary>
    GlorotNormal,

    /// <summary>Uniform with variance <c>scale / fanIn</c>. Scale 2.</summary>
    HeUniform,

    /// <summary>Truncated normal with variance <c>scale / fanIn</c>. Scale 2.</summary>
    HeNormal,

    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>All the value given beside it (<c>KernelConstant</c>, <c>BiasConstant</c>).</summary>
    Constant,

    /// <summary>Uniform with variance <c>scale / fanIn</c>. Scale 1.</summary>
    LecunUniform,

    /// <summary>Truncated normal with variance <c>scale / fanIn</c>. Scale 1.</summary>
    LecunNormal,

    /// <summary>Normal with the scale as its standard deviation. Scale 0.05.</summary>
    RandomNormal,

    /// <summary>Normal with the scale as its standard deviation, cut at 2 of them, which leaves 0.88 of it. Scale 0.05.</summary>
    TruncatedNormal,

    /// <summary>Uniform from <c>-scale</c> to below <c>scale</c>. Scale 0.05.</summary>
    RandomUniform,

    /// <summary>
    /// A matrix with orthonormal rows or columns, whichever are fewer, times the scale (Keras' gain); of more axes, all but the
    /// last count as rows. Scale 1.
    /// </summary>
    Orthogonal,

    /// <summary>The scale (Keras' gain) on the diagonal of a matrix, 0 elsewhere. Scale 1.</summary>
    Identity,

    /// <summary>
    /// Variance <c>scale / fan</c>, with the fan and the distribution given beside it (<c>KernelFanMode</c>, <c>KernelDistribution</c>).
    /// Scale 1.
    /// </summary>
    VarianceScaling,
}
