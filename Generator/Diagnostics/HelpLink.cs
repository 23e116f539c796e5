namespace StaticNets.Generator.Diagnostics;

/// <summary>Where the pages about the diagnostics are.</summary>
internal static class HelpLink
{
    /// <summary>Where the files of the repository are shown; the pages are files in it.</summary>
    private const string Repository = "https://staticnets.dev/";

    /// <summary>A page's address is this, the diagnostic's id and <c>.md</c>.</summary>
    public const string Pages = Repository + "docs/diagnostics/";
}
