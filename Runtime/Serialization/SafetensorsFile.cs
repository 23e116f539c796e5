using System.Collections.Generic;

namespace StaticNets.Serialization;

/// <summary>What was read from a safetensors file.</summary>
/// <param name="Parameters">The net's parameters.</param>
/// <param name="Arrays">What a checkpoint keeps beside them, by name, where it was wanted.</param>
/// <param name="Metadata">The lines of the metadata that are ours.</param>
internal sealed record SafetensorsFile(
    float[] Parameters, IReadOnlyDictionary<string, float[]> Arrays, IReadOnlyDictionary<string, string> Metadata);

/// <summary>The names of our lines in the metadata.</summary>
internal static class MetadataKeys
{
    /// <summary>Begins all of them.</summary>
    public const string Prefix = "staticnets.";

    /// <summary>The CRC-32C of all that follows the header, in hexadecimal digits.</summary>
    public const string Checksum = Prefix + "crc32c";

    /// <summary>What a checkpoint says of the trainer and the fit.</summary>
    public const string Checkpoint = Prefix + "checkpoint";
}
