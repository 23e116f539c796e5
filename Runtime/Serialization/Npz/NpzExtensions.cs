using System;
using System.Collections.Generic;
using System.IO;
using StaticNets.Serialization;

namespace StaticNets;

/// <summary>
/// Weights to and from NumPy's .npz files, and from PyTorch's and Keras' weights that were saved as such (docs/weights.md).
/// </summary>
public static class NpzExtensions
{
    /// <summary>
    /// Writes the weights to a file that <c>numpy.load</c> reads: an array for each weight, by its name. It is written beside, flushed to
    /// the disk and
    /// renamed.
    /// </summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public static void SaveNpz<TNet>(this IStaticNet<TNet> net, string path)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        AtomicFile.Write(path, net.SaveNpz);
    }

    /// <summary>Writes the weights to a stream, which stays open.</summary>
    public static void SaveNpz<TNet>(this IStaticNet<TNet> net, Stream stream)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(stream);
        NpzArchive.Write(stream, TNet.Info, net.Parameters);
    }

    /// <summary>Replaces all weights by those of a file: floats of 32, 64 or 16 bits in row-major order, plain or compressed.</summary>
    /// <param name="net">The net.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Where its weights come from. Default: names and layout are the net's own, which are Keras'.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged or belongs to another net; the message says where. The weights are untouched.
    /// </exception>
    /// <exception cref="IOException">The file can't be read. The weights are untouched.</exception>
    public static void LoadNpz<TNet>(this IStaticNet<TNet> net, string path, WeightImportOptions? options = null)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        net.SetParameters(Read(file, TNet.Info, options, path));
    }

    /// <summary>The same from a stream, which must be able to seek and stays open.</summary>
    /// <exception cref="InvalidDataException">
    /// The contents are damaged or belong to another net; the message says where. The weights are untouched.
    /// </exception>
    public static void LoadNpz<TNet>(this IStaticNet<TNet> net, Stream stream, WeightImportOptions? options = null)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The stream must be able to seek.", nameof(stream));
        }

        net.SetParameters(Read(stream, TNet.Info, options, "The stream"));
    }

    private static float[] Read(Stream stream, NetInfo info, WeightImportOptions? options, string source)
    {
        options ??= new WeightImportOptions();
        List<NamedArray> arrays = NpzArchive.Read(
            stream,
            source,
            info.ParameterCount,
            names => WeightImport.CheckNames(names, info, options, source),
            name => !WeightImport.IsCounter(name));
        return WeightImport.Arrange(arrays, info, options, source);
    }
}
