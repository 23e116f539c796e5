using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A merge that computes each value from the inputs' values at its place; an input's axis of size 1 serves all positions of the others'.
/// </summary>
internal abstract class ElementwiseMergeLayer(IReadOnlyList<string?> inputNames) : MergeLayer(inputNames)
{
    public sealed override MaskRole Masks => MaskRole.Pass;

    public sealed override BackwardNeeds BackwardNeeds => GradientReads(0, 1) ? BackwardNeeds.Input : BackwardNeeds.None;

    protected int InputCount { get; private set; }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        InputCount = inputs.Count;
        Shape common = inputs[0];
        for (int i = 1; i < inputs.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Broadcasting.Common(inputs[j], inputs[i]) is null)
                {
                    problems.Add(
                        "SN3004",
                        "Inputs",
                        this,
                        problems.InputName(j),
                        inputs[j].ToString(),
                        problems.InputName(i),
                        inputs[i].ToString());
                    return null;
                }
            }

            common = Broadcasting.Common(common, inputs[i])!;
        }

        return common;
    }

    /// <summary>The formula for comments: <c>x0 + x1</c>.</summary>
    protected abstract string Formula(IReadOnlyList<string> names);

    /// <summary>The value from the inputs' values.</summary>
    protected abstract string Value(Flavour flavour, IReadOnlyList<string> x);

    /// <summary>Whether the gradient of input i depends on the value of input j.</summary>
    protected virtual bool GradientReads(int i, int j) => false;

    /// <summary>The gradient of input i from the output's, and from the values that it reads.</summary>
    protected abstract string Gradient(Flavour flavour, int i, IReadOnlyList<string> x, string dy);

    /// <summary>How values are merged.</summary>
    protected abstract MergeFunction Function { get; }

    public sealed override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Merge { Function = Function, Merged = lowering.Inputs }, shape);

    public sealed override void EmitForward(LayerEmission emission)
    {
        Shape shape = emission.Shape;
        string[] names = Names(emission);
        string method = emission.Kernel(
            "Forward",
            $"y = {Formula(names)}: {Shapes(emission)}{shape.WithBatch}.",
            string.Join(", ", names.Append("y").Select(name => "ref float " + name)) + ", int n0, int n1",
            writer =>
            {
                if (HasOneShape(emission))
                {
                    LoopOperand[] operands = names.Select(name => new LoopOperand(name, shape.Size)).ToArray();
                    SampleLoop.Write(writer, emission.Flavour, shape.Size, operands, new("y", shape.Size), Value);
                }
                else
                {
                    IEnumerable<(string, Shape)> operands = names.Select((name, i) => (name, emission.InputShape(i)));
                    new BroadcastLoops(writer, emission.Flavour, shape, [.. operands, ("y", shape)]).Write(Value, adds: false);
                }
            });
        emission.Call(method, [.. names.Select((_, i) => emission.X(i)), emission.Y, emission.Range]);
    }

    public sealed override void EmitBackward(LayerEmission emission)
    {
        for (int i = 0; i < emission.Node.Inputs.Count; i++)
        {
            if (emission.NeedsInputGradient(i))
            {
                EmitBackward(emission, i);
            }
        }
    }

    private void EmitBackward(LayerEmission emission, int i)
    {
        Shape shape = emission.Shape;
        Shape input = emission.InputShape(i);
        bool accumulates = emission.Accumulates(i);
        int[] reads = Enumerable.Range(0, InputCount).Where(j => GradientReads(i, j)).ToArray();
        string[] names = reads.Select(j => "x" + Literal.Int(j)).ToArray();
        string what = input.Equals(shape) ? "the gradient" : "the sum of the gradients";
        string method = emission.Kernel(
            "BackwardData" + Literal.Int(i),
            $"dx {(accumulates ? "+" : "")}= {what} of input {Literal.Int(i)}: {shape.WithBatch} -> {input.WithBatch}.",
            string.Join(", ", names.Append("dy").Append("dx").Select(name => "ref float " + name)) + ", int n0, int n1",
            writer =>
            {
                if (input.Equals(shape) && reads.All(j => emission.InputShape(j).Equals(shape)))
                {
                    List<LoopOperand> operands = [.. names.Append("dy").Select(name => new LoopOperand(name, shape.Size))];
                    if (accumulates)
                    {
                        operands.Add(new LoopOperand("dx", shape.Size));
                    }

                    SampleLoop.Write(writer, emission.Flavour, shape.Size, operands, new("dx", shape.Size), (flavour, v) =>
                        (accumulates ? v[v.Count - 1] + " + " : "") + Gradient(flavour, i, Values(reads, v), v[reads.Length]));
                }
                else
                {
                    IEnumerable<(string, Shape)> operands = reads.Select(j => ("x" + Literal.Int(j), emission.InputShape(j)));
                    new BroadcastLoops(writer, emission.Flavour, shape, [.. operands, ("dy", shape), ("dx", input)])
                        .Write((flavour, v) => Gradient(flavour, i, Values(reads, v), v[reads.Length]), accumulates);
                }
            });
        emission.Call(method, [.. reads.Select(j => emission.X(j)), emission.DY, emission.DX(i), emission.Range]);
    }

    /// <summary>The values that were read, each at its input's place.</summary>
    private string[] Values(IReadOnlyList<int> reads, IReadOnlyList<string> values)
    {
        string[] x = new string[InputCount];
        for (int k = 0; k < reads.Count; k++)
        {
            x[reads[k]] = values[k];
        }

        return x;
    }

    private static string[] Names(LayerEmission emission) => emission.Node.Inputs.Select((_, i) => "x" + Literal.Int(i)).ToArray();

    private static bool HasOneShape(LayerEmission emission) => emission.Node.Inputs.All(input => input.Shape.Equals(emission.Shape));

    private static string Shapes(LayerEmission emission) =>
        HasOneShape(emission) ? "" : string.Join(", ", emission.Node.Inputs.Select(input => input.Shape.WithBatch)) + " -> ";
}
