using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary>The penalty of a value for each sample, and its derivative.</summary>
internal sealed class ActivityPenaltyKernel(ActivityPenalty operation) : Kernel
{
    private readonly Penalty _penalty = operation.Penalty;

    public override void EmitForward(KernelEmission emission)
    {
        int size = emission.InputShape().Size;
        emission.Emit(
            "Forward",
            $"The penalty of each sample's y: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X().As("y"), emission.Y.As("penalty"), emission.Range],
            writer =>
            {
                using (writer.Each("n", ("y", size)))
                {
                    WriteSums(writer, emission.Flavour.Fit(size), size);
                }
            });
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape input = emission.InputShape();
        int size = input.Size;
        emission.Emit(
            "Backward",
            $"dy {(accumulates ? "+" : "")}= the penalty's gradient: {input.WithBatch}.",
            [emission.X().As("y"), emission.PenaltyScale("memory.PenaltyScale / memory.Count"), emission.DX().As("dy"), emission.Range],
            writer =>
            {
                PenaltyGradient.Declare(writer, _penalty);
                SampleLoop.Write(
                    writer,
                    emission.Flavour,
                    size,
                    accumulates ? [new("y", size), new("dy", size)] : [new("y", size)],
                    new("dy", size),
                    (flavour, values) => PenaltyGradient.Add(flavour, _penalty, accumulates ? values[1] : flavour.Zero, values[0]));
            });
    }

    private void WriteSums(SourceWriter writer, Flavour flavour, int size)
    {
        var terms = new List<string>();
        var sums = new List<string>();
        if (_penalty.L1 != 0)
        {
            writer.Line($"{flavour.Type} magnitudes = {flavour.Zero};");
            sums.Add("magnitudes");
            terms.Add($"{Literal.Float(_penalty.L1)} * {flavour.Class}.Sum(magnitudes)");
        }

        if (_penalty.L2 != 0)
        {
            writer.Line($"{flavour.Type} squares = {flavour.Zero};");
            sums.Add("squares");
            terms.Add($"{Literal.Float(_penalty.L2)} * {flavour.Class}.Sum(squares)");
        }

        RowLoop.WriteSums(writer, flavour, size, sums, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} v = {RowLoop.Masked(flavour, flavour.Load("yn", offset), lanes, flavour.Zero)};");
            if (_penalty.L1 != 0)
            {
                writer.Line($"magnitudes += {flavour.Abs("v")};");
            }

            if (_penalty.L2 != 0)
            {
                writer.Line($"squares = {flavour.MultiplyAdd("v", "v", "squares")};");
            }
        });
        writer.Line($"Unsafe.Add(ref penalty, n) = {string.Join(" + ", terms)};");
    }
}
