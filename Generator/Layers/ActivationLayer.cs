using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>An activation function as a layer of its own. Passes fuse cheap ones into the layer before, and split costly ones off it.</summary>
internal sealed class ActivationLayer(string function) : Layer
{
    public override string Kind => "Activation";

    public override string Description => $"Activation({Function})";

    /// <summary>The member of <c>StaticNets.Activation</c>.</summary>
    public string Function { get; } = function;

    public override BackwardNeeds BackwardNeeds =>
        ActivationCatalogue.Find(Function) is { DerivativeReadsInput: true } ? BackwardNeeds.Input : BackwardNeeds.Output;

    public static Layer Read(ArgumentReader arguments) => new ActivationLayer(arguments.Enum("Activation", "Linear", ActivationCatalogue.Names));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override void EmitForward(LayerEmission emission)
    {
        Shape shape = emission.Node.Shape;
        if (ActivationCatalogue.Find(Function) is { } function)
        {
            string method = emission.Kernel(
                "Forward", $"y = {Function}(z): {shape.WithBatch}.", "ref float z, ref float y, int n0, int n1",
                writer => SampleLoop.Write(
                    writer, emission.Flavour, shape.Size, [new("z", shape.Size)], new("y", shape.Size), (flavour, values) => function.Forward(flavour, values[0])));
            emission.Call(method, emission.X(), emission.Y, emission.Range);
            return;
        }

        string softmax = emission.Kernel(
            "Forward", $"y = softmax(z) over the last axis: {shape.WithBatch}.", "ref float z, ref float y, int n0, int n1",
            writer => ForEachRow(writer, shape, ["z", "y"], () => SoftmaxRows.WriteForward(writer, emission.Flavour.Fit(shape.Last), shape.Last, "zn", "yn")));
        emission.Call(softmax, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Shape shape = emission.Node.Shape;
        bool inPlace = emission.DX() == emission.DY;
        bool accumulates = !inPlace && emission.Accumulates();
        if (ActivationCatalogue.Find(Function) is { } function)
        {
            ActivationBackward.Emit(emission, "Backward", function, function.DerivativeReadsInput ? emission.X() : emission.Y, emission.DY, emission.DX(), accumulates);
            return;
        }

        string method = emission.Kernel(
            "Backward", $"dz = y (dy - sum(y dy)) over the last axis: {shape.WithBatch}.", "ref float y, ref float dy, ref float dz, int n0, int n1",
            writer => ForEachRow(writer, shape, ["y", "dy", "dz"], () => SoftmaxRows.WriteBackward(writer, emission.Flavour.Fit(shape.Last), shape.Last, "yn", "dyn", "dzn", accumulates)));
        emission.Call(method, emission.Y, emission.DY, emission.DX(), emission.Range);
    }

    private static void ForEachRow(SourceWriter writer, Shape shape, IReadOnlyList<string> operands, System.Action body)
    {
        string rows = shape.Rows == 1 ? "" : " * " + Literal.Int(shape.Rows);
        using (writer.Block($"for (int n = n0{rows}; n < n1{rows}; n++)"))
        {
            foreach (string operand in operands)
            {
                writer.Line($"ref float {operand}n = {At.Ref(operand, At.Times("n", shape.Last))};");
            }

            body();
        }
    }
}
