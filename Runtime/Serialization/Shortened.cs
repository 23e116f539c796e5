using System;

namespace StaticNets.Serialization;

/// <summary>Names from files, for error messages: a hostile one may be megabytes long or hold control characters.</summary>
internal static class Shortened
{
    private const int MaxLength = 100;

    public static string Name(string name)
    {
        string start = name.Length <= MaxLength ? name : string.Concat(name.AsSpan(0, MaxLength), "...");
        return string.Create(start.Length, start, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) ? '?' : text[i];
            }
        });
    }
}
