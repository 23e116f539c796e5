namespace StaticNets;

/// <summary>How weights start, with Keras' formulas.</summary>
public enum Initializer
{
    /// <summary>Uniform within <c>sqrt(6 / (fanIn + fanOut))</c>.</summary>
    GlorotUniform,

    /// <summary>Truncated normal with variance <c>2 / (fanIn + fanOut)</c>.</summary>
    GlorotNormal,

    /// <summary>Uniform within <c>sqrt(6 / fanIn)</c>.</summary>
    HeUniform,

    /// <summary>Truncated normal with variance <c>2 / fanIn</c>.</summary>
    HeNormal,

    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>All the value given beside it (<c>KernelConstant</c>, <c>BiasConstant</c>).</summary>
    Constant,
}
