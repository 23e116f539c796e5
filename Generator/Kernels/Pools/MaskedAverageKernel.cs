using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The mean over the steps of a sequence that its mask counts; 0 where it counts none.</summary>
internal sealed class MaskedAverageKernel : Kernel
{
    public override void EmitForward(KernelEmission emission) => Emit(
        emission,
        "Forward",
        $"y = the mean of the steps of x whose mask is not 0: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
        emission.X(),
        emission.Y,
        (writer, flavour, steps, channels) => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} sum = {flavour.Zero};");
            new LongSum(writer, flavour, ["sum"]).Over("t", steps, 1, () => IfCounted(
                writer, () => writer.Line($"sum += {flavour.Load("xn", At.Sum(At.Times("t", channels), offset))};")));
            writer.Line($"{flavour.Type} mean = sum * {flavour.Broadcast("share")};");
            VectorStore.WriteAt(writer, flavour, "mean", "yn", offset, lanes);
        }));

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Emit(
            emission,
            accumulates ? "BackwardAdd" : "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy over the number of steps that count, for these: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            emission.DX(),
            emission.DY,
            (writer, flavour, steps, channels) => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} g = {flavour.Load("dyn", offset)} * {flavour.Broadcast("share")};");
                string place = At.Sum(At.Times("t", channels), offset);
                string otherwise = accumulates ? "" : flavour.Zero;
                ForEachStep(
                    writer,
                    steps,
                    () =>
                    {
                        writer.Line($"{flavour.Type} result = g{(accumulates ? " + " + flavour.Load("dxn", place) : "")};");
                        VectorStore.WriteComputed(writer, flavour, "result", "dxn", place, lanes);
                    },
                    otherwise,
                    zero => VectorStore.WriteComputed(writer, flavour, zero, "dxn", place, lanes));
            }));
    }

    private static void Emit(
        KernelEmission emission,
        string pass,
        string summary,
        KernelOperand sequence,
        KernelOperand row,
        Action<SourceWriter, Flavour, int, int> body)
    {
        Shape input = emission.InputShape();
        emission.Emit(
            pass,
            summary,
            [sequence, emission.X(1).As("mask"), row, emission.Range],
            writer =>
            {
                using (writer.Each("n", (sequence.Name, input.Size), ("mask", input[0]), (row.Name, input.Last)))
                {
                    writer.Line("int count = 0;");
                    ForEachStep(writer, input[0], () => writer.Line("count++;"), "");
                    writer.Line("float share = count > 0 ? 1f / count : 0f;");
                    body(writer, emission.Flavour.Fit(input.Last), input[0], input.Last);
                }
            });
    }

    private static void IfCounted(SourceWriter writer, Action counted)
    {
        using (writer.Block($"if ({At.Value("maskn", "t")} != 0f)"))
        {
            counted();
        }
    }

    private static void ForEachStep(SourceWriter writer, int steps, Action counted, string otherwise, Action<string>? write = null)
    {
        using (writer.Block($"for (int t = 0; t < {Literal.Int(steps)}; t++)"))
        {
            IfCounted(writer, counted);

            if (otherwise.Length > 0)
            {
                using (writer.Block("else"))
                {
                    write?.Invoke(otherwise);
                }
            }
        }
    }
}
