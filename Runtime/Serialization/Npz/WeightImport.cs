using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>Puts the arrays of a file where the net has them, transposed where another library lays them out otherwise.</summary>
internal static class WeightImport
{
    /// <summary>PyTorch's count of batches in normalization layers, which no net needs.</summary>
    public static bool IsCounter(string name) => name.EndsWith("num_batches_tracked", StringComparison.Ordinal);

    /// <summary>Compares the names of a file's arrays with those of the net, before any is read.</summary>
    /// <exception cref="InvalidDataException">There are others than the net's.</exception>
    public static void CheckNames(IReadOnlyList<string> names, NetInfo info, WeightImportOptions options, string source)
    {
        const int Most = 20;
        if (IsByPosition(options))
        {
            if (names.Count != info.Tensors.Count)
            {
                string first = string.Join(", ", names.Take(Most).Select(name => $"'{Shortened.Name(name)}'"));
                string more = names.Count > Most ? ", ..." : "";
                string there = Invariant($"it holds {names.Count} arrays ({first}{more})");
                throw new InvalidDataException(
                    Invariant($"{source} does not fit: {there}, but {info.Name} has {info.Tensors.Count} weights."));
            }

            return;
        }

        Dictionary<string, TensorInfo> missing = [];
        foreach (TensorInfo tensor in info.Tensors)
        {
            if (!missing.TryAdd(NameOf(tensor, options), tensor))
            {
                throw new InvalidDataException($"{source} does not fit: two weights are to be '{NameOf(tensor, options)}' (Names).");
            }
        }

        string[] others = [.. names.Where(name => !missing.Remove(name))];
        string[] differences =
        [
            .. missing.Take(1).Select(
                pair => $"it lacks '{pair.Key}' of shape ({string.Join(", ", pair.Value.Shape)}), which {info.Name} has"),
            .. others.Take(1).Select(name => $"it holds '{Shortened.Name(name)}', which {info.Name} does not have"),
        ];
        if (differences.Length > 0)
        {
            throw new InvalidDataException($"{source} does not fit: {string.Join("; ", differences)}.");
        }
    }

    /// <summary>The net's parameters.</summary>
    /// <param name="arrays">The arrays, whose names were checked.</param>
    /// <param name="info">The net.</param>
    /// <param name="options">Where its weights come from.</param>
    /// <param name="source">What error messages call the file.</param>
    /// <exception cref="InvalidDataException">The arrays are not the net's.</exception>
    public static float[] Arrange(IReadOnlyList<NamedArray> arrays, NetInfo info, WeightImportOptions options, string source)
    {
        Dictionary<string, NamedArray>? byName = IsByPosition(options) ? null : arrays.ToDictionary(array => array.Name);
        float[] parameters = new float[info.ParameterCount];
        bool flattened = false;
        TensorInfo? before = null;
        for (int i = 0; i < info.Tensors.Count; i++)
        {
            TensorInfo tensor = info.Tensors[i];
            NamedArray array = byName is null ? arrays[i] : byName[NameOf(tensor, options)];
            IReadOnlyList<int>? flattenedShape = null;
            if (options.Layout == WeightLayout.PyTorch && !flattened && before is not null && tensor.Shape.Count == 2)
            {
                flattened = true;
                flattenedShape = FlattenedShape(tensor, before, options, source);
            }

            Copy(array, tensor, info, options.Layout, flattenedShape, parameters.AsSpan(tensor.Offset, tensor.Length), source);
            before = tensor.Shape.Count > 2 ? tensor : before;
        }

        return parameters;
    }

    private static bool IsByPosition(WeightImportOptions options) =>
        options.ByPosition ?? (options.Layout == WeightLayout.PyTorch && options.Names.Count == 0);

    private static string NameOf(TensorInfo tensor, WeightImportOptions options) =>
        options.Names.GetValueOrDefault(tensor.Name, tensor.Name);

    /// <summary>The shape that was flattened before a dense kernel; null where nothing has to be reordered.</summary>
    private static IReadOnlyList<int>? FlattenedShape(TensorInfo dense, TensorInfo convolution, WeightImportOptions options, string source)
    {
        int filters = convolution.Shape[^1];
        if (options.FlattenedShape is null)
        {
            string what = Invariant($"'{dense.Name}' reads {dense.Shape[0]} values behind '{convolution.Name}' of {filters} filters");
            const string Way =
                "PyTorch flattens channels first; set FlattenedShape to the height, width and channels that the net flattens.";
            return dense.Shape[0] == filters ? null : throw new InvalidDataException($"{source}: {what}. {Way}");
        }

        return options.FlattenedShape.Count == 3
            && options.FlattenedShape.Aggregate(1L, (product, axis) => product * axis) == dense.Shape[0]
            ? options.FlattenedShape
            : throw new InvalidDataException($"{source}: FlattenedShape ({string.Join(", ", options.FlattenedShape)}) must be "
                + Invariant($"height, width and channels of the {dense.Shape[0]} values that '{dense.Name}' reads."));
    }

    private static void Copy(
        NamedArray array,
        TensorInfo tensor,
        NetInfo info,
        WeightLayout layout,
        IReadOnlyList<int>? flattened,
        Span<float> values,
        string source)
    {
        // Out, in, then the window: PyTorch. The window, then in, out: Keras. Tables of embeddings are the same in both, and so are the
        // slopes of PReLU, but that those that are shared along an axis have it here, with the size 1.
        bool isSlope = tensor.Name.EndsWith("/alpha", StringComparison.Ordinal);
        bool isSame = tensor.Shape.Count < 2 || isSlope || tensor.Name.EndsWith("/embeddings", StringComparison.Ordinal);
        IReadOnlyList<int> shape = layout == WeightLayout.Keras || isSame
            ? tensor.Shape
            : [tensor.Shape[^1], tensor.Shape[^2], .. tensor.Shape.Take(tensor.Shape.Count - 2)];
        if (layout == WeightLayout.PyTorch && isSlope && tensor.Shape.SkipLast(array.Shape.Length).All(axis => axis == 1))
        {
            shape = [.. tensor.Shape.TakeLast(array.Shape.Length)];
        }

        bool isDepthwise = tensor.Shape.Count > 2 && !isSame && !ReferenceEquals(shape, tensor.Shape)
            && array.Shape.SequenceEqual([shape[0] * shape[1], 1, .. shape.Skip(2)]);
        if (!isDepthwise && !array.Shape.SequenceEqual(shape))
        {
            throw new InvalidDataException(
                $"{source} does not fit: '{Shortened.Name(array.Name)}' has the shape ({string.Join(", ", array.Shape)}), "
                + $"but '{tensor.Name}' in {info.Name} needs ({string.Join(", ", shape)}).");
        }

        if (isSame || ReferenceEquals(shape, tensor.Shape))
        {
            array.Values.CopyTo(values);
            return;
        }

        int outs = shape[0];
        int ins = shape[1];
        int window = tensor.Length / Math.Max(1, outs * ins);
        for (int o = 0; o < outs; o++)
        {
            for (int i = 0; i < ins; i++)
            {
                int row = flattened is null ? i : ChannelsLast(i, flattened);
                int column = isDepthwise ? (i * outs) + o : (o * ins) + i;
                for (int place = 0; place < window; place++)
                {
                    values[(((place * ins) + row) * outs) + o] = array.Values[(column * window) + place];
                }
            }
        }
    }

    /// <summary>Where the channels-first place c, h, w stands in h, w, c.</summary>
    private static int ChannelsLast(int index, IReadOnlyList<int> shape)
    {
        int size = shape[0] * shape[1];
        return (index % size * shape[2]) + (index / size);
    }
}
