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

    public static void Emit(KernelEmission emission, AttentionShape shape, NamedBuffer probabilities)
    {
        bool needsScores = emission.NeedsInputGradient(Query) || emission.NeedsInputGradient(Key);
        if (!needsScores && !emission.NeedsInputGradient(Value))
        {
            return;
        }

        string method = emission.Kernel(
            "BackwardData",
            $"dq, dk and dv of each sample and head, through y = softmax(q k^T / sqrt({Literal.Int(shape.KeyDim)})) v: "
                + $"{emission.Shape.WithBatch} -> "
                + $"{emission.InputShape().WithBatch}, {emission.InputShape(1).WithBatch}, {emission.InputShape(2).WithBatch}.",
            Parameters(emission, shape, needsScores),
            new HeadBackward(emission, shape, needsScores).Write);
        var arguments = new List<string>();
        if (needsScores)
        {
            arguments.AddRange([emission.X(Query), emission.X(Key), emission.X(Value)]);
        }

        arguments.AddRange([emission.Extra(probabilities), emission.DY]);
        for (int i = Query; i <= Value; i++)
        {
            // Nobody else reads these inputs, so nothing is there to add to.
            if (emission.NeedsInputGradient(i) && !emission.Accumulates(i))
            {
                arguments.Add(emission.DX(i));
            }
        }

        arguments.AddRange([emission.Scratch, shape.Drops ? emission.DropoutKey() : "", emission.Range]);
        emission.Call(method, [.. arguments]);
    }

    private static string Parameters(KernelEmission emission, AttentionShape shape, bool needsScores)
    {
        string inputs = needsScores ? "ref float q, ref float k, ref float v, " : "";
        string gradients = "";
        string[] names = ["dq", "dk", "dv"];
        for (int i = Query; i <= Value; i++)
        {
            gradients += emission.NeedsInputGradient(i) ? $"ref float {names[i]}, " : "";
        }

        return $"{inputs}ref float p, ref float dy, {gradients}ref float scratch, {(shape.Drops ? "ulong key, " : "")}int n0, int n1";
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
            var operands = new List<HeadOperand> { new("dy", shape.Queries, shape.ValueDim) };
            if (needsScores)
            {
                operands.Add(new("q", shape.Queries, shape.KeyDim));
                operands.Add(new("k", shape.Keys, shape.KeyDim));
                operands.Add(new("v", shape.Keys, shape.ValueDim));
            }

            if (emission.NeedsInputGradient(Query))
            {
                operands.Add(new("dq", shape.Queries, shape.KeyDim));
            }

            if (emission.NeedsInputGradient(Key))
            {
                operands.Add(new("dk", shape.Keys, shape.KeyDim));
            }

            if (emission.NeedsInputGradient(Value))
            {
                operands.Add(new("dv", shape.Keys, shape.ValueDim));
            }

            return operands;
        }

        private void WriteValue(SourceWriter writer)
        {
            if (shape.Drops)
            {
                writer.Line($"{_kernels.Drop()}(ref ph, ref dropped, key, first);");
            }

            string summary = $"dv = p^T dy of one head: {_kernels.KeyRows(shape.ValueDim)}.";
            string method = _kernels.OverQueries("BackwardValue", summary, shape.ValueDim);
            writer.Line($"{method}(ref {(shape.Drops ? "dropped" : "ph")}, ref dyh, ref dvh);");
        }

        private void WriteScores(SourceWriter writer)
        {
            string summary = $"dp = dy v^T of one head: {_kernels.Scores}.";
            string product = _kernels.OfTransposed("BackwardProbabilities", summary, shape.ValueDim, scale: 1);
            string softmax = emission.Kernel(
                "BackwardScores",
                $"ds = p (dp - sum of p dp) / sqrt({Literal.Int(shape.KeyDim)}) of one head, in the place of dp: {_kernels.Scores}.",
                "ref float p, ref float dp" + (shape.Drops ? ", ulong key, uint first" : ""),
                kernel => ProbabilityRows.WriteBackward(kernel, emission.Flavour, shape));
            writer.Line(_kernels.Transpose("vh", shape.ValueDim));
            writer.Line($"{product}(ref dyh, ref transposed, ref dp);");
            writer.Line($"{softmax}(ref ph, ref dp{(shape.Drops ? ", key, first" : "")});");
            if (emission.NeedsInputGradient(Query))
            {
                string query = $"dq = ds k of one head: {_kernels.QueryRows(shape.KeyDim)}.";
                string method = _kernels.OverKeys("BackwardQuery", query, shape.KeyDim);
                writer.Line($"{method}(ref dp, ref kh, ref dqh);");
            }

            if (emission.NeedsInputGradient(Key))
            {
                string key = $"dk = ds^T q of one head: {_kernels.KeyRows(shape.KeyDim)}.";
                string method = _kernels.OverQueries("BackwardKey", key, shape.KeyDim);
                writer.Line($"{method}(ref dp, ref qh, ref dkh);");
            }
        }
    }
}
