using System;

namespace StaticNets;

/// <summary>A layer of a net. Layers run in source order; each reads the one above unless <see cref="From"/> names another.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The layer's name. Default: Keras' snake_case name of the class, numbered from the second on (<c>conv2d</c>, <c>conv2d_1</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name of the layer or input to read. Default: the layer above.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Whether the weights stay as they are while the net trains: Keras' <c>trainable = False</c>. They have no penalty then, and neither
    /// gradients nor optimizer state. Default false.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>
    /// The factor of the penalty <c>ActivityL1 * sum |y| / B</c> over the layer's output behind its activation, for a batch of B samples.
    /// It is there in training only, sample weights don't scale it, and it counts for frozen layers, too. On a wrapper it is that of the
    /// wrapper's output. Default 0.
    /// </summary>
    public double ActivityL1 { get; set; }

    /// <summary>
    /// The factor of the penalty <c>ActivityL2 * sum y^2 / B</c>, which is otherwise like that of <see cref="ActivityL1"/>. Default 0.
    /// </summary>
    public double ActivityL2 { get; set; }
}
