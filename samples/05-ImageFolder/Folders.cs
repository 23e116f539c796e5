using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using StaticNets;
using StbImageSharp;

namespace ImageFolder;

/// <summary>
/// Images in folders: one folder a class, which has its name. StbImageSharp decodes PNG, JPEG, BMP, TGA and GIF; it was not made for files that
/// are meant to do harm.
/// </summary>
internal sealed record Folders(Dataset Images, IReadOnlyList<string> Classes)
{
    /// <param name="root">The folder of the classes' folders.</param>
    /// <param name="height">Rows that each image must have.</param>
    /// <param name="width">Columns that each image must have.</param>
    /// <param name="colors">Grey or colours: 1 to 4 bytes a pixel, channels last.</param>
    /// <exception cref="InvalidDataException">A file is no image or has another size, or there is none.</exception>
    public static Folders Read(string root, int height, int width, ColorComponents colors)
    {
        string[] folders = [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal)];
        (string Path, int Label)[] files =
        [
            .. folders.SelectMany((folder, label) => Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => (path, label))),
        ];
        if (files.Length == 0)
        {
            throw new InvalidDataException($"{root} holds no folders with images.");
        }

        int size = checked(height * width * (int)colors);
        byte[] pixels = new byte[checked(files.Length * size)];
        for (int n = 0; n < files.Length; n++)
        {
            Decode(files[n].Path, height, width, colors).CopyTo(pixels.AsSpan(n * size, size));
        }

        int[] labels = [.. files.Select(file => file.Label)];
        return new Folders(new Dataset(pixels, labels, size), [.. folders.Select(folder => Path.GetFileName(folder)!)]);
    }

    private static byte[] Decode(string path, int height, int width, ColorComponents colors)
    {
        using FileStream file = File.OpenRead(path);

        // The size is looked at first: a header may announce billions of pixels.
        if (ImageInfo.FromStream(file) is not { } info || info.Height != height || info.Width != width)
        {
            throw new InvalidDataException($"{path} is no image of {height}x{width} pixels.");
        }

        try
        {
            file.Position = 0;
            return ImageResult.FromStream(file, colors).Data;
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            throw new InvalidDataException($"{path} is damaged: {damaged.Message}", damaged);
        }
    }
}
