using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace StaticNets;

/// <summary>
/// The path of a file that values are part of: <c>net-{epoch:00}-{val_loss:F3}.safetensors</c>. Doubled braces stand for themselves.
/// </summary>
internal sealed partial class PathPattern(string path)
{
    private readonly string _path = path;

    /// <summary>Whether no value is part of it.</summary>
    public bool IsFixed => !Placeholders.Any();

    private IEnumerable<Match> Placeholders => Brace().Matches(_path).Where(match => match.Groups["name"].Success);

    /// <summary>The folder as far as it is known before there are values.</summary>
    public string FixedFolder
    {
        get
        {
            int end = Placeholders.Select(match => match.Index).FirstOrDefault(_path.Length);
            return Path.GetDirectoryName(Path.GetFullPath(Unescaped(_path[..end]) + "x"))!;
        }
    }

    /// <param name="sampleOf">A value like those that will be there under a name; null for an unknown one.</param>
    /// <param name="known">What names there are, for the message.</param>
    /// <exception cref="ArgumentException">A name is unknown, or a format does not fit.</exception>
    public void Check(Func<string, IFormattable?> sampleOf, IEnumerable<string> known) => Fill(sampleOf, known);

    /// <summary>The path with values in it.</summary>
    /// <param name="valueOf">The value of a name; null for an unknown one.</param>
    /// <param name="known">What names there are, for the message.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public string Fill(Func<string, IFormattable?> valueOf, IEnumerable<string> known) => Brace().Replace(_path, match =>
    {
        if (!match.Groups["name"].Success)
        {
            return match.Value[..1];
        }

        string name = match.Groups["name"].Value;
        string format = match.Groups["format"].Value;
        IFormattable value = valueOf(name) ?? throw new ArgumentException(
            $"The path '{_path}' names '{name}', which is not there; there are: {string.Join(", ", known)}.");
        try
        {
            return PlaceholderFormat.Apply(value, format);
        }
        catch (FormatException)
        {
            throw new ArgumentException(
                $"The path '{_path}' gives '{name}' the format '{format}', which is neither .NET's nor Python's for such a number.");
        }
    });

    private static string Unescaped(string text) => Brace().Replace(text, match => match.Value[..1]);

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[^{}:]+)(:(?<format>[^{}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Brace();
}
