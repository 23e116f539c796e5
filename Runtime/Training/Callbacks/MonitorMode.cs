namespace StaticNets;

/// <summary>In which direction a monitored value gets better.</summary>
public enum MonitorMode
{
    /// <summary>By the name: losses and errors down, accuracies and the like up. A name that is unknown is an error.</summary>
    Auto,

    /// <summary>Smaller is better.</summary>
    Min,

    /// <summary>Larger is better.</summary>
    Max,
}
