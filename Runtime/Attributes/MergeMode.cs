#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>How the outputs of two directions become one.</summary>
public enum MergeMode
{
    /// <summary>Side by side along the last axis, the way forward first.</summary>
    Concat,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product, value by value.</summary>
    Mul,

    /// <summary>Their mean.</summary>
    Ave,
}
