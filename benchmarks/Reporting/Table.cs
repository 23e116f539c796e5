using System.Globalization;
using System.IO;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>The rows as text, each written when it is measured.</summary>
internal static class Table
{
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("case                            batch  threads     ours us     peer us   ratio  GFLOP/s  of peak  of roof  peer");
    }

    public static void WriteRow(TextWriter output, Row row)
    {
        string peer = row.Peer + (row.Note.Length > 0 ? ", " + row.Note : "");
        output.WriteLine(
            $"{row.Case,-30}  {row.Batch,5}  {row.Threads,7}  {Microseconds(row.OursMicroseconds),10}  "
            + $"{Microseconds(row.PeerMicroseconds),10}  {Number(row.Ratio, "F2"),6}  {Number(row.Gigaflops, "F1"),7}  "
            + $"{Number(row.PeakShare, "P0"),7}  {Number(row.RoofShare, "P0"),7}  {peer}");
    }

    private static string Microseconds(double? value) => Number(value, value < 100 ? "F2" : value < 1000 ? "F1" : "F0");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
