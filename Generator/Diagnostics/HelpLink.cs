using System;
using System.IO;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNets.Generator.Diagnostics;

/// <summary>Where the pages about the diagnostics are.</summary>
internal static class HelpLink
{
    /// <summary>
    /// Where the files of the repository are shown; the pages are files in it. It is shown nowhere yet, so this is a name that nobody can
    /// ever own. The package holds the pages: <see cref="InPackage"/>.
    /// </summary>
    private const string Repository = "https://staticnets.invalid/";

    private const string PagesProperty = "build_property.StaticNetsPages";

    /// <summary>A page's address is this, the diagnostic's id and <c>.md</c>.</summary>
    public const string Pages = Repository + "docs/diagnostics/";

    /// <summary>
    /// The address of a page in the package that the project references, as its targets name the folder; null without a package.
    /// </summary>
    public static string? InPackage(AnalyzerConfigOptions options, string id) =>
        options.TryGetValue(PagesProperty, out string? folder) && folder.Length > 0
            && Uri.TryCreate(Path.Combine(folder, id + ".md"), UriKind.Absolute, out Uri? page)
                ? page.AbsoluteUri
                : null;
}
