using System;

namespace StaticNets.Serialization;

/// <summary>Formats of weight files that are told by their first bytes, for messages to who reads them as something else.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Advice">How it is read.</param>
internal sealed record KnownFormat(string Name, string Advice)
{
    /// <summary>How many bytes <see cref="Of"/> looks at.</summary>
    public const int Length = 9;

    private static readonly KnownFormat s_zip = new(
        "a zip archive, as .npz files are, .keras files and PyTorch's",
        "LoadNpz reads .npz files, and docs/weights.md says how others are exported");

    private static readonly KnownFormat s_array = new(
        "a single array of NumPy (.npy)", "numpy.savez writes all weights to one file, each with its name, which LoadNpz reads");

    private static readonly KnownFormat s_hdf5 = new(
        "an HDF5 file, as Keras' .h5 files are", "docs/weights.md says how Keras' weights are exported");

    private static readonly KnownFormat s_pickle = new(
        "a pickle of Python, which can run code and is not read", "docs/weights.md says how PyTorch's weights are exported");

    private static readonly KnownFormat s_safetensors = new("a safetensors file", "Load reads it");

    /// <param name="begin">The first bytes of a file.</param>
    /// <returns>Null where they are of none.</returns>
    public static KnownFormat? Of(ReadOnlySpan<byte> begin) =>
        begin.StartsWith("PK\u0003\u0004"u8) || begin.StartsWith("PK\u0005\u0006"u8) ? s_zip
        : begin.StartsWith<byte>([0x93, .. "NUMPY"u8]) ? s_array
        : begin.StartsWith<byte>([0x89, .. "HDF"u8]) ? s_hdf5
        : begin.StartsWith<byte>([0x80, 0x02, 0x8A, 0x0A]) ? s_pickle
        : begin.Length == Length && begin[^1] == '{' ? s_safetensors
        : null;
}
