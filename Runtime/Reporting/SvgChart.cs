using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using static System.FormattableString;

namespace StaticNets.Reporting;

/// <summary>Draws curves over epochs as an inline SVG picture. A value that is not finite is a gap.</summary>
internal static class SvgChart
{
    private const int Width = 460;
    private const int Height = 240;
    private const int Left = 64;
    private const int Right = 12;
    private const int Top = 10;
    private const int Bottom = 34;

    public static void Write(
        TextWriter writer, string title, IReadOnlyList<int> epochs, IReadOnlyList<Curve> curves, ChartAxis axis)
    {
        string kind = axis.IsLogarithmic ? "logarithmic" : "linear";
        writer.Write(Invariant($"<svg class=\"{kind}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\">\n"));
        writer.Write(Invariant($"<title>{WebUtility.HtmlEncode(title)}</title>\n"));
        WriteAxes(writer, epochs, axis);
        foreach (Curve curve in curves)
        {
            WriteCurve(writer, curve, axis);
        }

        writer.Write("</svg>\n");
    }

    private static void WriteAxes(TextWriter writer, IReadOnlyList<int> epochs, ChartAxis axis)
    {
        foreach (double mark in axis.Marks)
        {
            double y = Y(mark, axis);
            writer.Write(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\" stroke=\"#ddd\"/>\n"));
            writer.Write(Invariant($"<text x=\"{Left - 6}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{axis.TextOf(mark)}</text>\n"));
        }

        if (epochs.Count > 0)
        {
            writer.Write(Invariant($"<text x=\"{Left}\" y=\"{Height - 12}\">epoch {epochs[0] + 1}</text>\n"));
        }

        if (epochs.Count > 1)
        {
            writer.Write(Invariant($"<text x=\"{Width - Right}\" y=\"{Height - 12}\" text-anchor=\"end\">{epochs[^1] + 1}</text>\n"));
        }
    }

    private static void WriteCurve(TextWriter writer, Curve curve, ChartAxis axis)
    {
        List<string> points = [];
        for (int i = 0; i <= curve.Values.Count; i++)
        {
            if (i < curve.Values.Count && double.IsFinite(curve.Values[i]))
            {
                points.Add(Invariant($"{X(i, curve.Values.Count):0.##},{Y(curve.Values[i], axis):0.##}"));
            }
            else if (points.Count > 0)
            {
                WritePiece(writer, points, curve.Kind);
                points.Clear();
            }
        }
    }

    private static void WritePiece(TextWriter writer, List<string> points, string kind)
    {
        string[] first = points[0].Split(',');
        writer.Write(points.Count == 1
            ? $"<circle class=\"{kind}\" cx=\"{first[0]}\" cy=\"{first[1]}\" r=\"3\"/>\n"
            : $"<polyline class=\"{kind}\" points=\"{string.Join(' ', points)}\"/>\n");
    }

    private static double X(int index, int count) => Left + ((Width - Left - Right) * (count < 2 ? 0.5 : (double)index / (count - 1)));

    private static double Y(double value, ChartAxis axis) => Height - Bottom - ((Height - Top - Bottom) * axis.PositionOf(value));
}
