using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan.Attentions;

/// <summary>How an attention is run.</summary>
internal sealed record AttentionPlan : OperationPlan
{
    public AttentionPlan(Attention operation, OperationUse use)
        : base(operation, use)
    {
        Shape = new AttentionShape
        {
            Queries = operation.OfStep(operation.Queries)[0],
            Keys = operation.OfStep(operation.Keys)[0],
            Heads = operation.Heads,
            KeyDim = operation.KeyDim,
            ValueDim = operation.ValueDim,
            IsCausal = operation.IsCausal,
            DropoutRate = operation.Dropout,
        };
        if (use.Trains)
        {
            Probabilities = new NamedBuffer("Probabilities", MemorySize.Product(Shape.Heads, Shape.Queries, Shape.PaddedKeys));
            Saved = [Probabilities];
        }

        Scratch = Shape.ScratchSize;
    }

    public AttentionShape Shape { get; }

    /// <summary>The probabilities of all heads, which training keeps.</summary>
    public NamedBuffer? Probabilities { get; }
}
