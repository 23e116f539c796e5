using System;

namespace StaticNets;

/// <summary>Declares an input of the net.</summary>
/// <param name="shape">The shape of one sample without the batch axis, channels last: <c>[Input(28, 28, 1)]</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The shape of one sample without the batch axis, channels last.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>
    /// The name by which layers refer to this input in <see cref="LayerAttribute.From"/>. Default:
    /// <c>input_layer</c>, numbered as Keras does.
    /// </summary>
    public string? Name { get; set; }
}
