using System;

namespace StaticNets.Tests.Nets;

/// <summary>How a net of the catalogue wants to be checked, where that is not as usual.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CheckedAttribute : Attribute
{
    /// <summary>Whether weights, inputs and targets are small whole numbers, so that float computes exactly and ties are met.</summary>
    public bool WholeNumbers { get; set; }

    /// <summary>The width of the range of the inputs around 0.</summary>
    public float InputScale { get; set; } = 2;

    /// <summary>Multiplies the tolerances: more than 1 where values are so large that float itself rounds them coarsely.</summary>
    public double Slack { get; set; } = 1;

    /// <summary>
    /// The tensor, or with a slash before it the kind of tensor, whose gradient is 0 by its nature here, or too small beside the net's largest to be compared well: other
    /// nets have larger ones.
    /// </summary>
    public string? SmallGradient { get; set; }

    /// <summary>The samples with which the net is checked for long sums alone, with its own tolerances; 0 for a net of the catalogue.</summary>
    public int LongSums { get; set; }

    /// <summary>Whether equal inputs would leave nothing of the net's output.</summary>
    public bool IsNormalizing { get; set; }

    /// <summary>Why the net is not in the catalogue: another test has it.</summary>
    public string? Elsewhere { get; set; }
}
