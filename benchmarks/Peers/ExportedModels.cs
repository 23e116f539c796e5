using System;
using System.Collections.Generic;
using System.IO;

namespace StaticNets.Benchmarks.Peers;

/// <summary>The nets as ONNX files, exported by PyTorch when first needed. They are deleted in the end.</summary>
internal sealed class ExportedModels(PeerPool pool) : IDisposable
{
    private readonly Dictionary<(string Net, int Batch), string> _files = [];
    private string? _directory;

    /// <param name="net">The net's name in Peers/pytorch_nets.py.</param>
    /// <param name="batch">The number of samples, which is fixed in the model.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="PeerMissingException">PyTorch is not installed or can't export.</exception>
    public string Export(string net, int batch)
    {
        if (!_files.TryGetValue((net, batch), out string? path))
        {
            _directory ??= Directory.CreateTempSubdirectory("staticnets-").FullName;
            path = Path.Combine(_directory, FormattableString.Invariant($"{net}-{batch}.onnx"));
            ExportTo(path, net, batch);
            _files.Add((net, batch), path);
        }

        return path;
    }

    private void ExportTo(string path, string net, int batch)
    {
        try
        {
            pool.Get(PeerKind.PyTorch, threads: 1).Ask(FormattableString.Invariant($"export {net} {batch} {path}"), "exported");
        }
        catch (PeerMissingException missing)
        {
            throw new PeerMissingException($"PyTorch did not export the model: {missing.Message}");
        }
    }

    public void Dispose()
    {
        if (_directory is not null)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
