using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary>An activation of its own, where it is fused into nothing.</summary>
internal sealed class ActivateKernel(Activate operation) : Kernel
{
    private Activation Activation => operation.Activation;

    private RowFormula? Rows => Activation.IsOfRows ? ActivationFormulas.OfRows(Activation) : null;

    public override void EmitForward(KernelEmission emission)
    {
        Shape shape = emission.Shape;
        string formula = Rows is { } ofRows ? $"y = {ofRows.Formula} over the last axis" : $"y = {Activation.Name}(z)";
        emission.Emit(
            "Forward",
            $"{formula}: {shape.WithBatch}.",
            [emission.X().As("z"), emission.Y, emission.Range],
            writer =>
        {
            if (Rows is { } rows)
            {
                ForEachRow(writer, shape, ["z", "y"], () =>
                    rows.WriteForward(writer, emission.Flavour.Fit(shape.Last), shape.Last, "zn", "yn"));
            }
            else
            {
                SampleLoop.Write(
                    writer,
                    emission.Flavour,
                    shape.Size,
                    [new("z", shape.Size)],
                    new("y", shape.Size),
                    (flavour, values) => Activation.Forward(flavour, values[0]));
            }
        });
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape shape = emission.Shape;
        bool inPlace = emission.IsInPlace;
        if (Rows is not { } rows)
        {
            ActivationBackward.Emit(
                emission,
                "Backward",
                Activation,
                Activation.DerivativeReadsInput ? emission.X() : emission.Y,
                inPlace ? null : emission.DX(),
                accumulates);
        }
        else
        {
            emission.Emit(
                "Backward",
                $"dz = {rows.GradientFormula} over the last axis: {shape.WithBatch}.",
                [emission.Y, emission.DY, emission.DX().As("dz"), emission.Range],
                writer => ForEachRow(writer, shape, ["y", "dy", "dz"], () =>
                    rows.WriteBackward(writer, emission.Flavour.Fit(shape.Last), shape.Last, "yn", "dyn", "dzn", accumulates)));
        }
    }

    private static void ForEachRow(SourceWriter writer, Shape shape, IReadOnlyList<string> operands, Action body)
    {
        string rows = shape.Rows == 1 ? "" : " * " + Literal.Int(shape.Rows);
        using (writer.Block($"for (int n = n0{rows}; n < n1{rows}; n++)"))
        {
            foreach (string operand in operands)
            {
                writer.Refer(operand + "n", operand, At.Times("n", shape.Last));
            }

            body();
        }
    }
}
