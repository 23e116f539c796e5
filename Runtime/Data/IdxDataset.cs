using System.IO;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>A dataset from a file of images and a file of labels.</summary>
internal static class IdxDataset
{
    public static Dataset Read(string imagesPath, string labelsPath, double scale)
    {
        IdxFile images = ReadBytes(imagesPath);
        IdxFile labels = ReadBytes(labelsPath);
        if (labels.Shape.Count != 1)
        {
            throw new InvalidDataException(Invariant($"{labelsPath} must have one axis to hold labels, but has {labels.Shape.Count}."));
        }

        if (images.Bytes.Length == 0)
        {
            throw new InvalidDataException($"{imagesPath} holds no samples.");
        }

        return images.Shape[0] == labels.Shape[0]
            ? new Dataset(images.Bytes, labels.Bytes, images.Bytes.Length / images.Shape[0], scale)
            : throw new InvalidDataException(
                Invariant($"{imagesPath} holds {images.Shape[0]} samples, but {labelsPath} holds {labels.Shape[0]} labels."));
    }

    private static IdxFile ReadBytes(string path)
    {
        IdxFile file = IdxFile.Read(path);
        return file.ElementType == IdxElementType.Byte
            ? file
            : throw new InvalidDataException($"{path} holds elements of type {file.ElementType}; unsigned bytes are needed.");
    }
}
