using System;
using StaticNets.Execution;

namespace StaticNets.Data;

/// <summary>Images of a source, each changed at random.</summary>
internal sealed class AugmentedSource(IBatchSource source, ImageAugmentation augmentation) : IBatchSource, IDerivedSource
{
    public IBatchSource Source => source;

    public int Count => source.Count;

    public int InputSize { get; } = augmentation.OutputHeight * augmentation.OutputWidth * augmentation.Channels;

    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        batchSize = Math.Min(batchSize, Math.Max(1, source.Count));
        return new Reader(source.CreateReader(batchSize), augmentation, batchSize, source.InputSize, InputSize);
    }

    private sealed class Reader(IBatchReader inner, ImageAugmentation augmentation, int batchSize, int inputSize, int outputSize)
        : IBatchReader
    {
        // Keeps it apart from the other random numbers of the same seed.
        private const ulong Stream = 0x4155_474D_454E_5431;

        private readonly float[] _inputs = SourceCheck.Buffer(batchSize, outputSize);
        private ulong _key = CounterRandom.Mix(CounterRandom.Iteration(0, 0) ^ Stream);
        private long _position;

        public void Reset(EpochOrder order)
        {
            inner.Reset(order);
            _key = CounterRandom.Mix(CounterRandom.Iteration(order.Seed, order.Epoch) ^ Stream);
            _position = (long)order.FirstBatch * batchSize;
        }

        public bool Read(out Batch batch)
        {
            if (!inner.Read(out Batch original))
            {
                batch = default;
                return false;
            }

            for (int n = 0; n < original.Count; n++)
            {
                ulong random = CounterRandom.Mix(unchecked(_key + (ulong)_position++));
                ImageChange.Draw(augmentation, random).Apply(
                    augmentation, original.Inputs.Slice(n * inputSize, inputSize), _inputs.AsSpan(n * outputSize, outputSize));
            }

            batch = new Batch
            {
                Count = original.Count,
                Inputs = _inputs.AsSpan(0, original.Count * outputSize),
                Labels = original.Labels,
                Targets = original.Targets,
                SampleWeights = original.SampleWeights,
                OutputWeights = original.OutputWeights,
            };
            return true;
        }

        public void Dispose() => inner.Dispose();
    }
}

/// <summary>
/// What happens to one image. Its pixel (y, x) comes from (y + Top, x + Left), counted from the other end where it is flipped.
/// </summary>
internal readonly record struct ImageChange(int Top, int Left, bool FlipRows, bool FlipColumns)
{
    public static ImageChange Draw(ImageAugmentation augmentation, ulong random) => new(
        Offset(augmentation.Height - augmentation.OutputHeight, augmentation.HeightShift, ref random),
        Offset(augmentation.Width - augmentation.OutputWidth, augmentation.WidthShift, ref random),
        Flip(augmentation.VerticalFlip, ref random),
        Flip(augmentation.HorizontalFlip, ref random));

    public void Apply(ImageAugmentation augmentation, ReadOnlySpan<float> image, Span<float> result)
    {
        int channels = augmentation.Channels;
        int row = augmentation.OutputWidth * channels;
        for (int y = 0; y < augmentation.OutputHeight; y++)
        {
            int from = (FlipRows ? augmentation.OutputHeight - 1 - y : y) + Top;
            Span<float> destination = result.Slice(y * row, row);
            if ((uint)from >= (uint)augmentation.Height)
            {
                destination.Fill((float)augmentation.FillValue);
                continue;
            }

            ReadOnlySpan<float> source = image.Slice(from * augmentation.Width * channels, augmentation.Width * channels);
            for (int x = 0; x < augmentation.OutputWidth; x++)
            {
                int column = (FlipColumns ? augmentation.OutputWidth - 1 - x : x) + Left;
                Span<float> pixel = destination.Slice(x * channels, channels);
                if ((uint)column < (uint)augmentation.Width)
                {
                    source.Slice(column * channels, channels).CopyTo(pixel);
                }
                else
                {
                    pixel.Fill((float)augmentation.FillValue);
                }
            }
        }
    }

    private static int Offset(int room, int shift, ref ulong random) =>
        Below(room + 1, ref random) + Below((2 * shift) + 1, ref random) - shift;

    private static bool Flip(bool wanted, ref ulong random) => wanted && Below(2, ref random) == 1;

    private static int Below(int count, ref ulong random)
    {
        random = CounterRandom.Mix(random);
        return (int)Math.BigMul(random, (ulong)count, out _);
    }
}
