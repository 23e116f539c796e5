using System.IO;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNets.Generator.Diagnostics;

/// <summary>Where the pages about the diagnostics are: files in the package, and nowhere else yet.</summary>
internal static class HelpLink
{
    private const string PagesProperty = "build_property.StaticNetsPages";

    /// <summary>
    /// The address of a page in the package that the project references, as its targets name the folder; null without a package.
    /// </summary>
    public static string? InPackage(AnalyzerConfigOptions options, string id) =>
        options.TryGetValue(PagesProperty, out string? folder) && folder.Length > 0
            && Uri.TryCreate(Path.Combine(folder, id + ".md"), UriKind.Absolute, out Uri? page)
                ? page.AbsoluteUri
                : null;
}
