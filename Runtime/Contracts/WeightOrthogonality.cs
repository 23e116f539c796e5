namespace StaticNets;

/// <summary>
/// The penalty of a matrix whose rows or columns should be at right angles: the factor times the mean <c>|cos|</c> of the angles between
/// every two of them.
/// </summary>
/// <param name="Factor">The factor.</param>
/// <param name="Mode">Whether rows or columns are compared.</param>
public sealed record WeightOrthogonality(float Factor, OrthogonalMode Mode);
