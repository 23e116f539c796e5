namespace StaticNets.Data;

/// <summary>A source that hands on another one's labels, targets and weights, in whatever order.</summary>
internal interface IDerivedSource
{
    /// <summary>The source that it reads.</summary>
    IBatchSource Source { get; }
}
