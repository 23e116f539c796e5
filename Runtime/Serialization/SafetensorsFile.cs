using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace StaticNets.Serialization;

/// <summary>What was read from a safetensors file.</summary>
/// <param name="Parameters">The net's parameters.</param>
/// <param name="Arrays">What a checkpoint keeps beside them, by name, where it was wanted.</param>
internal sealed record SafetensorsFile(float[] Parameters, IReadOnlyDictionary<string, float[]> Arrays)
{
    /// <summary>The lines of the metadata that are ours.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>The names of our lines in the metadata.</summary>
internal static class MetadataKeys
{
    /// <summary>Begins all of them.</summary>
    public const string Prefix = "staticnets.";

    /// <summary>Says that we wrote the file, so that it has a checksum: without this line a damaged name would hide it.</summary>
    public const string Format = Prefix + "format";

    /// <summary>The CRC-32C of the whole file, in hexadecimal digits, which count as zeros in it.</summary>
    public const string Checksum = Prefix + "crc32c";

    /// <summary>What a checkpoint says of the trainer and the fit.</summary>
    public const string Checkpoint = Prefix + "checkpoint";
}
