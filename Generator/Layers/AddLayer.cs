using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>The sum of layers of the same shape.</summary>
internal sealed class AddLayer(IReadOnlyList<string?> inputNames) : MergeLayer(inputNames)
{
    public override string Kind => "Add";

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer Read(ArgumentReader arguments) => new AddLayer(arguments.Texts("Inputs"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        for (int i = 1; i < inputs.Count; i++)
        {
            if (!inputs[i].Equals(inputs[0]))
            {
                problems.Add("SN3004", "Inputs", this, problems.InputName(0), inputs[0].ToString(), problems.InputName(i), inputs[i].ToString());
                return null;
            }
        }

        return inputs[0];
    }

    public override void EmitForward(LayerEmission emission)
    {
        Shape shape = emission.Node.Shape;
        string[] names = emission.Node.Inputs.Select((_, i) => "x" + Literal.Int(i)).ToArray();
        string method = emission.Kernel(
            "Forward",
            $"y = {string.Join(" + ", names)}: {shape.WithBatch}.",
            string.Join(", ", names.Append("y").Select(name => "ref float " + name)) + ", int n0, int n1",
            writer => SampleLoop.Write(
                writer, emission.Flavour, shape.Size, names.Select(name => new Operand(name, shape.Size)).ToArray(), new("y", shape.Size),
                (_, values) => string.Join(" + ", values)));
        string[] inputs = names.Select((_, i) => emission.X(i)).ToArray();
        emission.Call(method, [.. inputs, emission.Y, emission.Range]);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        int size = emission.Node.Shape.Size;
        for (int i = 0; i < emission.Node.Inputs.Count; i++)
        {
            if (emission.NeedsInputGradient(i))
            {
                SliceCopy.EmitBackward(emission, i, size, 1, size, 0);
            }
        }
    }
}
