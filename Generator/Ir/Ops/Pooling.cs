namespace StaticNets.Generator.Ir.Ops;

/// <summary>The largest value, or the mean, of each window of an image. The mean leaves padding out.</summary>
internal sealed record Pooling : UnaryOperation
{
    public required PoolingFunction Function { get; init; }

    public required WindowAxis Vertical { get; init; }

    public required WindowAxis Horizontal { get; init; }

    public required int Channels { get; init; }

    /// <summary>The window's height and width.</summary>
    public (int Vertical, int Horizontal) Window => (Vertical.Window, Horizontal.Window);

    /// <summary>Whether windows neither overlap nor leave the input.</summary>
    public bool Partitions =>
        Window == (Vertical.Stride, Horizontal.Stride) && !Vertical.IsPadded && !Horizontal.IsPadded;

    public override string Kind => "pooling";

    // The gradient of a maximum goes to the first of equals.
    public override bool BackwardReadsOperands => Function == PoolingFunction.Max;

    public override bool BackwardReadsResult => Function == PoolingFunction.Max;

    public override IEnumerable<Setting> Settings => [new("function", Function.ToString()), new("window", $"{Vertical} x {Horizontal}")];
}

/// <summary>What a pooling keeps of a window.</summary>
internal enum PoolingFunction
{
    Max,
    Average,
}
