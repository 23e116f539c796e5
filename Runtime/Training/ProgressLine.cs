using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace StaticNets;

/// <summary>The text of one progress line. It is built in place, so that drawing allocates nothing once warm.</summary>
internal sealed class ProgressLine(bool bar, bool colors, string[] hidden)
{
    private const int Cells = 20;
    private const char Cell = '\u2501';
    private const string Bold = "\e[1m";
    private const string Green = "\e[32m";
    private const string White = "\e[37m";
    private const string Plain = "\e[0m";

    private readonly List<LogEntry> _sorted = [];
    private int _invisible;

    public StringBuilder Text { get; } = new(capacity: 512);

    /// <summary>What is in the logs but not on the line: the learning rate, and the penalty of a net that has none.</summary>
    public static string[] Hidden(NetInfo info) =>
        info.HasActivityPenalty || info.Tensors.Any(tensor => tensor.HasPenalty) ? ["learning_rate"] : ["learning_rate", "penalty"];

    /// <param name="done">The steps that were done.</param>
    /// <param name="steps">The steps of the epoch.</param>
    /// <param name="step">The time of a step.</param>
    /// <param name="time">The time that is left, or that went by.</param>
    /// <param name="finished">Whether the epoch is over.</param>
    /// <param name="entries">The values.</param>
    /// <param name="width">How many characters may be seen; what is longer is cut off.</param>
    /// <returns>The number of characters that are seen.</returns>
    public int Build(
        int done,
        int steps,
        TimeSpan step,
        TimeSpan time,
        bool finished,
        ReadOnlySpan<LogEntry> entries,
        int width = int.MaxValue)
    {
        Text.Clear();
        _invisible = 0;
        int total = Math.Max(steps, done);
        AppendColor(Bold);
        AppendCount(done, total);
        AppendColor(Plain);
        if (bar)
        {
            AppendBar((int)((long)Cells * done / Math.Max(1, total)));
        }

        Text.Append(bar ? " " : " - ");
        AppendColor(Bold);
        _ = finished ? Text.AppendSeconds(time) : Text.AppendTimeLeft(time);
        AppendColor(Plain);
        Text.Append(bar ? " " : " - ").AppendStepTime(step);
        AppendValues(entries);
        if (Text.Length - _invisible > width)
        {
            Cut(width);
        }

        return Text.Length - _invisible;
    }

    /// <summary>Leaves the codes of colors, which take no room, so that the last one is in force behind the line.</summary>
    private void Cut(int width)
    {
        int length = 0;
        int seen = 0;
        bool isCode = false;
        for (int i = 0; i < Text.Length; i++)
        {
            char character = Text[i];
            isCode |= character == '\e';
            if (isCode || seen < width)
            {
                Text[length++] = character;
            }

            seen += isCode ? 0 : 1;
            isCode &= character != 'm';
        }

        Text.Length = length;
    }

    private void AppendCount(int done, int total)
    {
        Text.Append(' ', Digits(total) - Digits(done));
        Text.AppendWhole(done).Append('/').AppendWhole(total);
    }

    private static int Digits(int value)
    {
        int digits = 1;
        for (; value >= 10; value /= 10)
        {
            digits++;
        }

        return digits;
    }

    private void AppendBar(int full)
    {
        Text.Append(' ');
        AppendColor(Green);
        Text.Append(Cell, full);
        AppendColor(White);
        Text.Append(Cell, Cells - full);
        AppendColor(Plain);
    }

    private void AppendColor(string code)
    {
        if (colors)
        {
            Text.Append(code);
            _invisible += code.Length;
        }
    }

    // Keras shows the names in alphabetical order.
    private void AppendValues(ReadOnlySpan<LogEntry> entries)
    {
        _sorted.Clear();
        foreach (LogEntry entry in entries)
        {
            if (!hidden.AsSpan().Contains(entry.Name))
            {
                int place = _sorted.Count;
                while (place > 0 && string.CompareOrdinal(_sorted[place - 1].Name, entry.Name) > 0)
                {
                    place--;
                }

                _sorted.Insert(place, entry);
            }
        }

        foreach (LogEntry entry in _sorted)
        {
            Text.Append(" - ").Append(entry.Name).Append(": ").AppendMetric(entry.Value);
        }
    }
}
