using System;

namespace StaticNets;

/// <summary>
/// Marks a partial class as a neural network whose layers stand in the attributes below it. The source generator writes the rest.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StaticNetAttribute : Attribute
{
    /// <summary>
    /// How many vector multiply-adds of one emitted tile may be laid out as straight-line code before a loop is kept around them. Default
    /// 96. A larger value unrolls more and costs code size and compile time; from 0 to 1500, as much as the JIT optimizes.
    /// </summary>
    public int UnrollBudget { get; set; } = 96;

    /// <summary>
    /// How convolutions are computed that don't say it themselves. Default <see cref="ConvolutionAlgorithm.Auto"/>. Winograd's algorithms
    /// apply to 3x3 kernels with strides of 1; others are computed directly.
    /// </summary>
    public ConvolutionAlgorithm Convolution { get; set; }
}
