namespace StaticNets.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask what was cached.</summary>
internal static class TrackingNames
{
    /// <summary>The declaration of one net.</summary>
    public const string Spec = "Spec";

    /// <summary>The names of nets that differ in letter case only.</summary>
    public const string CaseTwins = "CaseTwins";

    /// <summary>The targets that the build emits.</summary>
    public const string Targets = "Targets";
}
