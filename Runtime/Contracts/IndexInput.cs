using System;

namespace StaticNets;

/// <summary>A piece of each sample that holds indexes: whole numbers from 0 to below a limit.</summary>
/// <param name="Offset">Where it begins in a sample, in floats.</param>
/// <param name="Length">How many indexes a sample has there.</param>
/// <param name="Limit">The smallest number that is no index.</param>
public sealed record IndexInput(int Offset, int Length, int Limit)
{
    // A NaN fails the first comparison.
    internal bool Contains(float value) => value >= 0 && value < Limit && value == MathF.Truncate(value);
}
