using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace StaticNets;

/// <summary>What is said of data that does not suit a net: which sample, and the likely reason.</summary>
/// <param name="info">The net.</param>
/// <param name="argument">How the caller knows the data.</param>
internal sealed class DataMessages(NetInfo info, string argument)
{
    // So many samples tell whether targets are one-hot.
    private const int Sampled = 100;

    /// <param name="labels">Labels of a sample.</param>
    /// <param name="targets">Targets of a sample.</param>
    /// <param name="data">The data, where it can be looked at.</param>
    /// <exception cref="ArgumentException">The losses take others.</exception>
    public void RequireWidths(int labels, int targets, Dataset? data = null)
    {
        bool lacksTargets = targets == 0 && info.TargetSize > 0;
        if (labels != info.LabelCount && !(lacksTargets && info.LabelCount == 0))
        {
            bool isOneHot = labels == 0 && targets > 0 && data is not null && IsOneHot(data);
            const string Hint = "; these targets are one-hot: use Loss.CategoricalCrossentropy, or the place of each 1 as a label";
            throw WrongWidth("label", labels, targets, info.LabelCount, isOneHot ? Hint : "");
        }

        if (targets != info.TargetSize)
        {
            bool isCategorical = lacksTargets && info.Outputs.Any(output => output.Loss == Loss.CategoricalCrossentropy);
            const string Hint = "; for labels there is Loss.SparseCategoricalCrossentropy";
            throw WrongWidth("target", targets, labels, info.TargetSize, isCategorical ? Hint : "");
        }
    }

    public ArgumentException WrongLabel(int sample, int place, int label, int least)
    {
        string which = info.LabelCount == 1 ? "" : Invariant($" at place {place} of its labels");
        int classes = info.Known.ClassesOfLabel[place];
        string hint = label == classes && least == 1 ? "; labels count from 0, and these seem to count from 1"
            : label == -1 ? "; labels that don't count are left out by IgnoreClass = -1"
            : "";
        string range = Invariant($"{info.Name} has the classes 0 to {classes - 1}");
        return Exception(Invariant($"sample {sample} has the label {label}{which}, but {range}{hint}"));
    }

    public ArgumentException WrongIndex(int sample, int place, float value, int limit) => Exception(
        Invariant($"input {place} of sample {sample} is {value}, where {info.Name} takes whole numbers from 0 to {limit - 1}"));

    public ArgumentException NotFinite(string what, int sample, int place, float value) => Exception(
        Invariant($"{what} {place} of sample {sample} is {value}, which is not finite"));

    private ArgumentException WrongWidth(string what, int has, int hasOthers, int takes, string hint)
    {
        OutputInfo[] outputs = [.. info.Outputs.Where(output => output.HasLoss && output.TakesLabels == (what == "label"))];
        string taker = outputs.Length == 1 ? outputs[0].LossMethod ?? outputs[0].Loss.ToString()! : info.Name;
        string taken = takes == 0 ? "none" : Of(takes, what);
        IEnumerable<string> widths = outputs.Select(output => Invariant($"{output.Name} {Width(output)}"));
        string list = outputs.Length < 2 ? "" : $" ({string.Join(", ", widths)})";
        string given = has > 0 ? "has " + Of(has, what)
            : hasOthers > 0 ? $"has {(what == "label" ? "targets" : "labels")}, but no {what}s"
            : "has neither labels nor targets";
        return new ArgumentException($"{argument} {given}; {taker} takes {taken}{list}{hint}.", argument);
    }

    private static int Width(OutputInfo output) => output.TakesLabels ? output.Rows : output.Size;

    private static string Of(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")} for each sample");

    private bool IsOneHot(Dataset data)
    {
        int classes = info.Outputs.First(output => output.TakesLabels).Classes;
        if (data.Targets!.PerSample % classes != 0)
        {
            return false;
        }

        int count = Math.Min(Sampled, data.Count);
        ReadOnlySpan<float> rows = data.Targets.Read(data.First, count, new float[count * data.Targets.PerSample]);
        for (int row = 0; row < rows.Length; row += classes)
        {
            ReadOnlySpan<float> values = rows.Slice(row, classes);
            if (values.Count(1f) != 1 || values.Count(0f) != classes - 1)
            {
                return false;
            }
        }

        return true;
    }

    private ArgumentException Exception(string problem) => new($"{argument}: {problem}.", argument);
}
