using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using StaticNets.Data;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Samples in memory, with their labels or targets. The arrays are kept, not copied; don't change them while they are read. Bytes are
/// scaled when a batch is read, so images stay at a byte a pixel.
/// </summary>
public sealed class Dataset : IBatchSource
{
    private const double ByteScale = 1.0 / 255;

    // Numbers that are written out, [1, 2, 3], could be bytes as well; they are meant to be floats.
    private const int Floats = 1;

    /// <summary>Samples with class labels, for <see cref="Loss.SparseCategoricalCrossentropy"/>.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="labels">The labels, sample after sample.</param>
    /// <param name="inputSize">Floats a sample. Default: there is one label a sample, and the inputs are shared out evenly.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other.</exception>
    [OverloadResolutionPriority(Floats)]
    public Dataset(float[] inputs, int[] labels, int? inputSize = null)
        : this(inputs?.Length, labels?.Length, nameof(labels), inputSize)
    {
        Inputs = new ArrayColumn<float>(inputs!, InputSize);
        Labels = new ArrayColumn<int>(labels!, labels!.Length / Count);
    }

    /// <inheritdoc cref="Dataset(float[], int[], int?)"/>
    [OverloadResolutionPriority(Floats)]
    public Dataset(float[] inputs, int[] labels, int inputSize)
        : this(inputs, labels, (int?)inputSize)
    {
    }

    /// <summary>Samples with the wished-for outputs, for the losses that are not sparse.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="targets">The wished-for outputs, sample after sample.</param>
    /// <param name="inputSize">Floats a sample.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other.</exception>
    [OverloadResolutionPriority(Floats)]
    public Dataset(float[] inputs, float[] targets, int inputSize)
        : this(inputs?.Length, targets?.Length, nameof(targets), inputSize)
    {
        Inputs = new ArrayColumn<float>(inputs!, InputSize);
        Targets = new ArrayColumn<float>(targets!, targets!.Length / Count);
    }

    /// <summary>Samples with class labels and wished-for outputs, for nets with several outputs.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="labels">The labels, sample after sample: of each those of all outputs with a sparse loss.</param>
    /// <param name="targets">The wished-for outputs, sample after sample: of each those of all outputs with another loss.</param>
    /// <param name="inputSize">Floats a sample.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other.</exception>
    [OverloadResolutionPriority(Floats)]
    public Dataset(float[] inputs, int[] labels, float[] targets, int inputSize)
        : this(inputs, labels, inputSize)
    {
        DatasetSizes.Check(inputs.Length, targets?.Length, nameof(targets), inputSize);
        Targets = new ArrayColumn<float>(targets!, targets!.Length / Count);
    }

    /// <summary>Samples to predict, without labels or targets.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="inputSize">Floats a sample.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the input size.</exception>
    [OverloadResolutionPriority(Floats)]
    public Dataset(float[] inputs, int inputSize)
        : this(inputs?.Length, null, null, inputSize) => Inputs = new ArrayColumn<float>(inputs!, InputSize);

    /// <summary>Samples of bytes with class labels, for <see cref="Loss.SparseCategoricalCrossentropy"/>.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="labels">The labels, sample after sample.</param>
    /// <param name="inputSize">Bytes a sample. Default: there is one label a sample, and the inputs are shared out evenly.</param>
    /// <param name="scale">What each byte is multiplied by. Default: 1/255, for floats from 0 to 1.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other, or the scale is not finite.</exception>
    public Dataset(byte[] inputs, int[] labels, int? inputSize = null, double scale = ByteScale)
        : this(inputs?.Length, labels?.Length, nameof(labels), inputSize)
    {
        Inputs = Bytes(inputs!, InputSize, scale);
        Labels = new ArrayColumn<int>(labels!, labels!.Length / Count);
    }

    /// <inheritdoc cref="Dataset(byte[], int[], int?, double)"/>
    public Dataset(byte[] inputs, int[] labels, int inputSize, double scale = ByteScale)
        : this(inputs, labels, (int?)inputSize, scale)
    {
    }

    /// <inheritdoc cref="Dataset(byte[], int[], int?, double)"/>
    public Dataset(byte[] inputs, byte[] labels, int? inputSize = null, double scale = ByteScale)
        : this(inputs, labels is null ? null! : Array.ConvertAll(labels, label => (int)label), inputSize, scale)
    {
    }

    /// <summary>Samples of bytes with the wished-for outputs, for the losses that are not sparse.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="targets">The wished-for outputs, sample after sample.</param>
    /// <param name="inputSize">Bytes a sample.</param>
    /// <param name="scale">What each byte is multiplied by. Default: 1/255, for floats from 0 to 1.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other, or the scale is not finite.</exception>
    public Dataset(byte[] inputs, float[] targets, int inputSize, double scale = ByteScale)
        : this(inputs?.Length, targets?.Length, nameof(targets), inputSize)
    {
        Inputs = Bytes(inputs!, InputSize, scale);
        Targets = new ArrayColumn<float>(targets!, targets!.Length / Count);
    }

    /// <summary>Samples of bytes to predict, without labels or targets.</summary>
    /// <param name="inputs">The inputs, sample after sample.</param>
    /// <param name="inputSize">Bytes a sample.</param>
    /// <param name="scale">What each byte is multiplied by. Default: 1/255, for floats from 0 to 1.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the input size, or the scale is not finite.</exception>
    public Dataset(byte[] inputs, int inputSize, double scale = ByteScale)
        : this(inputs?.Length, null, null, inputSize) => Inputs = Bytes(inputs!, InputSize, scale);

    private Dataset(int? inputs, int? others, string? otherName, int? inputSize)
    {
        DatasetSizes sizes = DatasetSizes.Check(inputs, others, otherName, inputSize);
        InputSize = sizes.InputSize;
        Count = sizes.Count;
        Inputs = null!;
    }

    internal Dataset(int count, SampleColumn<float> inputs, SampleColumn<int>? labels, SampleColumn<float>? targets)
    {
        Count = count;
        InputSize = inputs.PerSample;
        Inputs = inputs;
        Labels = labels;
        Targets = targets;
    }

    private Dataset(Dataset original, int first, int count, SampleColumn<float>? sampleWeights)
    {
        InputSize = original.InputSize;
        Inputs = original.Inputs;
        Labels = original.Labels;
        Targets = original.Targets;
        SampleWeights = sampleWeights;
        CsvOptions = original.CsvOptions;
        First = first;
        Count = count;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <summary>
    /// Of samples from a CSV file the options with what was learned of it: the order of the inputs, the categories of columns, the classes.
    /// Other files are read with them in the same way. Else null.
    /// </summary>
    public CsvOptions? CsvOptions { get; internal set; }

    internal SampleColumn<float> Inputs { get; }

    internal SampleColumn<int>? Labels { get; }

    internal SampleColumn<float>? Targets { get; }

    internal SampleColumn<float>? SampleWeights { get; }

    /// <summary>Where this view begins in the columns, in samples.</summary>
    internal int First { get; }

    /// <summary>
    /// Samples of a net with several inputs or outputs, from an array for each by its name:
    /// <c>Dataset.For&lt;SignalNet&gt;(("left", left), ("right", right), ("kind", labels), ("loudness", targets))</c>.
    /// </summary>
    /// <param name="arrays">
    /// The values, sample after sample. Of an input: floats, bytes that are scaled to 0 to 1, or indexes as ints. Of an output: the labels
    /// as ints where its loss is sparse, else the targets as floats. Without any output the samples are to predict. They are kept, not
    /// copied.
    /// </param>
    /// <typeparam name="TNet">The net.</typeparam>
    /// <exception cref="ArgumentException">An array is missing, unknown, or of another type or length.</exception>
    public static Dataset For<TNet>(params (string Name, Array Values)[] arrays)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(arrays);
        return NamedDataset.Of(TNet.Info, arrays);
    }

    /// <summary>Images and labels from two IDX files, plain or gzipped, as MNIST and Fashion-MNIST come.</summary>
    /// <param name="imagesPath">Unsigned bytes; the first axis counts the samples.</param>
    /// <param name="labelsPath">Unsigned bytes, one a sample.</param>
    /// <param name="scale">What each byte of an image is multiplied by. Default: 1/255, for floats from 0 to 1.</param>
    /// <exception cref="InvalidDataException">A file is damaged, is something else, or the two don't fit each other.</exception>
    public static Dataset FromIdx(string imagesPath, string labelsPath, double scale = ByteScale) =>
        IdxDataset.Read(imagesPath, labelsPath, scale);

    /// <summary>
    /// Samples from a CSV file in UTF-8: numbers with a decimal point, fields separated by a comma or what the options say, in quotes where
    /// needed. For files that don't fit in memory there is <see cref="CsvSource"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what. Default: a header, and all columns are inputs.</param>
    /// <exception cref="InvalidDataException">The file is damaged or has other columns; the message says where.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Dataset FromCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Utf8Files files = new([path]);
        return CsvDataset.Read(files, options ?? new CsvOptions(), path);
    }

    /// <summary>The same from text.</summary>
    /// <param name="reader">The text. It stays open.</param>
    /// <param name="options">Which columns are what. Default: a header, and all columns are inputs.</param>
    /// <exception cref="InvalidDataException">The text is damaged or has other columns; the message says where.</exception>
    public static Dataset FromCsv(TextReader reader, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            return CsvDataset.Read(new TextChars(reader), options ?? new CsvOptions(), "The text");
        }
        catch (DecoderFallbackException damaged)
        {
            throw new InvalidDataException($"The text is damaged: {damaged.Message}", damaged);
        }
    }

    /// <summary>
    /// The same samples with a weight for the loss of each. The mean still divides by the number of samples, as in Keras.
    /// </summary>
    /// <param name="sampleWeights">One weight a sample, finite. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The length is not <see cref="Count"/>, or a weight is not finite.</exception>
    public Dataset WithSampleWeights(float[] sampleWeights)
    {
        ArgumentNullException.ThrowIfNull(sampleWeights);
        StaticNets.Check.Length(sampleWeights.Length, Count, nameof(sampleWeights), "one for each sample");
        int wrong = Array.FindIndex(sampleWeights, weight => !float.IsFinite(weight));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                Invariant($"sampleWeights[{wrong}] must be finite, but is {sampleWeights[wrong]}."), nameof(sampleWeights));
        }

        return new Dataset(this, First, Count, new ArrayColumn<float>(sampleWeights, 1, First));
    }

    /// <summary>A view of the first samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public Dataset Take(int count) => Slice(0, count);

    /// <summary>A view of all but the first samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public Dataset Skip(int count)
    {
        RequireWithin(count, Count, nameof(count));
        return Slice(count, Count - count);
    }

    /// <summary>A view of consecutive samples; nothing is copied.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all there.</exception>
    public Dataset Slice(int start, int count)
    {
        RequireWithin(start, Count, nameof(start));
        RequireWithin(count, Count - start, nameof(count));
        return new Dataset(this, First + start, count, SampleWeights);
    }

    /// <inheritdoc/>
    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new DatasetReader(this, batchSize);
    }

    private static ByteColumn Bytes(byte[] values, int perSample, double scale) =>
        new(values, perSample, ByteScaling.Factor(scale));

    private static void RequireWithin(int value, int last, string argument)
    {
        if ((uint)value > (uint)last)
        {
            throw new ArgumentOutOfRangeException(argument, value, Invariant($"{argument} must be from 0 to {last}, but is {value}."));
        }
    }
}
