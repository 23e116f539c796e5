using System;
using System.IO;

namespace StaticNets.Data;

/// <summary>Where the characters of a CSV file come from.</summary>
internal interface ICharReader
{
    /// <summary>Reads some of the next characters.</summary>
    /// <returns>How many; 0 at the end alone.</returns>
    /// <exception cref="InvalidDataException">The bytes are not UTF-8.</exception>
    int Read(Span<char> characters);
}

/// <summary>The characters of a text.</summary>
internal sealed class TextChars(TextReader text) : ICharReader
{
    public int Read(Span<char> characters) => text.Read(characters);
}
