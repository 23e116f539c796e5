using System;
using System.IO;
using StaticNets.Serialization;

namespace StaticNets;

/// <summary>Weights to and from safetensors files: F32, the names of <see cref="NetInfo.Tensors"/>, shapes in Keras' layout.</summary>
public static class SafetensorsExtensions
{
    /// <summary>
    /// Writes the weights to a file. It is written beside, flushed to the disk and renamed, so that a file of that name is the
    /// old or the new one, whole.
    /// </summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public static void Save<TNet>(this IStaticNet<TNet> net, string path)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        AtomicFile.Write(path, net.Save);
    }

    /// <summary>Writes the weights to a stream, which stays open.</summary>
    public static void Save<TNet>(this IStaticNet<TNet> net, Stream stream)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter.Write(stream, TNet.Info, net.Parameters);
    }

    /// <summary>
    /// Replaces all weights by those of a file. Its tensors must be the net's, by name, type and shape; their order does not matter.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is damaged or belongs to another net; the message says where. The weights are untouched.
    /// </exception>
    /// <exception cref="IOException">The file can't be read. The weights are untouched.</exception>
    public static void Load<TNet>(this IStaticNet<TNet> net, string path)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        net.SetParameters(SafetensorsReader.Read(file, TNet.Info, path));
    }

    /// <summary>Replaces all weights by those of a stream, which is read to its end and stays open.</summary>
    /// <exception cref="InvalidDataException">
    /// The contents are damaged or belong to another net; the message says where. The weights are untouched.
    /// </exception>
    public static void Load<TNet>(this IStaticNet<TNet> net, Stream stream)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(stream);
        net.SetParameters(SafetensorsReader.Read(stream, TNet.Info, "The stream"));
    }
}
