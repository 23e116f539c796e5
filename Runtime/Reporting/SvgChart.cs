using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using static System.FormattableString;

namespace StaticNets.Reporting;

/// <summary>Draws curves over epochs as an inline SVG picture. A value that is not finite is a gap.</summary>
internal static class SvgChart
{
    private const int Width = 460;
    private const int Height = 260;
    private const int Left = 64;
    private const int Right = 12;
    private const int Top = 30;
    private const int Bottom = 34;
    private const int Marks = 4;

    public static void Write(TextWriter writer, string title, IReadOnlyList<int> epochs, IReadOnlyList<Curve> curves)
    {
        (double low, double high) = Range(curves);
        writer.Write(Invariant($"<svg width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\">\n"));
        writer.Write(Invariant($"<title>{WebUtility.HtmlEncode(title)}</title>\n"));
        WriteAxes(writer, epochs, low, high);
        double left = Left;
        foreach (Curve curve in curves)
        {
            string color = curve.IsValidation ? "#d62728" : "#1f77b4";
            writer.Write(Invariant($"<text x=\"{left:0}\" y=\"18\" style=\"fill:{color}\">{WebUtility.HtmlEncode(curve.Name)}</text>\n"));
            left += 20 + (7.5 * curve.Name.Length);
            WriteCurve(writer, curve, color, low, high);
        }

        writer.Write("</svg>\n");
    }

    private static void WriteAxes(TextWriter writer, IReadOnlyList<int> epochs, double low, double high)
    {
        for (int mark = 0; mark <= Marks; mark++)
        {
            double value = low + ((high - low) * mark / Marks);
            double y = Y(value, low, high);
            writer.Write(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\" stroke=\"#ddd\"/>\n"));
            writer.Write(Invariant($"<text x=\"{Left - 6}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{value:G3}</text>\n"));
        }

        if (epochs.Count > 0)
        {
            writer.Write(Invariant($"<text x=\"{Left}\" y=\"{Height - 12}\">epoch {epochs[0] + 1}</text>\n"));
            writer.Write(Invariant($"<text x=\"{Width - Right}\" y=\"{Height - 12}\" text-anchor=\"end\">{epochs[^1] + 1}</text>\n"));
        }
    }

    private static void WriteCurve(TextWriter writer, Curve curve, string color, double low, double high)
    {
        List<string> points = [];
        for (int i = 0; i <= curve.Values.Count; i++)
        {
            if (i < curve.Values.Count && double.IsFinite(curve.Values[i]))
            {
                points.Add(Invariant($"{X(i, curve.Values.Count):0.##},{Y(curve.Values[i], low, high):0.##}"));
            }
            else if (points.Count > 0)
            {
                WritePiece(writer, points, color);
                points.Clear();
            }
        }
    }

    private static void WritePiece(TextWriter writer, List<string> points, string color)
    {
        string[] first = points[0].Split(',');
        writer.Write(points.Count == 1
            ? $"<circle cx=\"{first[0]}\" cy=\"{first[1]}\" r=\"3\" fill=\"{color}\"/>\n"
            : $"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"1.5\" points=\"{string.Join(' ', points)}\"/>\n");
    }

    private static (double Low, double High) Range(IReadOnlyList<Curve> curves)
    {
        double[] values = [.. curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
        if (values.Length == 0)
        {
            return (0, 1);
        }

        (double low, double high) = (values.Min(), values.Max());

        // A range that is too wide for its difference is drawn as a flat line.
        return low < high && double.IsFinite(high - low) ? (low, high) : (low - 1, low + 1);
    }

    private static double X(int index, int count) => Left + ((Width - Left - Right) * (count < 2 ? 0 : (double)index / (count - 1)));

    private static double Y(double value, double low, double high) =>
        Height - Bottom - ((Height - Top - Bottom) * Math.Clamp((value - low) / (high - low), 0, 1));
}
