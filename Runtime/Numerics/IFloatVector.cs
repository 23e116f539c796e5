using System.Numerics;

namespace StaticNets.Execution;

/// <summary>A vector of some width, so that an optimizer's formula is written once.</summary>
internal interface IFloatVector<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IFloatVector<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Create(float value);

    static abstract TSelf Load(ref float source, nuint offset);

    void Store(ref float destination, nuint offset);

    /// <summary><c>a * b + c</c>.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf value);

    static abstract TSelf Abs(TSelf value);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>-1 or 1; zeros and NaN stay.</summary>
    static abstract TSelf Sign(TSelf value);

    /// <summary>The sum over the lanes.</summary>
    static abstract float Sum(TSelf value);

    /// <summary>The lanes whose magnitude is below the limit become 0.</summary>
    static abstract TSelf ZeroBelow(TSelf value, TSelf limit);
}
