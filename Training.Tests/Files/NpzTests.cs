using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using StaticNets.Serialization;
using Xunit;

namespace StaticNets.Training.Tests.Files;

public sealed class NpzTests : IDisposable
{
    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "Data");
    private static readonly WeightImportOptions s_torch = new() { Layout = WeightLayout.PyTorch };

    private readonly string _directory = Directory.CreateTempSubdirectory("npz").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_convolutional_net_that_PyTorch_trained_gives_its_outputs()
    {
        TorchConvNet net = new();
        net.LoadNpz(Path.Combine(s_data, "torch-conv.npz"), s_torch with { FlattenedShape = [3, 2, 5] });
        float[] outputs = new float[8 * 3];
        net.Predict(Torch("images"), outputs);
        Close(Torch("image_outputs"), outputs);
    }

    [Fact]
    public void A_net_with_a_depthwise_convolution_that_PyTorch_trained_gives_its_outputs()
    {
        TorchDepthwiseNet net = new();
        net.LoadNpz(Path.Combine(s_data, "torch-depthwise.npz"), s_torch);
        float[] outputs = new float[8 * 3];
        net.Predict(Torch("pictures"), outputs);
        Close(Torch("picture_outputs"), outputs);
    }

    [Fact]
    public void Tables_of_embeddings_are_not_transposed()
    {
        NetInfo info = new()
        {
            Name = "Words", InputSize = 1, OutputSize = 2, ParameterCount = 4, Classes = 2,
            Tensors = [new TensorInfo("embedding/embeddings", [2, 2], 0, 4)],
        };
        NamedArray table = new("weight", [2, 2], [1, 2, 3, 4]);
        Assert.Equal([1f, 2, 3, 4], WeightImport.Arrange([table], info, s_torch, "it"));
        info = new() { Name = "Rows", InputSize = 2, OutputSize = 2, ParameterCount = 4, Classes = 2, Tensors = [new TensorInfo("dense/kernel", [2, 2], 0, 4)] };
        Assert.Equal([1f, 3, 2, 4], WeightImport.Arrange([table], info, s_torch, "it"));
    }

    [Fact]
    public void A_dense_net_that_PyTorch_trained_gives_its_outputs()
    {
        TorchDenseNet net = new();
        net.LoadNpz(Path.Combine(s_data, "torch-dense.npz"), s_torch);
        float[] outputs = new float[8 * 3];
        net.Predict(Torch("rows"), outputs);
        Close(Torch("row_outputs"), outputs);

        TorchDenseNet byName = new();
        byName.LoadNpz(Path.Combine(s_data, "torch-dense.npz"), s_torch with
        {
            Names = new Dictionary<string, string>
            {
                ["dense/kernel"] = "0.weight", ["dense/bias"] = "0.bias", ["dense_1/kernel"] = "2.weight", ["dense_1/bias"] = "2.bias",
            },
        });
        Assert.Equal(net.Parameters.ToArray(), byName.Parameters.ToArray());
    }

    /// <summary>The nets of docs/weights.md, whose layers have PyTorch's defaults written out: see tools/reference/torch_defaults.py.</summary>
    [Fact]
    public void Layers_with_other_defaults_in_PyTorch_give_its_outputs_where_these_are_written_out()
    {
        TorchNormalizedNet images = new();
        images.LoadNpz(Path.Combine(s_data, "torch-normalized.npz"), s_torch);
        float[] outputs = new float[8 * 2];
        images.Predict(Torch("images", "torch-defaults.npz"), outputs);
        AssertNear(Torch("image_outputs", "torch-defaults.npz"), outputs, 1e-5f);

        TorchRowsNet rows = new();
        rows.LoadNpz(Path.Combine(s_data, "torch-rows.npz"), s_torch);
        rows.Predict(Torch("rows", "torch-defaults.npz"), outputs);
        AssertNear(Torch("row_outputs", "torch-defaults.npz"), outputs, 1e-5f);

        // With Keras' own they would be others.
        KerasNormalizedNet keras = new();
        keras.LoadNpz(Path.Combine(s_data, "torch-normalized.npz"), s_torch);
        keras.Predict(Torch("images", "torch-defaults.npz"), outputs);
        Assert.True(Torch("image_outputs", "torch-defaults.npz").Zip(outputs).Max(pair => Math.Abs(pair.First - pair.Second)) > 0.2);
    }

    /// <summary>The file comes from the lines in docs/weights.md: see tools/reference/keras_weights.py.</summary>
    [Fact]
    public void What_the_lines_for_Keras_write_gives_the_trained_nets_outputs()
    {
        TorchConvNet net = new();
        string path = Path.Combine(s_data, "keras-conv.npz");
        net.LoadNpz(path, new WeightImportOptions { ByPosition = true });
        float[] outputs = new float[8 * 3];
        net.Predict(Torch("images"), outputs);
        Close(Torch("image_outputs"), outputs);
        Assert.Contains("lacks 'conv2d/kernel'", Refused(new TorchConvNet(), path, null), StringComparison.Ordinal);
    }

    [Fact]
    public void What_PyTorch_flattened_is_asked_for_and_checked()
    {
        TorchConvNet net = new();
        string path = Path.Combine(s_data, "torch-conv.npz");
        Assert.Contains("FlattenedShape", Refused(net, path, s_torch), StringComparison.Ordinal);
        Assert.Contains("30 values", Refused(net, path, s_torch with { FlattenedShape = [3, 2, 4] }), StringComparison.Ordinal);
        Assert.Contains("needs (3, 3, 2, 4)", Refused(net, path, s_torch with { Layout = WeightLayout.Keras, ByPosition = true }),
            StringComparison.Ordinal);
        Assert.Contains("lacks 'conv2d/kernel'", Refused(net, path, null), StringComparison.Ordinal);
        Assert.Contains("holds 4 arrays", Refused(net, Path.Combine(s_data, "torch-dense.npz"), s_torch), StringComparison.Ordinal);
    }

    [Fact]
    public void NumPy_s_compressed_doubles_and_halves_are_read()
    {
        SmallNet net = new();
        net.LoadNpz(Path.Combine(s_data, "numpy.npz"));
        Assert.Equal([.. Enumerable.Range(0, 12).Select(i => i / 8f), 1, 2, 3], net.Parameters.ToArray());
    }

    [Fact]
    public void What_was_saved_comes_back_bit_by_bit_and_NumPy_reads_it()
    {
        TorchConvNet net = new(seed: 4);
        net.Parameters[1] = float.NaN;
        net.Parameters[2] = -0f;
        string path = Path.Combine(_directory, "net.npz");
        net.SaveNpz(path);
        TorchConvNet other = new();
        other.LoadNpz(path);
        Assert.Equal(net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits),
            other.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits));

        // The layout that NumPy documents: the header ends with a line feed at a multiple of 64 bytes.
        using ZipArchive zip = ZipFile.OpenRead(path);
        Assert.Equal(
            ["conv2d/kernel.npy", "conv2d/bias.npy", "conv2d_1/kernel.npy", "conv2d_1/bias.npy", "dense/kernel.npy", "dense/bias.npy",
                "dense_1/kernel.npy", "dense_1/bias.npy"],
            zip.Entries.Select(entry => entry.FullName));
        MemoryStream contents = new();
        using (Stream entry = zip.Entries[0].Open())
        {
            entry.CopyTo(contents);
        }

        byte[] bytes = contents.ToArray();
        Assert.StartsWith("\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (3, 3, 2, 4), } ",
            Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal((byte)'\n', bytes[127]);
        Assert.Equal(128 + (3 * 3 * 2 * 4 * 4), bytes.Length);
    }

    [Theory]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (4, 3), }", "type '|O'")]
    [InlineData("{'descr': '<i8', 'fortran_order': False, 'shape': (4, 3), }", "type '<i8'")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (4, 3), }", "type '>f4'")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (4, 3), }", "Fortran")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 4), }", "truncated")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 2), }", "goes on")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }", "needs (4, 3)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999), }", "too large")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 99999999999), }", "too large")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-4, 3), }", "NumPy would not write")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': __import__('os'), }", "NumPy would not write")]
    [InlineData("", "NumPy would not write")]
    public void Lying_headers_are_refused(string header, string reason)
    {
        SmallNet net = new();
        float[] before = net.Parameters.ToArray();
        string path = Path.Combine(_directory, "bad.npz");
        Write(path, ("dense/kernel.npy", Npy(header, 48)),
            ("dense/bias.npy", Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 12)));
        string message = Refused(net, path, null);
        Assert.StartsWith($"{path}", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Archives_with_more_less_or_the_same_twice_are_refused()
    {
        byte[] kernel = Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 3), }", 48);
        byte[] bias = Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 12);
        string path = Path.Combine(_directory, "bad.npz");
        Write(path, ("dense/kernel.npy", kernel));
        Assert.Contains("lacks 'dense/bias'", Refused(new SmallNet(), path, null), StringComparison.Ordinal);
        Write(path, ("dense/kernel.npy", kernel), ("dense/kernel.npy", kernel));
        Assert.Contains("twice", Refused(new SmallNet(), path, null), StringComparison.Ordinal);
        Write(path, ("dense/kernel.npy", kernel), ("dense/bias.npy", bias), ("x.npy", bias));
        Assert.Contains("holds 'x', which SmallNet does not have", Refused(new SmallNet(), path, null), StringComparison.Ordinal);
        Assert.Contains("holds 3 arrays ('dense/kernel', 'dense/bias', 'x'), but SmallNet has 2 weights",
            Refused(new SmallNet(), path, new WeightImportOptions { ByPosition = true }), StringComparison.Ordinal);
        Write(path, ("x.npy", bias), ("dense/kernel.npy", kernel), ("dense/bias.npy", bias));
        Assert.Contains("holds 'x'", Refused(new SmallNet(), path, null), StringComparison.Ordinal);
        Write(path, ("dense/kernel.npy", kernel), ("bn.num_batches_tracked.npy", [1]), ("dense/bias.npy", bias));
        new SmallNet().LoadNpz(path);
    }

    [Fact]
    public void Files_of_other_formats_are_named()
    {
        SmallNet net = new();
        string path = Path.Combine(_directory, "file");
        File.WriteAllBytes(path, Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 12));
        Assert.Contains("a single array of NumPy (.npy): numpy.savez", Refused(net, path, null), StringComparison.Ordinal);
        Assert.Contains("a single array of NumPy (.npy)", RefusedByLoad(net, path), StringComparison.Ordinal);
        net.Save(path);
        Assert.Contains("no .npz file, but a safetensors file: Load reads it", Refused(net, path, null), StringComparison.Ordinal);
        net.SaveNpz(path);
        Assert.Contains("no safetensors file, but a zip archive, as .npz files are", RefusedByLoad(net, path), StringComparison.Ordinal);
        File.WriteAllBytes(path, [0x89, .. "HDF\r\n\u001a\n"u8, .. new byte[100]]);
        Assert.Contains("HDF5", RefusedByLoad(net, path), StringComparison.Ordinal);
        File.WriteAllBytes(path, [0x80, 0x02, 0x8A, 0x0A, .. new byte[100]]);
        Assert.Contains("pickle", RefusedByLoad(net, path), StringComparison.Ordinal);
        File.WriteAllText(path, "a,b,c,d,e,f\n");
        Assert.Contains("is a damaged zip file", Refused(net, path, null), StringComparison.Ordinal);
        Assert.Contains("is no safetensors file or is damaged", RefusedByLoad(net, path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        string path = Path.Combine(_directory, "bomb.npz");
        byte[] large = Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (20000000,), }", 80_000_000);
        Write(path, ("dense/kernel.npy", large));
        Assert.InRange(new FileInfo(path).Length, 0, 200_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(new SmallNet(), path, null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static string Refused<TNet>(TNet net, string path, WeightImportOptions? options)
        where TNet : class, IStaticNet<TNet> => Assert.Throws<InvalidDataException>(() => net.LoadNpz(path, options)).Message;

    private static string RefusedByLoad<TNet>(TNet net, string path)
        where TNet : class, IStaticNet<TNet> => Assert.Throws<InvalidDataException>(() => net.Load(path)).Message;

    private static void Write(string path, params (string Name, byte[] Contents)[] entries)
    {
        File.Delete(path);
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, byte[] contents) in entries)
        {
            using Stream entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            entry.Write(contents);
        }
    }

    private static byte[] Npy(string header, int dataLength) =>
        [0x93, .. "NUMPY\u0001\0"u8, .. BitConverter.GetBytes((ushort)(header.Length + 1)), .. Encoding.ASCII.GetBytes(header + "\n"),
            .. new byte[dataLength]];

    private static void AssertNear(float[] expected, float[] actual, float tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * Math.Max(1, Math.Abs(pair.First))));

    private static float[] Torch(string name, string samples = "torch-samples.npz")
    {
        using FileStream file = File.OpenRead(Path.Combine(s_data, samples));
        return NpzArchive.Read(file, "samples", 100_000).Single(array => array.Name == name).Values;
    }

    private static void Close(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-6f));
        Assert.True(expected.Max() > 0.9);
    }
}
