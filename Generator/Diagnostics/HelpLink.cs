namespace StaticNets.Generator.Diagnostics;

/// <summary>Where the pages about the diagnostics are.</summary>
internal static class HelpLink
{
    /// <summary>A page's address is this and the diagnostic's id.</summary>
    public const string Pages = "https://staticnets.dev/diagnostics/";
}
