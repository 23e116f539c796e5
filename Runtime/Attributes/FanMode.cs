#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>What <see cref="Initializer.VarianceScaling"/> divides its scale by.</summary>
public enum FanMode
{
    /// <summary>The inputs of one output.</summary>
    FanIn,

    /// <summary>The outputs that one input reaches.</summary>
    FanOut,

    /// <summary>The average of both.</summary>
    FanAverage,
}
