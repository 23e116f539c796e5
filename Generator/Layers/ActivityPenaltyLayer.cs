using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The penalty of a layer's output: <c>l1 sum |y| + l2 sum y^2</c> of each sample, which nobody reads but the trainer. Its derivative joins
/// the gradient that the readers of y have left.
/// </summary>
internal sealed class ActivityPenaltyLayer(Penalty penalty) : Layer
{
    /// <summary>One value for each sample.</summary>
    public static readonly Shape Output = new(1);

    public override string Kind => "ActivityPenalty";

    public override bool IsPenalty => true;

    /// <summary>Nothing comes back from the output, so it has no gradient to keep.</summary>
    public override bool HasGradient => false;

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => Output;

    public override void EmitForward(LayerEmission emission)
    {
        int size = emission.InputShape().Size;
        string method = emission.Kernel(
            "Forward",
            $"The penalty of each sample's y: {emission.InputShape().WithBatch} -> {Output.WithBatch}.",
            "ref float y, ref float penalty, int n0, int n1",
            writer =>
            {
                using (writer.Block("for (int n = n0; n < n1; n++)"))
                {
                    writer.Line($"ref float yn = {At.Ref("y", At.Times("n", size))};");
                    WriteSums(writer, emission.Flavour.Fit(size), size);
                }
            });
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Shape input = emission.InputShape();
        int size = input.Size;
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "Backward",
            $"dy {(accumulates ? "+" : "")}= the penalty's gradient: {input.WithBatch}.",
            "ref float y, float penaltyScale, ref float dy, int n0, int n1",
            writer =>
            {
                PenaltyGradient.Declare(writer, penalty);
                SampleLoop.Write(
                    writer,
                    emission.Flavour,
                    size,
                    accumulates ? [new("y", size), new("dy", size)] : [new("y", size)],
                    new("dy", size),
                    (flavour, values) => PenaltyGradient.Add(flavour, penalty, accumulates ? values[1] : flavour.Zero, values[0]));
            });
        emission.Call(method, emission.X(), "memory.PenaltyScale / memory.Count", emission.DX(), emission.Range);
    }

    private void WriteSums(SourceWriter writer, Flavour flavour, int size)
    {
        var terms = new List<string>();
        var sums = new List<string>();
        if (penalty.L1 != 0)
        {
            writer.Line($"{flavour.Type} magnitudes = {flavour.Zero};");
            sums.Add("magnitudes");
            terms.Add($"{Literal.Float(penalty.L1)} * {flavour.Class}.Sum(magnitudes)");
        }

        if (penalty.L2 != 0)
        {
            writer.Line($"{flavour.Type} squares = {flavour.Zero};");
            sums.Add("squares");
            terms.Add($"{Literal.Float(penalty.L2)} * {flavour.Class}.Sum(squares)");
        }

        RowLoop.WriteSums(writer, flavour, size, sums, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} v = {RowLoop.Masked(flavour, flavour.Load("yn", offset), lanes, flavour.Zero)};");
            if (penalty.L1 != 0)
            {
                writer.Line($"magnitudes += {flavour.Abs("v")};");
            }

            if (penalty.L2 != 0)
            {
                writer.Line($"squares = {flavour.MultiplyAdd("v", "v", "squares")};");
            }
        });
        writer.Line($"Unsafe.Add(ref penalty, n) = {string.Join(" + ", terms)};");
    }
}
