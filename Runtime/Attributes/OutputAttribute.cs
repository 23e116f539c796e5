using System;

namespace StaticNets;

/// <summary>
/// Makes a layer a further output of the net; the last layer always is one. Outputs stand one after the other in each sample, in the order
/// of their layers. The net's loss is the sum of the outputs' losses, each times its weight.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>
    /// An output for predictions alone: training needs no targets for it and leaves it out. What it shows is trained by other outputs, or
    /// frozen.
    /// </summary>
    /// <param name="layer">The layer's name.</param>
    public OutputAttribute(string layer) => Layer = layer;

    /// <summary>An output with a loss.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="loss">The loss of its values.</param>
    public OutputAttribute(string layer, Loss loss)
    {
        Layer = layer;
        Loss = loss;
    }

    /// <summary>An output with a loss of your own.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="lossMethod">The name of the method, as <see cref="CompileAttribute(string, Optimizer)"/> takes it.</param>
    public OutputAttribute(string layer, string lossMethod)
    {
        Layer = layer;
        LossMethod = lossMethod;
    }

    /// <summary>The layer's name.</summary>
    public string Layer { get; }

    /// <summary>The loss of its values, where it is one of Keras'.</summary>
    public Loss Loss { get; }

    /// <summary>The name of the method that is the loss of its values, or null.</summary>
    public string? LossMethod { get; }

    /// <summary>
    /// What its loss is multiplied by in the net's. With 0 it is only reported, and still needs targets; without a loss it needs none.
    /// Default 1.
    /// </summary>
    public double Weight { get; set; } = 1;

    /// <inheritdoc cref="CompileAttribute.LabelSmoothing"/>
    public double LabelSmoothing { get; set; }

    /// <inheritdoc cref="CompileAttribute.Delta"/>
    public double Delta { get; set; } = 1;

    /// <inheritdoc cref="CompileAttribute.Gamma"/>
    public double Gamma { get; set; } = 2;

    /// <inheritdoc cref="CompileAttribute.Alpha"/>
    public double Alpha { get; set; } = 0.25;

    /// <inheritdoc cref="CompileAttribute.IgnoreClass"/>
    public int IgnoreClass { get; set; }

    /// <inheritdoc cref="CompileAttribute.ApplyClassBalancing"/>
    public bool ApplyClassBalancing { get; set; }

    /// <summary>What <c>Fit</c> and <c>Evaluate</c> report of it, under the layer's name: <c>box_mean_absolute_error</c>.</summary>
    public Metric[] Metrics { get; set; } = [];

    /// <inheritdoc cref="CompileAttribute.ClassIds"/>
    public int[] ClassIds { get; set; } = [];
}
