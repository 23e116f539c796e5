using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A view of sequences (T, …) as T samples (…) each, for the layer in a <c>[TimeDistributed]</c>.
/// </summary>
internal sealed class SplitStepsLayer : Layer
{
    public override string Kind => "SplitSteps";

    public override bool IsView => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => Step(inputs[0]);

    /// <summary>The shape of one step.</summary>
    public static Shape Step(Shape sequence) => new([.. sequence.Dimensions.Skip(1)]);

    public override void EmitForward(LayerEmission emission)
    {
    }
}
