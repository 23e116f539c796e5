using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary>Each value from the operands' values at its place; an axis of size 1 serves all positions of the others'.</summary>
internal sealed class MergeKernel(Merge operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape shape = emission.Shape;
        string[] names = Names(emission);
        emission.Emit(
            "Forward",
            $"y = {MergeFormulas.Text(operation.Function, names)}: {Shapes(emission)}{shape.WithBatch}.",
            [.. names.Select((name, i) => emission.X(i).As(name)), emission.Y, emission.Range],
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
    }

    public override void EmitBackward(KernelEmission emission)
    {
        for (int i = 0; i < operation.Merged.Count; i++)
        {
            if (emission.NeedsInputGradient(i))
            {
                EmitBackward(emission, i);
            }
        }
    }

    private void EmitBackward(KernelEmission emission, int i)
    {
        Shape shape = emission.Shape;
        Shape input = emission.InputShape(i);
        bool accumulates = emission.Accumulates(i);
        IEnumerable<int> inputs = Enumerable.Range(0, operation.Merged.Count);
        int[] reads = inputs.Where(j => MergeFormulas.GradientReads(operation.Function, i, j)).ToArray();
        string[] names = reads.Select(j => "x" + Literal.Int(j)).ToArray();
        string what = input.Equals(shape) ? "the gradient" : "the sum of the gradients";
        emission.Emit(
            "BackwardData" + Literal.Int(i),
            $"dx {(accumulates ? "+" : "")}= {what} of input {Literal.Int(i)}: {shape.WithBatch} -> {input.WithBatch}.",
            [.. reads.Select((j, k) => emission.X(j).As(names[k])), emission.DY, emission.DX(i), emission.Range],
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
                        (accumulates ? v[v.Count - 1] + " + " : "") + GradientOf(flavour, i, reads, v));
                }
                else
                {
                    IEnumerable<(string, Shape)> operands = reads.Select(j => ("x" + Literal.Int(j), emission.InputShape(j)));
                    new BroadcastLoops(writer, emission.Flavour, shape, [.. operands, ("dy", shape), ("dx", input)])
                        .Write((flavour, v) => GradientOf(flavour, i, reads, v), accumulates);
                }
            });
    }

    /// <summary>The values that were read, each at its input's place.</summary>
    private string[] Values(IReadOnlyList<int> reads, IReadOnlyList<string> values)
    {
        string[] x = new string[operation.Merged.Count];
        for (int k = 0; k < reads.Count; k++)
        {
            x[reads[k]] = values[k];
        }

        return x;
    }

    private static string[] Names(KernelEmission emission) => emission.Operation.Operands.Select((_, i) => "x" + Literal.Int(i)).ToArray();

    private string GradientOf(Flavour flavour, int i, int[] reads, IReadOnlyList<string> v) =>
        MergeFormulas.Gradient(operation.Function, flavour, i, Values(reads, v), v[reads.Length]);

    private static bool HasOneShape(KernelEmission emission) => OperandShapes(emission).All(shape => shape.Equals(emission.Shape));

    private static IEnumerable<Shape> OperandShapes(KernelEmission emission) =>
        emission.Operation.Operands.Select(operand => emission.Operation.OfStep(operand.Value));

    private static string Shapes(KernelEmission emission) =>
        HasOneShape(emission) ? "" : string.Join(", ", OperandShapes(emission).Select(shape => shape.WithBatch)) + " -> ";

    private string Value(Flavour flavour, IReadOnlyList<string> x) => MergeFormulas.Value(operation.Function, flavour, x);
}
