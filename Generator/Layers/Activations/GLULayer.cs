using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>
/// <c>y = a * activation(b)</c>, where a and b are the halves of the last axis: each half is what is left of rows of two when the other is
/// cropped off.
/// </summary>
internal sealed class GLULayer(Activation activation) : Layer
{
    public override string Kind => "GLU";

    public override string Description => $"GLU({activation.Name})";

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) =>
        new GLULayer(ActivationReader.Read(arguments, defaultValue: Shared.Activation.Sigmoid));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (input.Last % 2 != 0)
        {
            const string WayOut = "the last axis is cut into two halves, so make it even";
            problems.Add(GraphDiagnostics.RankMismatch(problems.Label(this), "(…, 2 C)", problems.InputKind(), input, WayOut));
            return null;
        }

        return new Shape([.. input.Dimensions.Take(input.Rank - 1), input.Last / 2]);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        Value halves = lowering.Add(new View { X = lowering.X }, new Shape(shape.Rows, 2, shape.Last), "_halves");
        Value gate = lowering.Activate(Half(lowering, halves, shape, new Margins(0, 0, 1, 0), "_gate"), activation);
        Value kept = Half(lowering, halves, shape, new Margins(0, 0, 0, 1), "_kept");
        var product = new Merge { Function = MergeFunction.Multiply, Merged = [kept, gate] };
        Value result = lowering.Add(product, new Shape(shape.Rows, 1, shape.Last), "_product");
        return lowering.Add(new View { X = result }, shape);
    }

    private static Value Half(Lowering lowering, Value halves, Shape shape, Margins cropped, string suffix)
    {
        var crop = new Margin { X = halves, Outer = new Shape(shape.Rows, 2, shape.Last), Margins = cropped, IsAdded = false };
        return lowering.Add(crop, new Shape(shape.Rows, 1, shape.Last), suffix);
    }
}
