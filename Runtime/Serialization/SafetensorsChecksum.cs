using System;
using System.Collections.Generic;
using System.IO;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// The checksum of a file that we wrote: of the header's length, the header and the data, so that no bit can be another one. Files of other
/// programs have none.
/// </summary>
internal sealed class SafetensorsChecksum
{
    /// <summary>What stands in the place of the digits while the checksum is computed.</summary>
    public const string Zeros = "00000000";

    private readonly string? _expected;
    private readonly string _source;
    private Crc32C _sum;

    /// <param name="prefix">The header's length as it stands in the file.</param>
    /// <param name="header">The header; the checksum's digits become zeros.</param>
    /// <param name="metadata">The lines of the metadata that are ours.</param>
    /// <param name="place">Where the digits stand in the header.</param>
    /// <param name="source">What error messages call the file.</param>
    /// <exception cref="InvalidDataException">It is a file of ours, but the checksum is missing.</exception>
    public SafetensorsChecksum(
        ReadOnlySpan<byte> prefix, Span<byte> header, IReadOnlyDictionary<string, string> metadata, Range place, string source)
    {
        _source = source;
        _expected = metadata.GetValueOrDefault(MetadataKeys.Checksum);
        if (_expected is not null && header[place].Length == Zeros.Length)
        {
            header[place].Fill((byte)'0');
        }
        else if (_expected is not null || metadata.Count > 0)
        {
            throw new InvalidDataException($"{source} is damaged: its checksum is missing.");
        }

        _sum.Append(prefix);
        _sum.Append(header);
    }

    public static string Text(Crc32C checksum) => Invariant($"{checksum.Value:x8}");

    public void Append(ReadOnlySpan<byte> data) => _sum.Append(data);

    /// <exception cref="InvalidDataException">What was read is not what was written.</exception>
    public void Check()
    {
        if (_expected is not null && _expected != Text(_sum))
        {
            throw new InvalidDataException($"{_source} is damaged: it does not have the checksum that its header gives.");
        }
    }
}
