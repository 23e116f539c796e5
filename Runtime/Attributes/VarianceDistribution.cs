#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>The distribution that <see cref="Initializer.VarianceScaling"/> draws from.</summary>
public enum VarianceDistribution
{
    /// <summary>Normal, cut at 2 standard deviations and scaled to the variance after the cut.</summary>
    TruncatedNormal,

    /// <summary>Normal.</summary>
    UntruncatedNormal,

    /// <summary>Uniform around 0.</summary>
    Uniform,
}
