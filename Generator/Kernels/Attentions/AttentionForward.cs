using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>Emits <c>y = softmax(q k^T / sqrt(K)) v</c> of each head.</summary>
internal static class AttentionForward
{
    /// <param name="emission">The layer's; its inputs are queries, keys and values.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="kept">Where training keeps the probabilities; null in inference.</param>
    public static void Emit(KernelEmission emission, AttentionShape shape, NamedBuffer? kept)
    {
        var kernels = new HeadKernels(emission, shape);
        bool hasMask = emission.Operation.Operands.Count > 3;
        bool drops = kept is not null && shape.Drops;
        string limit = shape.IsCausal ? ", for the keys up to each query" : "";
        string scores = kernels.OfTransposed(
            "Scores",
            $"s = q k^T / sqrt({Literal.Int(shape.KeyDim)}) of one head{limit}: {kernels.Scores}.",
            ["qh", "transposed", "ph"],
            shape.KeyDim,
            shape.Scale);
        KernelOperand? mask = hasMask ? KernelOperand.Reference("mask").From(At.Times("n", shape.Keys)) : null;
        string softmax = emission.Kernel(
            "Probabilities",
            $"p = softmax(s) of one head, in its place{limit}{(hasMask ? ", without the masked keys" : "")}: {kernels.Scores}.",
            [KernelOperand.Reference("s", "ph"), mask],
            writer => ProbabilityRows.WriteForward(writer, emission.Flavour, shape, hasMask));
        string drop = drops ? kernels.Drop() : "";
        string context = kernels.OverKeys(
            "Context",
            $"y = p v of one head{limit}: {kernels.QueryRows(shape.ValueDim)}.",
            [drops ? "dropped" : "ph", "vh", "yh"],
            shape.ValueDim);
        emission.Emit(
            kept is null ? "Forward" : "ForwardKeepingProbabilities",
            $"y = softmax(q k^T / sqrt({Literal.Int(shape.KeyDim)})) v of each sample and head: {emission.InputShape().WithBatch}, "
                + $"{emission.InputShape(1).WithBatch}, {emission.InputShape(2).WithBatch} -> {emission.Shape.WithBatch}.",
            [
                emission.X(0).As("q"),
                emission.X(1).As("k"),
                emission.X(2).As("v"),
                hasMask ? emission.X(3).As("mask") : null,
                kept is null ? null : emission.Extra(kept).As("p"),
                emission.Y,
                emission.Scratch,
                drops ? emission.DropoutKey() : null,
                emission.Range,
            ],
            writer =>
            {
                if (drops)
                {
                    writer.Refer("dropped", "scratch", shape.TransposedSize);
                }

                HeadOperand[] operands =
                [
                    new("q", shape.Queries, shape.KeyDim),
                    new("k", shape.Keys, shape.KeyDim),
                    new("v", shape.Keys, shape.ValueDim),
                    new("y", shape.Queries, shape.ValueDim),
                ];
                HeadLoop.Write(writer, shape, operands, kept is null ? null : "p", () =>
                {
                    writer.Line(kernels.Transpose("kh", shape.KeyDim));
                    writer.Line(scores);
                    writer.Line(softmax);
                    if (drops)
                    {
                        writer.Line(drop);
                    }

                    writer.Line(context);
                });
            });
    }
}
