namespace StaticNets.Generator.Ir;

/// <summary>What rows are divided by.</summary>
internal enum RowStatistic
{
    /// <summary>The mean is subtracted; then <c>sqrt(variance + epsilon)</c>.</summary>
    Variance,

    /// <summary><c>sqrt(mean square + epsilon)</c>.</summary>
    MeanSquare,

    /// <summary><c>sqrt(max(sum of squares, epsilon))</c>.</summary>
    SquareSum,
}
