using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>Emits the gradients of queries, keys and values, from the probabilities that the forward pass kept.</summary>
internal static class AttentionBackward
{
    private const int Query = 0;
    private const int Key = 1;
    private const int Value = 2;

    private static readonly string[] s_inputs = ["q", "k", "v"];

    public static void Emit(KernelEmission emission, AttentionShape shape, NamedBuffer probabilities)
    {
        bool needsScores = emission.NeedsInputGradient(Query) || emission.NeedsInputGradient(Key);
        if (!needsScores && !emission.NeedsInputGradient(Value))
        {
            return;
        }

        emission.Emit(
            "BackwardData",
            $"dq, dk and dv of each sample and head, through y = softmax(q k^T / sqrt({Literal.Int(shape.KeyDim)})) v: "
                + $"{emission.Shape.WithBatch} -> "
                + $"{emission.InputShape().WithBatch}, {emission.InputShape(1).WithBatch}, {emission.InputShape(2).WithBatch}.",
            [
                .. needsScores ? s_inputs.Select((name, i) => emission.X(i).As(name)) : [],
                emission.Extra(probabilities).As("p"),
                emission.DY,
                .. s_inputs.Select((name, i) => emission.NeedsInputGradient(i) ? emission.DX(i).As("d" + name) : null),
                emission.Scratch,
                shape.Drops ? emission.DropoutKey() : null,
                emission.Range,
            ],
            new HeadBackward(emission, shape, needsScores).Write);
    }

    /// <summary>The body of the loop over heads, and the kernels that it calls.</summary>
    private sealed class HeadBackward(KernelEmission emission, AttentionShape shape, bool needsScores)
    {
        private readonly HeadKernels _kernels = new(emission, shape);

        public void Write(SourceWriter writer)
        {
            if (needsScores)
            {
                writer.Refer("dp", "scratch", shape.TransposedSize);
            }

            if (shape.Drops)
            {
                writer.Refer("dropped", "scratch", shape.TransposedSize + shape.ScoresSize);
            }

            HeadLoop.Write(writer, shape, Operands(), "p", () =>
            {
                if (emission.NeedsInputGradient(Value))
                {
                    WriteValue(writer);
                }

                if (needsScores)
                {
                    WriteScores(writer);
                }
            });
        }

        private List<HeadOperand> Operands()
        {
            HeadOperand[] inputs =
            [
                new("q", shape.Queries, shape.KeyDim), new("k", shape.Keys, shape.KeyDim), new("v", shape.Keys, shape.ValueDim),
            ];
            return
            [
                new("dy", shape.Queries, shape.ValueDim),
                .. needsScores ? inputs : [],
                .. inputs.Where((_, i) => emission.NeedsInputGradient(i)).Select(input => input with { Name = "d" + input.Name }),
            ];
        }

        private void WriteValue(SourceWriter writer)
        {
            if (shape.Drops)
            {
                writer.Line(_kernels.Drop());
            }

            string summary = $"dv = p^T dy of one head: {_kernels.KeyRows(shape.ValueDim)}.";
            writer.Line(_kernels.OverQueries("BackwardValue", summary, [shape.Drops ? "dropped" : "ph", "dyh", "dvh"], shape.ValueDim));
        }

        private void WriteScores(SourceWriter writer)
        {
            string summary = $"dp = dy v^T of one head: {_kernels.Scores}.";
            string product = _kernels.OfTransposed("BackwardProbabilities", summary, ["dyh", "transposed", "dp"], shape.ValueDim, scale: 1);
            string softmax = emission.Kernel(
                "BackwardScores",
                $"ds = p (dp - sum of p dp) / sqrt({Literal.Int(shape.KeyDim)}) of one head, in the place of dp: {_kernels.Scores}.",
                [KernelOperand.Reference("p", "ph"), KernelOperand.Reference("dp"), .. shape.Drops ? _kernels.Draws : []],
                kernel => ProbabilityRows.WriteBackward(kernel, emission.Flavour, shape));
            writer.Line(_kernels.Transpose("vh", shape.ValueDim));
            writer.Line(product);
            writer.Line(softmax);
            if (emission.NeedsInputGradient(Query))
            {
                string query = $"dq = ds k of one head: {_kernels.QueryRows(shape.KeyDim)}.";
                writer.Line(_kernels.OverKeys("BackwardQuery", query, ["dp", "kh", "dqh"], shape.KeyDim));
            }

            if (emission.NeedsInputGradient(Key))
            {
                string key = $"dk = ds^T q of one head: {_kernels.KeyRows(shape.KeyDim)}.";
                writer.Line(_kernels.OverQueries("BackwardKey", key, ["dp", "qh", "dkh"], shape.KeyDim));
            }
        }
    }
}
