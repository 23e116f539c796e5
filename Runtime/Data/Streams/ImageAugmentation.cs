using System;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Random changes to images, another one for each sample and epoch: cut out a part, shift, flip. They depend on the fit's seed, the epoch
/// and the place of
/// the sample in it alone.
/// </summary>
/// <param name="Height">Rows of the images.</param>
/// <param name="Width">Columns of the images.</param>
/// <param name="Channels">Values a pixel.</param>
public sealed record ImageAugmentation(int Height, int Width, int Channels = 1)
{
    /// <summary>Whether half of the images are mirrored left to right. Default false.</summary>
    public bool HorizontalFlip { get; init; }

    /// <summary>Whether half of the images are mirrored top to bottom. Default false.</summary>
    public bool VerticalFlip { get; init; }

    /// <summary>The most rows by which an image is shifted up or down. Default 0.</summary>
    public int HeightShift { get; init; }

    /// <summary>The most columns by which an image is shifted left or right. Default 0.</summary>
    public int WidthShift { get; init; }

    /// <summary>Rows of the part that is cut out at a random place. Default: all.</summary>
    public int? CropHeight { get; init; }

    /// <summary>Columns of the part that is cut out at a random place. Default: all.</summary>
    public int? CropWidth { get; init; }

    /// <summary>What comes in from outside where an image is shifted. Default 0.</summary>
    public double FillValue { get; init; }

    /// <summary>Rows of what comes out.</summary>
    internal int OutputHeight => CropHeight ?? Height;

    /// <summary>Columns of what comes out.</summary>
    internal int OutputWidth => CropWidth ?? Width;

    internal void Check(int inputSize)
    {
        if (Height < 1 || Width < 1 || Channels < 1 || (long)Height * Width * Channels != inputSize)
        {
            throw new ArgumentException(
                Invariant($"Images of {Height}x{Width}x{Channels} do not have the {inputSize} values of the source's samples."));
        }

        if (OutputHeight < 1 || OutputHeight > Height || OutputWidth < 1 || OutputWidth > Width)
        {
            throw new ArgumentException(
                Invariant($"A part of {OutputHeight}x{OutputWidth} can't be cut out of images of {Height}x{Width}."));
        }

        if (HeightShift < 0 || HeightShift > Height || WidthShift < 0 || WidthShift > Width)
        {
            throw new ArgumentException(
                Invariant($"Shifts must be from 0 to the image's size {Height}x{Width}, but are {HeightShift} and {WidthShift}."));
        }
    }
}
