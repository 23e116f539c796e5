namespace StaticNets.Generator.Ir;

/// <summary>An operation with a kernel, perhaps a bias, and perhaps an activation in registers.</summary>
internal abstract record WeightedOperation : ActivatedOperation
{
    public required Weight Kernel { get; init; }

    /// <summary>What is added to each output channel, or null.</summary>
    public required Weight? Bias { get; init; }

    /// <summary>A batch normalization whose factors a pass folded into kernel and bias, or null. It adds a bias in any case.</summary>
    public Ops.BatchNormalization? Folded { get; init; }

    /// <summary>Whether something is added to each output channel: a bias, or what a folded normalization leaves.</summary>
    public bool AddsBias => Bias is not null || Folded is not null;

    /// <summary>How many values of the kernel stand behind each other for the same output channel.</summary>
    public virtual int KernelRun => 1;

    public override IReadOnlyList<Weight> Weights => Bias is { } bias ? [Kernel, bias] : [Kernel];

    public override bool BackwardReadsOperands => true;

    public override IEnumerable<Setting> Settings
    {
        get
        {
            foreach (Setting setting in base.Settings)
            {
                yield return setting;
            }

            if (Folded is { } folded)
            {
                yield return new("folded", folded.Origin.Layer);
            }
        }
    }
}
