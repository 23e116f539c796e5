using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Layers of images (H, W, C), or of sequences (T, C) as images of one row, in which each output pixel is an input pixel or 0.</summary>
internal static class ImageGather
{
    public static ReferenceLayer ReadZeroPadding(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] sides = Sides(attribute, "Padding", inputShapes[0], 1);
        return Of(inputShapes[0], (h, w) => (h + sides[0] + sides[1], w + sides[2] + sides[3]), (h, w) => (h - sides[0], w - sides[2]));
    }

    public static ReferenceLayer ReadCropping(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] sides = Sides(attribute, "Cropping", inputShapes[0], inputShapes[0].Length == 3 ? 0 : 1);
        return Of(inputShapes[0], (h, w) => (h - sides[0] - sides[1], w - sides[2] - sides[3]), (h, w) => (h + sides[0], w + sides[2]));
    }

    public static ReferenceLayer ReadUpSampling(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] size = attribute.NumberOrPair("size", 2);
        if (attribute.Value("Interpolation", Interpolation.Nearest) == Interpolation.Bilinear)
        {
            return new BilinearLayer(inputShapes[0], size);
        }

        int down = inputShapes[0].Length == 3 ? size[0] : 1;
        return Of(inputShapes[0], (h, w) => (h * down, w * size[1]), (h, w) => (h / down, w / size[1]));
    }

    /// <summary>Top, bottom, left, right.</summary>
    private static int[] Sides(AttributeArguments attribute, string name, int[] shape, int otherwise)
    {
        bool isImage = shape.Length == 3;
        int all = attribute.Value(name, otherwise);
        int[] given = attribute.Given(name + "PerAxis") ? attribute.Integers(name + "PerAxis") : [all, all];
        return given.Length == 4 ? given : isImage ? [given[0], given[0], given[1], given[1]] : [0, 0, given[0], given[1]];
    }

    private static GatherLayer Of(int[] inputShape, Func<int, int, (int, int)> sizes, Func<int, int, (int, int)> source)
    {
        bool isImage = inputShape.Length == 3;
        int height = isImage ? inputShape[0] : 1;
        int width = inputShape[^2];
        int channels = inputShape[^1];
        (int outputHeight, int outputWidth) = sizes(height, width);
        List<int> sources = [];
        for (int oh = 0; oh < outputHeight; oh++)
        {
            for (int ow = 0; ow < outputWidth; ow++)
            {
                (int h, int w) = source(oh, ow);
                bool isInside = h >= 0 && h < height && w >= 0 && w < width;
                sources.AddRange(Enumerable.Range(0, channels).Select(c => isInside ? (((h * width) + w) * channels) + c : -1));
            }
        }

        return new GatherLayer(isImage ? [outputHeight, outputWidth, channels] : [outputWidth, channels], Shapes.Size(inputShape), [.. sources]);
    }
}
