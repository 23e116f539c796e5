using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Streams;

public sealed class AugmentationTests
{
    private const int Height = 4;
    private const int Width = 5;
    private const int Channels = 2;
    private const int Images = 400;

    /// <summary>Every image is the same: the value of a pixel is its place, and the second channel is its negative.</summary>
    private static readonly float[] s_image = [.. Enumerable.Range(0, Height * Width * Channels).Select(
        i => i % 2 == 0 ? i / 2 + 1f : -(i / 2) - 1f)];

    [Fact]
    public void Flips_come_half_of_the_time_each_for_itself()
    {
        Dictionary<string, int> kinds = [];
        foreach (float[] image in Results(new ImageAugmentation(Height, Width, Channels) { HorizontalFlip = true, VerticalFlip = true }))
        {
            string kind = new[] { (false, false), (false, true), (true, false), (true, true) }
                .Single(flips => image.SequenceEqual(Expected(0, 0, Height, Width, flips.Item1, flips.Item2))).ToString();
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        Assert.Equal(4, kinds.Count);
        Assert.All(kinds.Values, count => Assert.InRange(count, 60, 140));
    }

    [Fact]
    public void Shifts_reach_as_far_as_they_may_and_fill()
    {
        HashSet<(int, int)> seen = [];
        foreach (float[] image in Results(
            new ImageAugmentation(Height, Width, Channels) { HeightShift = 1, WidthShift = 2, FillValue = 9 }))
        {
            seen.Add(Enumerable.Range(-1, 3).SelectMany(y => Enumerable.Range(-2, 5).Select(x => (y, x)))
                .Single(shift => image.SequenceEqual(Expected(shift.y, shift.x, Height, Width, false, false))));
        }

        Assert.Equal(15, seen.Count);
    }

    [Fact]
    public void Parts_are_cut_out_everywhere()
    {
        HashSet<(int, int)> seen = [];
        ImageAugmentation augmentation = new(Height, Width, Channels) { CropHeight = 3, CropWidth = 2 };
        foreach (float[] image in Results(augmentation))
        {
            seen.Add(Enumerable.Range(0, 2).SelectMany(y => Enumerable.Range(0, 4).Select(x => (y, x)))
                .Single(place => image.SequenceEqual(Expected(place.y, place.x, 3, 2, false, false))));
        }

        Assert.Equal(8, seen.Count);
        Assert.Equal(3 * 2 * Channels, Source().Augment(augmentation).InputSize);
    }

    [Fact]
    public void Nothing_asked_for_changes_nothing() =>
        Assert.All(Results(new ImageAugmentation(Height, Width, Channels)), image => Assert.Equal(s_image, image));

    private static Dataset Source() => new([.. Enumerable.Repeat(s_image, Images).SelectMany(image => image)], s_image.Length);

    private static List<float[]> Results(ImageAugmentation augmentation)
    {
        IBatchSource source = Source().Augment(augmentation);
        using IBatchReader reader = source.CreateReader(32);
        reader.Reset(new EpochOrder { Seed = 5 });
        List<float[]> images = [];
        while (reader.Read(out Batch batch))
        {
            images.AddRange(batch.Inputs.ToArray().Chunk(source.InputSize));
        }

        Assert.Equal(Images, images.Count);
        return images;
    }

    private static float[] Expected(int top, int left, int height, int width, bool flipRows, bool flipColumns)
    {
        List<float> values = [];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int row = top + (flipRows ? height - 1 - y : y);
                int column = left + (flipColumns ? width - 1 - x : x);
                bool inside = row is >= 0 and < Height && column is >= 0 and < Width;
                values.AddRange(Enumerable.Range(0, Channels).Select(
                    c => inside ? s_image[(((row * Width) + column) * Channels) + c] : 9f));
            }
        }

        return [.. values];
    }
}
